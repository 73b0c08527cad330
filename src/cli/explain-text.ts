import type { RegisteredAddress } from '../checks/address';
import type { Explanation, RuleFinding } from '../checks/explain-check';
import type { Judgement } from '../checks/judgement';
import { RULE_WORDS } from '../checks/rule-words';
import { inColumns } from './columns';

/** The way of an entry through the rules, in words. */
export function explainText({ entry, readings, judgement }: Explanation): string {
  const { postcodeText, city, country, unusedText } = entry;
  const setAside = unusedText.length === 0 ? [] : [`set aside: ${unusedText.join(' · ')}`];
  const ways = readings.flatMap(({ reading, findings }) => {
    const { street, houseNumber, addition } = reading;
    const parts = [
      ['street', street],
      ['number', houseNumber === null ? '' : String(houseNumber)],
      ['addition', addition],
      ['postcode', postcodeText],
      ['city', city],
      ['country', country],
    ] as const;
    const given = parts.flatMap(([name, value]) => (value === '' ? [] : [`${name} ${value}`]));
    return [`read as: ${given.join(', ')}`, inColumns(findings.map(findingRow))];
  });
  return [...ways, ...setAside, '', judgementText(judgement)].join('\n');
}

function findingRow({ rule, judgement }: RuleFinding): string[] {
  const found = judgement === null ? '-' : judgement.verdict;
  return [`  ${inWords(rule)}`, found, RULE_WORDS[rule] ?? ''];
}

/** belongsTogether → "belongs together" */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function judgementText({ verdict, status, reasons, diagnosis, address, candidates }: Judgement): string {
  const stale = diagnosis.stale.length === 0 ? '' : `, stale: ${diagnosis.stale.join(', ')}`;
  const rows = [
    ['verdict', `${verdict} (${status})`],
    ['reasons', reasons.map(({ code }) => code).join(', ') || 'none'],
    ['diagnosis', `${diagnosis.kind}${stale}`],
    ...(address === null ? [] : [['address', addressText(address)]]),
    ...candidates.map((one, index) => [
      `candidate ${index + 1}`,
      `${addressText(one.address)} (keeps ${one.basis.join(', ')})`,
    ]),
  ];
  return inColumns(rows);
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
