import type { BuildSummary } from '../register/compile/build-register';
import type { EditionDescription } from '../register/edition/edition-file';
import type { LookedUpStreet, LookUp } from '../register/postcodes/look-up';
import type { NumberRange } from '../register/edition/register';
import { inColumns } from './columns';
import { inBytes, inThousands, inTime } from './figures';

/** What was built and what was left out, in words. */
export function buildText(summary: BuildSummary, out: string, peakBytes: number): string {
  const { info, bytes, skipped, durationMs } = summary;
  const skippedRows = Object.entries(skipped).map(
    ([reason, count]) => [`  ${reason}`, inThousands(count)] as const,
  );
  return [
    `Edition ${info.edition} of the register is in ${out}.`,
    inColumns([
      ...countRows(info.counts),
      ['size', `${inBytes(bytes)} (${(bytes / info.counts.addresses).toFixed(2)} bytes an address)`],
      ['time', inTime(durationMs)],
      ['memory at most', inBytes(peakBytes)],
    ]),
    skippedRows.length === 0 ? 'Nothing was left out.' : `Left out:\n${inColumns(skippedRows)}`,
  ].join('\n');
}

/** What an edition says of itself, in words. */
export function infoText({ info, bytes, sections }: EditionDescription): string {
  return [
    inColumns([
      ['edition', info.sample ? `${info.edition} (fictional sample)` : info.edition],
      ['source', info.source],
      ['date', info.date],
      ['built', info.builtAt],
      ...countRows(info.counts),
      ['size', inBytes(bytes)],
    ]),
    inColumns([
      ['section', 'size'],
      ...sections
        .filter((section) => section.bytes > 0)
        .map((section) => [section.name, inBytes(section.bytes)] as const),
    ]),
  ].join('\n\n');
}

function countRows(counts: BuildSummary['info']['counts']): [string, string][] {
  return [
    ['places', inThousands(counts.places)],
    ['streets', inThousands(counts.streets)],
    ['postcodes', inThousands(counts.postcodes)],
    ['house numbers', inThousands(counts.houseNumbers)],
    ['addresses', inThousands(counts.addresses)],
    ['without postcode', inThousands(counts.addressesWithoutPostcode)],
  ];
}

/** What the register says of a postcode and a number, in words; where it says nothing, what comes near. */
export function lookUpText(found: LookUp): string {
  const paragraphs = found.streets.map((street) => streetText(street, found));
  if (found.streets.length === 0) paragraphs.push(unusedText(found));
  for (const { street, place, postcode } of found.formerly) {
    paragraphs.push(
      `${found.postcode} was used before by ${street}, ${place}: now ${postcode ?? 'without postcode'}.`,
    );
  }
  return paragraphs.join('\n\n');
}

function unusedText({ postcode, nearestPostcodes }: LookUp): string {
  const unused = `The register has no postcode ${postcode}`;
  if (nearestPostcodes.length > 0) return `${unused}. The nearest are ${nearestPostcodes.join(', ')}.`;
  return `${unused}, nor any that begins with ${postcode.slice(0, 4)}.`;
}

function streetText(found: LookedUpStreet, { postcode, houseNumber }: LookUp): string {
  const names = found.otherNames.map(({ name, kind }) => [`${kind} name`, name] as const);
  const { position } = found;
  return [
    `${found.street}${houseNumber === null ? '' : ` ${houseNumber}`}, ${postcode} ${found.place}`,
    inColumns([
      ...numberRows(found, houseNumber),
      ['numbers', found.numbers.map(rangeText).join(', ')],
      ...names,
      ...(position === null ? [] : [['position', `${position.latitude}, ${position.longitude}`] as const]),
    ]),
  ].join('\n');
}

function numberRows({ number }: LookedUpStreet, houseNumber: number | null): [string, string][] {
  if (number === null) return [];
  if (!number.isRegistered) {
    return [['registered', `no; near ${houseNumber ?? ''} are ${number.near.join(', ')}`]];
  }
  return [
    ['registered', number.underInvestigation ? 'yes, under investigation' : 'yes'],
    ['additions', additionsText(number.additions)],
  ];
}

function additionsText(additions: readonly string[] | null): string {
  if (additions === null) return 'not known';
  return additions.map((addition) => (addition === '' ? '(none)' : addition)).join(', ');
}

/** "1–35 (odd)", "2–40 (even)", "7", "10–30 (every 10)" */
export function rangeText({ first, last, step }: NumberRange): string {
  if (first === last) return String(first);
  const oddOrEven = first % 2 === 1 ? 'odd' : 'even';
  if (step === 1) return `${first}–${last}`;
  return `${first}–${last} (${step === 2 ? oddOrEven : `every ${step}`})`;
}
