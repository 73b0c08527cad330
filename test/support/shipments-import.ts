import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportSummary } from '../../src/cli/import-summary';
import { shipmentsCommand } from '../../src/cli/shipments-command';
import type { Database } from '../../src/database/open-database';
import { parsePostcode } from '../../src/register/names/postcode';
import type { TestDatabases } from './databases';
import { editionBytes } from './edition-of';
import { runCommand } from './run-command';

export const header =
  'Ordernummer;Naam;E-mail;Telefoon;Straat;Huisnummer;Postcode;Plaats;Klantnummer;Bezorgdatum';
export const right =
  'A-1;Vera Verhuizer;vera@example.nl;+31 6 12345678;Lindelaan;12;8962 KL;Zilverwaard;77;26-11-2026';
const mixed = 'A-2;Bram Bos;;;Lindelaan;12;8951AB;Zilverwaard;;';
/** A row that is right, and one whose postcode is of another street. */
export const day = [header, right, mixed, ''].join('\r\n');

export interface Imported extends ImportSummary {
  shop: string;
  out: string | null;
}

/** A folder with a register of two addresses, to which KLOPT_REGISTER is set. */
export function importFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-import-'));
  const register = join(folder, 'register.edition');
  writeFileSync(register, twoAddresses());
  process.env.KLOPT_REGISTER = register;
  const inFolder = (name: string) => join(folder, name);
  return {
    inFolder,
    write(name: string, content: string | Uint8Array): string {
      writeFileSync(inFolder(name), content);
      return inFolder(name);
    },
    remove(): void {
      delete process.env.KLOPT_REGISTER;
      rmSync(folder, { recursive: true });
    },
  };
}

function twoAddresses(): Uint8Array {
  return editionBytes((sink) => {
    for (const [street, postcode] of [
      ['Lindelaan', '8962KL'],
      ['Kerkstraat', '8951AB'],
    ] as const)
      sink.address({
        street: sink.street(sink.place('Zilverwaard'), street),
        postcode: parsePostcode(postcode) ?? 0,
        houseNumber: 12,
        addition: '',
      });
  });
}

/** A database with the shop, and the command on it. */
export async function shopOn(
  databases: TestDatabases,
  { write }: Pick<ReturnType<typeof importFolder>, 'write'>,
) {
  const url = await databases.url();
  const database = await databases.connect(url);
  for (const name of ['Boekhandel', 'Fietsen'])
    await database('shops').insert({ id: `shp_${name}`, name, created_at: 0 });
  await database('depots').insert({ code: 'ZLV', name: 'Zilverwaard', created_at: 0 });
  const words = (path: string, ...options: string[]) =>
    runCommand(shipmentsCommand, ['import', path, '--shop', 'Boekhandel', ...options], url);
  const run = async (content: string, ...options: string[]) =>
    JSON.parse(await words(write('day.csv', content), '--json', ...options)) as Imported;
  return { url, database, words, run };
}

export function shipmentsOf(database: Database): Promise<{ reference: string }[]> {
  return database<{ reference: string }>('shipments').orderBy('reference');
}

/** Starts `klopt` as a process of its own. */
export function startKlopt(words: readonly string[], url: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'src/cli/klopt.ts', ...words], {
    cwd: join(__dirname, '../..'),
    env: { ...process.env, KLOPT_DATABASE_URL: url },
  });
}

/** What a process said until its end. */
export async function finished(child: ChildProcess) {
  let output = '';
  let remarks = '';
  child.stdout?.on('data', (bytes: Buffer) => (output += bytes.toString()));
  child.stderr?.on('data', (bytes: Buffer) => (remarks += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output, remarks };
}
