import type { Caller } from '../http/caller';
import { fingerprintOf } from './fingerprint';

/** One write that its caller wants done once, however often it is sent. */
export interface Once {
  /** Whose key it is: the keys of two callers never meet. */
  owner: string;
  key: string;
  /** Of everything that was asked: the same key with another request is a mistake. */
  fingerprint: string;
}

/** What identifies a request beside its key. */
export interface Asked {
  operationId: string;
  params?: unknown;
  body?: unknown;
}

/** The write that a request asks for. Of the request only a hash is kept. */
export function onceOf(caller: Caller, key: string, { operationId, params, body }: Asked): Once {
  return {
    owner: ownerOf(caller),
    key,
    fingerprint: fingerprintOf([operationId, params, body]),
  };
}

/** A shop's keys share what they wrote; a test key writes nothing, and is not to find what the others were answered. */
function ownerOf(caller: Caller): string {
  if (caller.kind === 'person') return caller.personId;
  if (caller.kind === 'device') return caller.keyId;
  return caller.test ? caller.keyId : caller.shopId;
}
