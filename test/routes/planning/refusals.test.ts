import { refusal, REFUSAL_CODES } from '../../../src/routes/planning/refusals';

describe('every refusal', () => {
  it.each(REFUSAL_CODES)('%s is said in both languages, with what to do instead', (code) => {
    const { nl, en } = refusal(code);
    const instead = [/Kies|kies|Meld/, /[Cc]hoose|Register/];
    expect(nl).toMatch(instead[0]!);
    expect(en).toMatch(instead[1]!);
    expect([nl, en].every((text) => /^[A-Z].*\.$/.test(text))).toBe(true);
  });
});
