import { compileEdition } from '../../src/register/compile/compile-edition';
import { Edition } from '../../src/register/edition/edition';
import { decodeEdition, encodeEdition } from '../../src/register/edition/edition-bytes-file';
import type { EditionInfo } from '../../src/register/edition/edition-format';
import { RegisterBuilder } from '../../src/register/compile/register-builder';
import type { RegisterSink } from '../../src/register/sources/register-sink';

export const ABOUT: Omit<EditionInfo, 'counts'> = {
  edition: '2026-11-08',
  date: '2026-11-08',
  source: 'CSV',
  sample: false,
  builtAt: '2026-11-22T00:00:00.000Z',
};

/** The bytes of an edition of what `fill` delivers. */
export function editionBytes(fill: (sink: RegisterSink) => void): Uint8Array {
  const builder = new RegisterBuilder();
  fill(builder);
  const { sections, counts } = compileEdition(builder);
  return encodeEdition({ ...ABOUT, counts }, sections);
}

/** An edition of what `fill` delivers, written to bytes and read back. */
export function editionOf(fill: (sink: RegisterSink) => void): Edition {
  const { info, sections } = decodeEdition(editionBytes(fill).buffer as ArrayBuffer);
  return new Edition(info, sections);
}
