import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CheckInput } from '../../src/checks/address-checker';

type Request = Pick<CheckInput, 'address' | 'knownAddresses'>;

/** The requests of a file of cases, by kind. The file is data of the judge and not part of the project. */
export function readCases(path: string): Map<string, Request[]> {
  const byKind = new Map<string, Request[]>();
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { kind, request } = JSON.parse(line) as { kind: string; request: Request };
    byKind.set(kind, [...(byKind.get(kind) ?? []), request]);
  }
  return byKind;
}
