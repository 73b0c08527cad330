import type { RegisteredAddress } from '../checks/address';
import type { ComparedStreet, Explanation, ReadingExplanation, RuleFinding } from '../checks/explain-check';
import { RULE_WORDS } from '../checks/rule-words';
import { inColumns } from './columns';

/** The way of an entry through the rules, in words. */
export function explainText(explanation: Explanation): string {
  const { entry, readings } = explanation;
  const setAside = entry.unusedText.length === 0 ? [] : [`set aside: ${entry.unusedText.join(' · ')}`];
  const ways = readings.flatMap((one) => readingTexts(entry, one));
  return [...ways, ...setAside, '', judgementText(explanation)].join('\n');
}

function readingTexts(
  { postcodeText, city, country }: Explanation['entry'],
  { reading: { street, houseNumber, addition }, streets, findings }: ReadingExplanation,
): string[] {
  const parts = [
    ['street', street],
    ['number', houseNumber === null ? '' : String(houseNumber)],
    ['addition', addition],
    ['postcode', postcodeText],
    ['city', city],
    ['country', country],
  ] as const;
  const given = parts.flatMap(([name, value]) => (value === '' ? [] : [`${name} ${value}`]));
  const compared = streets.map((one) => `at the postcode: ${comparedText(one)}`);
  return [`read as: ${given.join(', ')}`, ...compared, inColumns(findings.map(findingRow))];
}

/** "Kerkstraat, Zilverwaard: typo (1 edit), by its former name Dorpsstraat" */
function comparedText({ street, city, match, otherName }: ComparedStreet): string {
  const level = match === null ? 'another name' : match.level;
  const edits = match?.level === 'typo' ? ` (${match.edits} ${match.edits === 1 ? 'edit' : 'edits'})` : '';
  const by = otherName === null ? '' : `, by its ${otherName.kind} name ${otherName.name}`;
  return `${street}, ${city}: ${level}${edits}${by}`;
}

function findingRow({ rule, judgement }: RuleFinding): string[] {
  const found = judgement === null ? '-' : judgement.verdict;
  return [`  ${inWords(rule)}`, found, RULE_WORDS[rule] ?? ''];
}

/** belongsTogether → "belongs together" */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function judgementText({ judgement, messages }: Explanation): string {
  const { verdict, status, diagnosis, address, candidates } = judgement;
  const stale = diagnosis.stale.length === 0 ? '' : `, stale: ${diagnosis.stale.join(', ')}`;
  const rows = [
    ['verdict', `${verdict} (${status})`],
    ...reasonRows(messages),
    ['diagnosis', `${diagnosis.kind}${stale}`],
    ...(address === null ? [] : [['address', addressText(address)]]),
    ...candidates.map((one, index) => [
      `candidate ${index + 1}`,
      `${addressText(one.address)} (keeps ${one.basis.join(', ')})`,
    ]),
  ];
  return inColumns(rows);
}

function reasonRows(messages: Explanation['messages']): string[][] {
  if (messages.length === 0) return [['reasons', 'none']];
  return messages.map(({ code, message }, index) => [index === 0 ? 'reasons' : '', `${code}: ${message.en}`]);
}

function addressText({
  street,
  houseNumber,
  houseNumberAddition,
  postcode,
  city,
}: RegisteredAddress): string {
  const number = [houseNumber, houseNumberAddition ?? ''].filter(Boolean).join(' ');
  return `${street} ${number}, ${[postcode ?? '', city].filter(Boolean).join(' ')}`;
}
