import { readEntryName } from '../../../src/register/sources/bag-part-name';

describe('names in a BAG extract', () => {
  it.each([
    ['9999NUM08112026.zip', { role: 'part', kind: 'NUM', date: '2026-11-08', form: 'zip' }],
    [
      '9999NUM08112026/9999NUM08112026-000001.xml',
      { role: 'part', kind: 'NUM', date: '2026-11-08', form: 'xml' },
    ],
    ['0457IOOPR15102021-000001.xml', { role: 'part', kind: 'IOOPR', date: '2021-10-15', form: 'xml' }],
    ['0457GEM15102021.zip', { role: 'container' }],
    ['9999InOnderzoek08112026.zip', { role: 'container' }],
    ['Leveringsdocument-BAG-Extract.xml', { role: 'delivery' }],
    ['9999MUT13112021-14112021.zip', { role: 'mutations' }],
    ['9999IOMUT13112021-14112021.zip', { role: 'mutations' }],
    ['0457Inactief15102021.zip', { role: 'other' }],
    ['0457NietBag15102021.zip', { role: 'other' }],
    ['0457IAOPR15102021.zip', { role: 'other' }],
    ['9999PND08112026.zip', { role: 'other' }],
    ['GEM-WPL-RELATIE-08112026-000001.xml', { role: 'other' }],
    ['__MACOSX/9999NUM08112026/._9999NUM08112026-000001.xml', { role: 'other' }],
  ])('%s is %j', (path, expected) => {
    expect(readEntryName(path)).toEqual(expected);
  });
});
