import { RULES } from '../../src/checks/check-address';
import { explainCheck } from '../../src/checks/explain-check';
import { entered, judge, known } from '../support/judged';
import { town } from '../support/town';

const explain = (text: string, ...knownAddresses: ReturnType<typeof known>[]) =>
  explainCheck(town, entered(text), knownAddresses);

test('the streets at the postcode are told with how they match, strongest first', () => {
  const { streets } = explain('Voorom 7, 8957AO Zilverwaard').readings[0]!;
  expect(streets).toEqual([
    { street: 'Voorom', city: 'Zilverwaard', match: { level: 'key', edits: 0 }, otherName: null },
    { street: 'Achterom', city: 'Zilverwaard', match: null, otherName: null },
  ]);
});

test('another name of a street is told as such', () => {
  expect(explain('Spoorstraat 1, 8955BT Zilverwaard').readings[0]!.streets).toMatchObject([
    { street: 'Burgemeester Van Tilstraat', otherName: { name: 'Spoorstraat', kind: 'former' } },
  ]);
});

test('no street is compared where none was typed', () => {
  expect(explainCheck(town, { houseNumber: 12, postcode: '8951AB' }).readings[0]!.streets).toEqual([]);
});

test.each([
  ['Kerkstraat 12, 8951AB Zilverwaard', 'belongsTogether'],
  ['Kerkstaat 12, 8951AB Zilverwaard', 'spelledOtherwise'],
  ['Lindelaan 12, 8951AB Zilverwaard', 'contradiction'],
])('the rules are told up to the one that knew it: %s, %s', (text, last) => {
  const { readings, judgement } = explain(text);
  const { findings } = readings[0]!;
  expect(findings.at(-1)).toEqual({ rule: last, judgement });
  expect(findings.slice(0, -1).map((finding) => finding.judgement)).not.toContainEqual(expect.anything());
  expect(findings.map(({ rule }) => rule)).toEqual(RULES.slice(0, findings.length).map((rule) => rule.name));
});

test('each reading of an ambiguous line is told', () => {
  const line = 'Plein 1944 3, 8958PL Zilverwaard';
  expect(explainCheck(town, { addressLine: line }).readings.map(({ reading }) => reading.street)).toContain(
    'Plein 1944',
  );
});

test('what is concluded is what the check concludes, with known addresses and in words', () => {
  const before = known('Kerkstraat 12, 8951AB Zilverwaard');
  const { judgement, messages } = explain('Lindelaan 12, 8951AB Zilverwaard', before);
  expect(judgement).toEqual(judge('Lindelaan 12, 8951AB Zilverwaard', [before]));
  expect(messages.map(({ code }) => code)).toEqual(judgement.reasons.map(({ code }) => code));
  expect(messages[0]!.message.en).toBe('The postcode and the street do not belong together.');
});
