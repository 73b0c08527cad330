import { packExtract } from './bag-extract';
import { cast } from './cast';
import { createMunicipality, identification, municipality } from './municipality';
import { generateStreets } from './streets';

export const SAMPLE_SEED = 1;
export const SAMPLE_DATE = '2026-11-08';

/** The sample register as an official extract; the same bytes for the same seed. */
export function createSampleExtract(seed = SAMPLE_SEED): Promise<Buffer> {
  const all = createMunicipality([...cast, ...generateStreets(seed)]);
  // As in the real register: a number on a street that is in no file.
  all.numbers.push({
    id: identification('20', 9_000_000),
    street: identification('30', 9_000_000),
    houseNumber: 1,
    postcode: '8989ZZ',
    object: 'Verblijfsobject',
    from: '2012-03-01',
  });
  return packExtract(all, { municipality, date: SAMPLE_DATE });
}
