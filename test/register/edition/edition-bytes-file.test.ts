import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { decodeEdition, EditionError } from '../../../src/register/edition/edition-bytes-file';
import { SPELLING_RULES } from '../../../src/register/names/street-name';
import { editionBytes } from '../../support/edition-of';
import { parsePostcode } from '../../../src/register/names/postcode';

const whole = editionBytes((sink) => {
  const street = sink.street(sink.place('Zilverwaard'), 'Kerkstraat');
  for (let houseNumber = 1; houseNumber < 60; houseNumber++)
    sink.address({
      street,
      postcode: parsePostcode('8951AA') ?? 0,
      houseNumber,
      addition: houseNumber % 3 ? '' : 'A',
    });
});

function decode(bytes: Uint8Array) {
  return decodeEdition(bytes.slice().buffer);
}

function changed(change: (bytes: DataView) => void): Uint8Array {
  const bytes = whole.slice();
  change(new DataView(bytes.buffer));
  return bytes;
}

test('every section starts where its numbers can be used in place', () => {
  for (const section of Object.values(decode(whole).sections)) expect(section.byteOffset % 8).toBe(0);
});

test.each([
  ['an empty file', new Uint8Array(0), /too short to be an edition.*klopt register build/],
  ['a file of a few bytes', whole.subarray(0, 31), /too short to be an edition/],
  [
    'another kind of file',
    new TextEncoder().encode('straat,huisnummer,postcode,woonplaats\n'),
    /not an edition.*give the file/,
  ],
  [
    'a newer version',
    changed((bytes) => bytes.setUint32(8, 2, true)),
    /format version 2, this klopt reads 1\. Build it again/,
  ],
  [
    'the other byte order',
    changed((bytes) => bytes.setUint32(12, 0x01020304, false)),
    /another byte order\. Build it on a machine/,
  ],
  ['the header alone', whole.subarray(0, 32), /it is truncated\. Build it again/],
  ['all but the last byte', whole.subarray(0, -1), /it is truncated\. Build it again/],
  ['a byte too many', Uint8Array.from([...whole, 0]), /it is truncated/],
  [
    'a changed last byte',
    changed((bytes) => bytes.setUint8(whole.length - 1, 255)),
    /checksum is wrong.*Copy or build it again/,
  ],
])('%s is refused with a sentence that says what to do', (_, bytes, sentence) => {
  expect(() => decode(bytes)).toThrow(EditionError);
  expect(() => decode(bytes)).toThrow(sentence);
});

test('cut off anywhere, it is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
      expect(() => decode(whole.subarray(0, length))).toThrow(EditionError);
    }),
  );
});

test('with any bit flipped, it is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const damaged = changed((bytes) => bytes.setUint8(at, bytes.getUint8(at) ^ (1 << bit)));
      expect(() => decode(damaged)).toThrow(EditionError);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [
    'sections of another version',
    ['"runHead"', '"bunHead"'],
    /^Another version of klopt built it, with other sections\. Build it again with `klopt register build`\.$/,
  ],
  [
    'keys made by other rules of spelling',
    [`"spelling":${SPELLING_RULES}`, '"spelling":0'],
    /^It was built with other rules of spelling\. Build it again with `klopt register build`\.$/,
  ],
])('an edition that is whole but has %s is refused', (_, [text = '', other = ''], sentence) => {
  const at = Buffer.from(whole).indexOf(text);
  expect(at).toBeGreaterThan(0);
  const foreign = whole.slice();
  foreign.set(Buffer.from(other), at);
  const checksum = crc32(foreign.subarray(24), crc32(foreign.subarray(0, 20)));
  new DataView(foreign.buffer).setUint32(20, checksum, true);
  expect(() => decode(foreign)).toThrow(EditionError);
  expect(() => decode(foreign)).toThrow(sentence);
});
