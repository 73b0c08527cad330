import { placesAsked } from '../../../src/routes/planning/places-asked';
import { aRoute, aStop, at, NINE } from '../../support/a-route';

const stop = (id: string, minutes: number) => aStop(id, { place: at(minutes) });
const route = aRoute([stop('a', 20), stop('old', 30), stop('c', 40), stop('d', 50)]);

describe('a road planner is asked', () => {
  it('about the new place, what closes the gap, and the driver, against all stops still to be done', () => {
    const asked = placesAsked({
      place: at(45),
      shipmentId: 'parcel of old',
      route: { ...route, position: { ...at(3), atMs: NINE } },
      others: [aRoute([stop('near', 70), stop('nearer', 80)])],
    });
    expect(asked.around).toEqual([at(45), at(20), at(3)]);
    expect(asked.others).toEqual([20, 30, 40, 50, 70, 80, 3, 0, 0].map(at));
  });

  it('about nothing that is not known', () => {
    expect(placesAsked({ route: null, place: null, others: [], shipmentId: 'x' })).toEqual({
      around: [],
      others: [],
    });
  });
});
