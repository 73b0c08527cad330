/**
 * The check in process on one core, against a prepared SQLite lookup of the postcode in the same register.
 * It runs on compiled code, as the service does: what tsx makes of the sources takes twice as long.
 * Run: npm run bench:check -- EDITION REGISTER.csv.gz CASES.jsonl.gz [rounds]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAddress } from '../src/checks/check-address';
import { readEdition } from '../src/register/edition/edition-file';
import type { Register } from '../src/register/edition/register';
import { readCases } from './support/cases';
import { alternate, medianOf, verdictOn } from './support/rounds';
import { openReferenceTable } from './support/reference-table';
import { sampleOfRegister } from './support/small-edition';

const [editionPath = '', csvPath = '', casesPath = '', rounds = '5'] = process.argv.slice(2);
const SLICE_MS = 400;

const register = readEdition(editionPath);
const cases = readCases(casesPath);
const kinds = [...cases.keys()];
const folder = mkdtempSync(join(tmpdir(), 'klopt-bench-'));

type Requests = NonNullable<ReturnType<typeof cases.get>>;

/** Calls a second, over a slice of time. */
function rate(work: (index: number) => void): number {
  const end = performance.now() + SLICE_MS;
  const start = performance.now();
  let done = 0;
  while (performance.now() < end) for (let burst = 0; burst < 64; burst++) work(done++);
  return (done * 1000) / (performance.now() - start);
}

function checksOf(requests: Requests, on: Register = register) {
  return () =>
    rate((index) => {
      const { address, knownAddresses } = requests[index % requests.length]!;
      checkAddress(on, address, knownAddresses ?? []);
    });
}

function lookups(requests: Requests) {
  const table = openReferenceTable(join(folder, 'reference.sqlite'), csvPath);
  const statement = table.prepare('SELECT street, house_number, city FROM addresses WHERE postcode = ?');
  const postcodes = requests.map(({ address }) => (address.postcode ?? '').replace(' ', '').toUpperCase());
  return () => rate((index) => statement.all(postcodes[index % postcodes.length]));
}

function latencies(requests: Requests): { p99: number; p999: number } {
  const taken = requests.flatMap(({ address, knownAddresses }) =>
    [0, 1, 2].map(() => {
      const start = performance.now();
      checkAddress(register, address, knownAddresses ?? []);
      return performance.now() - start;
    }),
  );
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.floor(share * (taken.length - 1))] ?? Number.NaN;
  return { p99: at(0.99), p999: at(0.999) };
}

const requestsOf = (kind: string) => cases.get(kind) ?? [];
const isValid = (kind: string) => kind.startsWith('valid_');
const isMixedKnown = (kind: string) => kind.startsWith('mixed_') && !kind.includes('no_history');
const wantedOf = (kind: string) => (isValid(kind) ? 2.3 : isMixedKnown(kind) ? 1 : 0.5);

async function main(): Promise<void> {
  const valid = requestsOf('valid_official');
  const groups: Record<string, { requests: Requests; wanted: number }> = {
    'all valid': { requests: kinds.filter(isValid).flatMap(requestsOf), wanted: 2.3 },
    'all mixed with known addresses': { requests: kinds.filter(isMixedKnown).flatMap(requestsOf), wanted: 1 },
    'all other kinds': {
      requests: kinds.filter((kind) => !isValid(kind) && !isMixedKnown(kind)).flatMap(requestsOf),
      wanted: 0.5,
    },
    ...Object.fromEntries(
      kinds.map((kind) => [kind, { requests: requestsOf(kind), wanted: wantedOf(kind) }]),
    ),
  };
  const figures = await alternate(
    {
      reference: lookups(valid),
      ...Object.fromEntries(Object.entries(groups).map(([name, { requests }]) => [name, checksOf(requests)])),
    },
    Number(rounds),
  );
  const reference = medianOf(figures.reference);
  console.log(`reference: prepared SQLite lookup of the postcode, ${reference.toFixed(0)} a second`);
  for (const [name, { requests, wanted }] of Object.entries(groups)) {
    const perSecond = medianOf(figures[name as 'reference']);
    const { p99, p999 } = latencies(requests);
    const late = `p99 ${p99.toFixed(3)} ms, p99.9 ${p999.toFixed(3)} ms`;
    console.log(
      `${name}: ${perSecond.toFixed(0)} a second, ${verdictOn(perSecond / reference, { atLeast: wanted })}, ${late}`,
    );
  }
  const small = sampleOfRegister(register, 100_000);
  const sized = await alternate(
    { large: checksOf(small.requests), small: checksOf(small.requests, small.register) },
    Number(rounds),
  );
  const ratio = medianOf(sized.small) / medianOf(sized.large);
  console.log(
    `cost of a check at ${register.info.counts.addresses} addresses beside 100,000: ${verdictOn(ratio, { atMost: 1.5 })}`,
  );
  rmSync(folder, { recursive: true });
}

void main();
