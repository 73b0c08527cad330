import { linesOfText, shortText } from '../../src/http/short-text';

describe('a text', () => {
  it.each([
    ['Vera Verhuizer', true, true],
    ['💐', true, true],
    ['Bel stuk;\r\n\tgraag kloppen', false, true],
    ['half \ud83d', false, false],
    ['\u001b[31mrood', false, false],
    ['a\u0085b', false, false],
  ])('of one line, or of several: %j', (value, isLine, areLines) => {
    expect(shortText(40).safeParse(value).success).toBe(isLine);
    expect(linesOfText(40).safeParse(value).success).toBe(areLines);
  });
});
