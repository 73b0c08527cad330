import fc from 'fast-check';
import { standDocument } from '../../../sample/bag-documents';
import { numberXml, streetXml } from '../../../sample/bag-xml';
import { createRecordParser, type BagRecord } from '../../../src/register/sources/bag-records';
import { delivery, number, street } from '../../support/bag-fixture';

function parse(xml: string, cuts: readonly number[] = []): BagRecord[] {
  const records: BagRecord[] = [];
  const parser = createRecordParser((record) => void records.push(record));
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    parser.write(xml.slice(from, cut));
    from = cut;
  }
  parser.write(xml.slice(from));
  parser.close();
  return records;
}

const full = { ...number, houseLetter: 'A', numberSuffix: '3', place: '9902', until: '2020-01-01' };

describe('records of a BAG file', () => {
  it('takes out every field of a house number', () => {
    expect(
      parse(standDocument(delivery, 'NUM', [numberXml({ ...full, notBagSince: '2021-01-01' })])),
    ).toEqual([
      {
        id: '0999200000000001',
        status: 'Naamgeving uitgegeven',
        validFrom: '2012-03-01',
        validUntil: '2020-01-01',
        inactiveSince: '',
        notBagSince: '2021-01-01T09:05:00.000',
        name: '',
        shortName: '',
        streetType: '',
        place: '9902',
        street: '0999300000000001',
        houseNumber: '1',
        houseLetter: 'A',
        numberSuffix: '3',
        postcode: '8950AA',
        numbers: '',
        position: '',
        underInvestigation: '',
      },
    ]);
  });

  it('reads names with references and the short name in its nested element', () => {
    const xml = standDocument(delivery, 'OPR', [
      streetXml({ ...street, name: "'t Curaçao & Ŷ", shortName: 'Cur' }),
    ]);
    expect(parse(xml)).toMatchObject([
      { name: "'t Curaçao & Ŷ", shortName: 'Cur', streetType: 'Weg', place: '9901' },
    ]);
  });

  it('does not depend on the prefixes that a file declares', () => {
    const xml = standDocument(delivery, 'NUM', [numberXml(full)])
      .replaceAll('Objecten:', 'o:')
      .replaceAll('sl:', 's:');
    expect(parse(xml)).toMatchObject([
      { id: number.id, postcode: '8950AA', status: 'Naamgeving uitgegeven' },
    ]);
  });

  it('reads the same records wherever the text is cut', () => {
    const xml = standDocument(delivery, 'NUM', [numberXml(full), numberXml({ ...number, houseNumber: 2 })]);
    const whole = parse(xml);
    fc.assert(
      fc.property(fc.array(fc.nat(xml.length), { maxLength: 20 }), (cuts) => {
        expect(parse(xml, cuts)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['cut short', (xml: string) => xml.slice(0, 3000), /^\d+:\d+: unclosed tag/],
    ['not well-formed', (xml: string) => xml.replace('</Objecten:huisnummer>', '</o>'), /^\d+:\d+: /],
  ])('names line and column of XML that is %s', (_how, damage, message) => {
    const xml = standDocument(delivery, 'NUM', [numberXml(full)]);
    expect(() => parse(damage(xml))).toThrow(message);
  });
});
