/**
 * The official XML: megabytes per CPU-second with all fields taken out, against saxes that takes out nothing. Each round
 * runs in a process of its own (a parser shape seen by both would slow both), alternating; medians; single thread.
 * Run: npx tsx bench/bag-xml.ts [extract.zip] [rounds]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { openBagArchive, type BagPart } from '../src/register/sources/bag-archive-file';
import { parsePart } from '../src/register/sources/bag-part-source';
import type { BagPartKind } from '../src/register/sources/bag-part-name';
import { inflate } from '../src/register/sources/zip-entry-source';

const [, , extract = resolve(__dirname, '../../shared/data/BAGGEM0457L-15102021.zip'), rounds = '5'] =
  process.argv;
const MEGABYTE = 1e6;
const LEAST_MEGABYTES = 300;
const CORES = 2;
/** Gigabytes of XML of the nation. */
const nation = { 'house numbers, streets and places': 18, 'residences for coordinates': 37 };

const kinds: Readonly<Record<string, readonly BagPartKind[]>> = {
  addresses: ['WPL', 'OPR', 'NUM'],
  residences: ['VBO'],
};
/** What is measured, the reference first. */
const works = {
  'saxes alone': parseBare,
  'records, all fields': (part: BagPart, content: AsyncIterable<Buffer>) =>
    parsePart(named(part), '2021-10-15', content),
  'inflating and records': async (part: BagPart) =>
    parsePart(named(part), '2021-10-15', inflate(part.entry, await part.entry.stream())),
};
type Work = keyof typeof works;

interface Measurement {
  megabytesPerSecond: number;
  peakMegabytes: number;
}

async function parseBare(_part: BagPart, content: AsyncIterable<Buffer>): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new StringDecoder('utf8');
  for await (const chunk of content) parser.write(decoder.write(chunk));
  parser.close();
}

function named({ kind, entry }: BagPart): { name: string; kind: BagPartKind } {
  return { name: entry.name, kind };
}

async function measure(work: Work, set: string): Promise<Measurement> {
  const archive = await openBagArchive(extract, new Set<BagPartKind>(['WPL', 'OPR', 'NUM', 'VBO']));
  const parts = archive.parts.filter(({ kind }) => kinds[set]?.includes(kind));
  const contents = await Promise.all(parts.map(async (part) => ({ part, chunks: await contentOf(part) })));
  // One pass before the clock starts: the compiler's work is a start-up cost of a job of minutes.
  for (const { part, chunks } of contents) await works[work](part, streamOf(chunks));
  const before = process.cpuUsage();
  let bytes = 0;
  while (bytes < LEAST_MEGABYTES * MEGABYTE) {
    for (const { part, chunks } of contents) {
      await works[work](part, streamOf(chunks));
      bytes += part.entry.size;
    }
  }
  const { user, system } = process.cpuUsage(before);
  await archive.close();
  return {
    megabytesPerSecond: bytes / (user + system),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

async function* streamOf(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

async function contentOf({ entry }: BagPart): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of inflate(entry, await entry.stream())) chunks.push(chunk);
  return chunks;
}

async function measureApart(work: Work, set: string): Promise<Measurement> {
  const child = fork(__filename, [extract], { execArgv: process.execArgv });
  child.send({ work, set });
  const [measurement] = (await once(child, 'message')) as [Measurement];
  return measurement;
}

const medianOf = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

async function compare(set: string): Promise<number> {
  const names = Object.keys(works) as Work[];
  const measured = new Map<Work, Measurement[]>(names.map((name) => [name, []]));
  for (let round = 0; round < Number(rounds); round++) {
    for (const name of names) measured.get(name)?.push(await measureApart(name, set));
  }
  const medians = names.map((name) =>
    medianOf((measured.get(name) ?? []).map((one) => one.megabytesPerSecond)),
  );
  names.forEach((name, at) => {
    const peak = Math.max(...(measured.get(name) ?? []).map((one) => one.peakMegabytes));
    const ratio = (medians[at] ?? NaN) / (medians[0] ?? NaN);
    console.log(
      `${set.padEnd(11)} ${name.padEnd(22)} ${(medians[at] ?? NaN).toFixed(0).padStart(4)} MB per CPU-second ` +
        `(${ratio.toFixed(2)} × saxes alone), peak ${peak.toFixed(0)} MB`,
    );
  });
  return medians.at(-1) ?? NaN;
}

async function main(): Promise<void> {
  console.log(`${extract}, repeated to ${LEAST_MEGABYTES} MB, medians of ${rounds} rounds`);
  const rates = [await compare('addresses'), await compare('residences')];
  Object.entries(nation).forEach(([what, gigabytes], at) => {
    const seconds = (gigabytes * 1000) / (rates[at] ?? NaN) / CORES;
    console.log(`the nation's ${what}: ${gigabytes} GB in ${seconds.toFixed(0)} s on ${CORES} cores`);
  });
}

if (process.send === undefined) void main();
else {
  process.once('message', ({ work, set }: { work: Work; set: string }) => {
    void measure(work, set).then((measurement) => {
      process.send?.(measurement);
      process.disconnect();
    });
  });
}
