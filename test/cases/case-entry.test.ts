import type { EnteredKnownAddress } from '../../src/checks/address';
import { typedParts } from '../../src/cases/address-text';
import { caseCandidates } from '../../src/cases/case-candidates';
import { caseEntry } from '../../src/cases/case-entry';
import type { KnownCustomerAddress } from '../../src/customers/known-address';
import { checkOf } from '../support/a-correction';
import { entered, known } from '../support/judged';

const old = known('Kerkstraat 12, 8951AB Zilverwaard');

/** Each part that was typed, with its mark. */
function marked(text: string, knownAddresses: EnteredKnownAddress[] = []): string {
  const entry = entered(text);
  const { parts } = caseEntry(entry, checkOf(entry, knownAddresses), 'nl');
  return parts.map(({ text: typed, mark }) => `${typed ?? '-'} ${mark}`).join(', ');
}

// She moved from Kerkstraat 12 to Lindelaan 12.
test.each<[string, string, EnteredKnownAddress[], string]>([
  [
    'her new street with her old postcode',
    'Lindelaan 12, 8951AB Zilverwaard',
    [old],
    'Lindelaan fits, 12 fits, - fits, 8951 AB stale, Zilverwaard fits',
  ],
  [
    'her old street with her new postcode',
    'Kerkstraat 12, 8962KL Zilverwaard',
    [old],
    'Kerkstraat stale, 12 fits, - fits, 8962 KL fits, Zilverwaard fits',
  ],
  [
    'the same without a known address: nobody can tell which part is which',
    'Lindelaan 12, 8951AB Zilverwaard',
    [],
    'Lindelaan unknown, 12 fits, - fits, 8951 AB unknown, Zilverwaard fits',
  ],
  [
    'one address',
    'Lindelaan 12, 8962KL Zilverwaard',
    [],
    'Lindelaan fits, 12 fits, - fits, 8962 KL fits, Zilverwaard fits',
  ],
  [
    'another town',
    'Lindelaan 12, 8962KL Lytsewâl',
    [],
    'Lindelaan fits, 12 fits, - fits, 8962 KL fits, Lytsewâl unknown',
  ],
  [
    'a postcode that is none',
    'Nergenslaan 12, 0000AA Zilverwaard',
    [],
    'Nergenslaan unknown, 12 unknown, - fits, 0000 AA unknown, Zilverwaard unknown',
  ],
])('an entry is marked part by part: %s', (_, text, knownAddresses, expected) => {
  expect(marked(text, knownAddresses)).toBe(expected);
});

test('an entry is told in words, in the language of who reads it', () => {
  const entry = entered('Lindelaan 12, 8951AB Zilverwaard');
  const check = checkOf(entry, [old]);
  expect(caseEntry(entry, check, 'nl')).toMatchObject({
    text: 'Lindelaan 12, 8951 AB Zilverwaard',
    diagnosis:
      'Delen van twee adressen door elkaar: de postcode is van een eerder adres (zo goed als zeker, door een bekend adres van deze klant).',
    reasons: [{ severity: 'error' }, { text: 'Dit lijkt de postcode van een eerder adres.' }],
  });
  const english = caseEntry(entry, check, 'en');
  expect(english.diagnosis).toMatch(/^Parts of two addresses mixed: the postcode is of an earlier address/);
  expect(english.parts.map(({ label, markText }) => [label, markText])).toContainEqual(['postcode', 'stale']);
});

test('an entry that could not be checked is shown as it was typed, of nothing is it known whether it fits', () => {
  const entry = { addressLine: 'Lindelaan 12 A', postcode: '8962kl' };
  const { parts, ...rest } = caseEntry(entry, null, 'en');
  expect(rest).toEqual({ text: 'Lindelaan 12 A, 8962 KL', diagnosis: null, reasons: [] });
  expect(parts.map(({ text }) => text)).toEqual(['Lindelaan', '12', 'A', '8962 KL', null]);
  expect(new Set(parts.map(({ mark }) => mark))).toEqual(new Set(['unknown']));
});

test('a line in which there is no address is shown as it was typed', () => {
  expect(caseEntry({ addressLine: '???' }, null, 'nl').text).toBe('???');
});

describe('the candidates', () => {
  const entry = entered('Lindelaan 12, 8951AB Zilverwaard');
  const check = checkOf(entry, [old]);
  const sinceMs = Date.UTC(2025, 2, 2);
  const living: KnownCustomerAddress = {
    ...{ street: 'Lindelaan', houseNumber: 12, houseNumberAddition: null, postcode: '8962KL' },
    ...{
      city: 'Zilverwaard',
      role: 'current',
      occasions: ['corrected'],
      firstAtMs: sinceMs,
      lastAtMs: sinceMs,
    },
  };
  const beside = { typed: typedParts(entry), known: [living], chosen: null };

  it('lie beside the entry, with what each keeps and changes of it', () => {
    const [street, postcode] = caseCandidates(check, beside, 'nl');
    expect(street).toMatchObject({
      index: 0,
      text: 'Lindelaan 12, 8962 KL Zilverwaard',
      restsOn: 'behoudt straat, huisnummer en plaats; verandert postcode',
      knownAs: 'huidig adres, sinds 2 maart 2025',
      isChosen: false,
    });
    expect(street?.parts.filter(({ changed }) => changed).map(({ text }) => text)).toEqual(['8962 KL']);
    expect(postcode).toMatchObject({ index: 1, text: 'Kerkstraat 12, 8951 AB Zilverwaard' });
    expect(postcode?.parts.filter(({ changed }) => changed).map(({ name }) => name)).toEqual(['street']);
    expect(postcode?.knownAs).toBe('vorig adres');
  });

  it('change what the entry leaves out', () => {
    const typed = { ...typedParts(entry), city: null };
    const [street] = caseCandidates(check, { ...beside, typed }, 'en');
    expect(street?.parts.filter(({ changed }) => changed).map(({ name }) => name)).toEqual([
      'postcode',
      'city',
    ]);
  });

  it('say which of them is chosen', () => {
    const chosen = caseCandidates(check, { ...beside, chosen: living }, 'en').map(({ isChosen }) => isChosen);
    expect(chosen).toEqual([true, false]);
  });

  it('are none without a check', () => {
    expect(caseCandidates(null, beside, 'en')).toEqual([]);
  });
});
