import { toWgs84 } from '../../../src/register/sources/rijksdriehoek';

describe('coordinates of the Dutch grid', () => {
  // The grid's origin, and a point of the validation set of RDNAPTRANS2018.
  it.each([
    ['the origin in Amersfoort', [155_000, 463_000], [52.155172, 5.387206]],
    ['a validation point near Geertruidenberg', [108_360.879, 415_757.2745], [51.728601274, 4.712120126]],
  ])('places %s within half a metre', (_what, [x = 0, y = 0], [latitude = 0, longitude = 0]) => {
    const [north, east] = toWgs84(x, y);
    expect(Math.abs(north - latitude) * 111_000).toBeLessThan(0.5);
    expect(Math.abs(east - longitude) * 68_000).toBeLessThan(0.5);
  });
});
