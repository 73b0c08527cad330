import type { Clock } from '../clock';
import { endpoint, type Endpoint, type Examples } from '../http/endpoint';
import type { Language } from '../http/language';
import type { CurrentRegister } from './current-register';
import type { EditionInfo } from './edition/edition-format';
import { readRegisterState } from './register-state';
import { postcodesEndpoints } from './postcodes/postcodes-endpoints';
import { registerResponse } from './register-schemas';
import { sampleNotice } from './sample-notice';
import { suggestionsEndpoints, type SuggestionsDependencies } from './suggestions/suggestions-endpoints';

export interface RegisterDependencies extends SuggestionsDependencies {
  register: Pick<CurrentRegister, 'current' | 'amendmentCount' | 'inUseSinceMs'>;
  clock: Clock;
  registerMaxAgeDays: number;
}

/** What the register says: of an address that is being typed, of a postcode, of itself. */
export function registerEndpoints(dependencies: RegisterDependencies): Endpoint[] {
  return [
    ...suggestionsEndpoints(dependencies),
    ...postcodesEndpoints(dependencies),
    getRegister(dependencies),
  ];
}

function getRegister(dependencies: RegisterDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/register',
    operationId: 'getRegister',
    summary: 'Which edition of the address register is in use, and how old it is',
    tags: ['register'],
    scopes: ['register'],
    responses: {
      200: { description: 'The edition in use', schema: registerResponse, examples: registerExamples },
    },
    handle: (_input, { language }) => {
      const { info, ageDays, maxAgeDays, isStale: stale, amendments } = readRegisterState(dependencies);
      return {
        register: 'BAG' as const,
        edition: info.edition,
        source: info.source,
        date: info.date,
        builtAt: info.builtAt,
        ageDays,
        stale,
        maxAgeDays,
        sample: info.sample,
        notice: noticeOf(info, stale, language),
        counts: { ...info.counts },
        amendments,
      };
    },
  });
}

const staleNotice = {
  nl: 'Deze editie is te oud: nieuwe straten en postcodes ontbreken. Haal een nieuwe met `klopt register download`.',
  en: 'This edition is too old: new streets and postcodes are missing. Fetch another with `klopt register download`.',
};

function noticeOf({ sample }: EditionInfo, stale: boolean, language: Language): string | null {
  if (sample) return sampleNotice[language];
  return stale ? staleNotice[language] : null;
}

const registerExamples: Examples = {
  sample: {
    summary: 'The sample register',
    value: {
      register: 'BAG',
      edition: '2026-11-08',
      source: 'BAG 2.0 extract',
      date: '2026-11-08',
      builtAt: '2026-11-22T08:00:00.000Z',
      ageDays: 14,
      stale: false,
      maxAgeDays: 100,
      sample: true,
      notice: sampleNotice.en,
      counts: {
        places: 4,
        streets: 316,
        postcodes: 454,
        segments: 464,
        houseNumbers: 4_074,
        addresses: 4_508,
        addressesWithoutPostcode: 62,
      },
      amendments: 0,
    },
  },
};
