import type { ShopScope } from '../http/caller';
import type { KeyKind } from './key-format';
import type { KeyMistake } from './key-refused';
import { parseOrigin } from './origin';

/** What a key is asked to be. */
export interface AskedKey {
  shopName: string;
  kind: KeyKind;
  scopes: readonly string[];
  origins: readonly string[];
  requestsPerMinute: number | undefined;
}

/** A publishable key is seen by everyone: it learns what the register says, and changes nothing. */
export const POSSIBLE_SCOPES: Readonly<Record<KeyKind, readonly ShopScope[]>> = {
  secret: ['checks', 'suggestions', 'register', 'amendments', 'shipments'],
  publishable: ['checks', 'suggestions', 'register'],
};

/** Everything that is wrong with a key that is asked for; nothing where it can be made. */
export function keyMistakes(asked: AskedKey): KeyMistake[] {
  return [
    ...nameMistakes(asked),
    ...scopeMistakes(asked),
    ...(asked.kind === 'secret' ? secretMistakes(asked) : publishableMistakes(asked)),
    ...limitMistakes(asked),
  ];
}

function nameMistakes({ shopName }: AskedKey): KeyMistake[] {
  if (shopName !== '' && shopName.length <= 200) return [];
  const message = {
    nl: 'De naam van een winkel heeft 1 tot 200 tekens.',
    en: 'The name of a shop has 1 to 200 characters.',
  };
  return [{ field: 'shopName', code: 'length', message }];
}

function scopeMistakes({ kind, scopes }: AskedKey): KeyMistake[] {
  const possible = POSSIBLE_SCOPES[kind];
  const wrong = scopes.filter((scope) => !possible.includes(scope as ShopScope));
  if (wrong.length === 0) return [];
  const [can, not] = [possible.join(', '), wrong.join(', ')];
  const dutch = kind === 'secret' ? 'geheime' : 'publieke';
  const message = {
    nl: `Een ${dutch} sleutel kan deze rechten hebben: ${can}; niet ${not}.`,
    en: `A ${kind} key can have the scopes ${can}; not ${not}.`,
  };
  return [{ field: 'scopes', code: 'not_allowed', message }];
}

function secretMistakes({ origins }: AskedKey): KeyMistake[] {
  if (origins.length === 0) return [];
  const message = {
    nl: "Een geheime sleutel hoort op een server: alleen publieke sleutels horen bij pagina's.",
    en: 'A secret key belongs on a server: only publishable keys have origins.',
  };
  return [{ field: 'origins', code: 'not_allowed', message }];
}

function publishableMistakes({ origins }: AskedKey): KeyMistake[] {
  if (origins.length === 0) return [NO_ORIGIN];
  return origins
    .filter((text) => parseOrigin(text) === null)
    .map((text) => ({
      field: 'origins',
      code: 'format',
      message: {
        nl: `${text} is geen herkomst: geef schema, host en poort, als in https://winkel.example.`,
        en: `${text} is not an origin: give a scheme, host and port, as in https://shop.example.`,
      },
    }));
}

const NO_ORIGIN: KeyMistake = {
  field: 'origins',
  code: 'required',
  message: {
    nl: "Een publieke sleutel heeft minstens één herkomst nodig: waar de pagina's staan, als https://winkel.example.",
    en: 'A publishable key needs at least one origin, where the pages are, as https://shop.example.',
  },
};

function limitMistakes({ requestsPerMinute: limit }: AskedKey): KeyMistake[] {
  if (limit === undefined || (Number.isInteger(limit) && limit >= 1 && limit <= 1_000_000)) return [];
  const message = {
    nl: 'Een limiet is een geheel aantal verzoeken per minuut, van 1 tot 1000000.',
    en: 'A rate limit is a whole number of requests a minute, from 1 to 1000000.',
  };
  return [{ field: 'requestsPerMinute', code: 'range', message }];
}
