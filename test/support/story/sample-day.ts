import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SampleDayData } from '../../../src/cli/sample-day-text';
import type { StoryPlace } from './stage';

const KLOPT = join(__dirname, '../../../dist/src/cli/klopt.js');
const MOST_OUTPUT_BYTES = 1024 * 1024;

/** Fills the database of that environment with the sample's day, as an operator would. */
export async function fillSampleDay(environment: Readonly<Record<string, string>>): Promise<SampleDayData> {
  const options = { env: { ...process.env, ...environment }, maxBuffer: MOST_OUTPUT_BYTES };
  const { stdout } = await promisify(execFile)(process.execPath, [KLOPT, 'sample', 'day', '--json'], options);
  return JSON.parse(stdout) as SampleDayData;
}

/** Those of one shop, the depot's agent, and the planning system, as they were made just now. */
export function secretsOf({ shops, people }: SampleDayData): StoryPlace['secrets'] {
  const tokenOf = (role: string) => people.find((one) => one.role === role)?.token ?? '';
  return { shop: shops.at(-1)?.key ?? '', agent: tokenOf('agent'), planner: tokenOf('planner') };
}
