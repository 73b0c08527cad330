import { personScopes, type Caller, type PersonScope, type Scope } from './caller';
import type { Localised } from './language';
import { Problem } from './problem';

/** Says what this caller lacks: another key or token, or to be somebody else altogether. */
export function lacksScope(scopes: readonly Scope[], caller: Caller): Problem {
  const isPerson = caller.kind === 'person';
  const own = scopes.filter((scope) => isPersonScope(scope) === isPerson);
  const detail = own.length > 0 ? ofItsKind(own, isPerson) : ofTheOtherKind(scopes, isPerson);
  return new Problem('forbidden', { detail });
}

function isPersonScope(scope: Scope): scope is PersonScope {
  return (personScopes as readonly Scope[]).includes(scope);
}

function ofItsKind(scopes: readonly Scope[], isPerson: boolean): Localised {
  const names = scopes.join(', ');
  return isPerson
    ? {
        nl: `Uw rol mag dit niet: nodig is het token van iemand met: ${names}.`,
        en: `Your role may not do this: it needs the token of someone with: ${names}.`,
      }
    : { nl: `Nodig is een sleutel met: ${names}.`, en: `This needs a key with: ${names}.` };
}

function ofTheOtherKind(scopes: readonly Scope[], isPerson: boolean): Localised {
  const names = scopes.join(', ');
  return isPerson
    ? {
        nl: `Dit is voor winkels: gebruik in plaats van uw token de sleutel van een winkel, met: ${names}.`,
        en: `This is for shops: in place of your token, use the key of a shop, with: ${names}.`,
      }
    : {
        nl: `Dit is voor mensen van de vervoerder: nodig is het token van iemand met: ${names}.`,
        en: `This is for the carrier's people: it needs the token of someone with: ${names}.`,
      };
}
