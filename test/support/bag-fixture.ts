import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliveryDocument, standDocument } from '../../sample/bag-documents';
import type { HouseNumber, Place, Street } from '../../sample/bag-objects';
import { zip } from '../../sample/zip';
import { readBagExtract } from '../../src/register/sources/bag-source';
import type { SourceSummary } from '../../src/register/sources/register-sink';
import { RecordingSink } from './recording-sink';

export const delivery = { municipality: { code: '0999', name: 'Voorbeeld' }, date: '2026-11-08' };

export const place: Place = { id: '9901', name: 'Voorbeeld', from: '2012-03-01' };
export const street: Street = {
  id: '0999300000000001',
  name: 'Dorpsstraat',
  place: '9901',
  from: '2012-03-01',
};
export const number: HouseNumber = {
  id: '0999200000000001',
  street: street.id,
  houseNumber: 1,
  postcode: '8950AA',
  object: 'Verblijfsobject',
  from: '2012-03-01',
};

/** Occurrences (sl:stand) by the code of their file. */
export type Contents = Partial<
  Record<'WPL' | 'OPR' | 'NUM' | 'VBO' | 'LIG' | 'STA' | 'IOOPR' | 'IONUM', string[]>
>;

export type Layout = 'national' | 'municipal';

/** An extract as it is delivered: national with its zips stored in the outer one, municipal one level deeper. */
export async function packExtract(contents: Contents, layout: Layout = 'national'): Promise<Buffer> {
  const code = layout === 'national' ? '9999' : '0999';
  const inner = await Promise.all(
    Object.entries(contents).map(async ([type, occurrences]) => {
      const name = `${code}${type}08112026`;
      const xml = standDocument(delivery, type.slice(-3), occurrences);
      const content = await zip([{ path: `${name}-000001.xml`, content: xml }]);
      return { path: `${name}.zip`, content, stored: layout === 'national' };
    }),
  );
  const objects = inner.filter(({ path }) => !path.includes('IO'));
  const investigated = await zip(inner.filter(({ path }) => path.includes('IO')));
  const files = [...objects, { path: `${code}InOnderzoek08112026.zip`, content: investigated }];
  return zip([
    { path: 'Leveringsdocument-BAG-Extract.xml', content: deliveryDocument(delivery) },
    ...(layout === 'national'
      ? files
      : [{ path: '0999GEM08112026.zip', content: await zip(files), stored: true }]),
  ]);
}

/** A zip of one XML file, as the national extract holds them. */
export function packPart(type: string, xml: string | Buffer): Promise<Buffer> {
  return zip([{ path: `9999${type}08112026-000001.xml`, content: xml }]);
}

export interface Reading {
  sink: RecordingSink;
  summary: SourceSummary;
}

/** Writes an extract to a file and reads it as the register build does. */
export async function readExtract(extract: Buffer, coordinates = false): Promise<Reading> {
  const folder = await mkdtemp(join(tmpdir(), 'klopt-bag-'));
  const path = join(folder, 'extract.zip');
  const sink = new RecordingSink();
  try {
    await writeFile(path, extract);
    return { sink, summary: await readBagExtract(path, sink, { coordinates, onProgress: () => undefined }) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

export { zip };
