import { personScopes, type Caller, type Scope } from './caller';
import type { Localised } from './language';
import { Problem } from './problem';

type Kind = 'shop' | 'person' | 'device';

/** Says what this caller lacks: another key or token, or to be somebody else altogether. */
export function lacksScope(scopes: readonly Scope[], caller: Caller): Problem {
  const kind = kindOfCaller(caller);
  if (kind === 'device') return new Problem('forbidden', { detail: notForDevices });
  const own = scopes.filter((scope) => kindOfScope(scope) === kind);
  const detail = own.length > 0 ? OF_ITS_KIND[kind](own.join(', ')) : ofAnotherKind(scopes, kind);
  return new Problem('forbidden', { detail });
}

function kindOfCaller({ kind }: Caller): Kind {
  return kind === 'person' || kind === 'device' ? kind : 'shop';
}

function kindOfScope(scope: Scope): Kind {
  if (scope === 'driving') return 'device';
  return (personScopes as readonly Scope[]).includes(scope) ? 'person' : 'shop';
}

const OF_ITS_KIND: Readonly<Record<Exclude<Kind, 'device'>, (names: string) => Localised>> = {
  person: (names) => ({
    nl: `Uw rol mag dit niet: nodig is het token van iemand met: ${names}.`,
    en: `Your role may not do this: it needs the token of someone with: ${names}.`,
  }),
  shop: (names) => ({ nl: `Nodig is een sleutel met: ${names}.`, en: `This needs a key with: ${names}.` }),
};

function ofAnotherKind(scopes: readonly Scope[], kind: Kind): Localised {
  const wanted = scopes.filter((scope) => kindOfScope(scope) !== 'device');
  if (wanted.length === 0) return forDevices;
  const names = wanted.join(', ');
  return kind === 'person'
    ? {
        nl: `Dit is voor winkels: gebruik in plaats van uw token de sleutel van een winkel, met: ${names}.`,
        en: `This is for shops: in place of your token, use the key of a shop, with: ${names}.`,
      }
    : {
        nl: `Dit is voor mensen van de vervoerder: nodig is het token van iemand met: ${names}.`,
        en: `This is for the carrier's people: it needs the token of someone with: ${names}.`,
      };
}

const forDevices: Localised = {
  nl: 'Dit is voor het toestel van een bezorger: nodig is het token dat voor deze route is gemaakt.',
  en: "This is for a driver's device: it needs the token that was made for this route.",
};
const notForDevices: Localised = {
  nl: 'Het token van een toestel is alleen voor zijn eigen route.',
  en: "A device's token is for its own route only.",
};
