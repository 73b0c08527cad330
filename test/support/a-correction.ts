import type { EnteredAddress, EnteredKnownAddress } from '../../src/checks/address';
import { type AddressCheckAnswer, toAnswer } from '../../src/checks/answer';
import type { Correction } from '../../src/corrections/correction';
import { anAddress } from './a-shipment';
import { judge } from './judged';
import { town } from './town';

/** A proposed correction of a shipment of nobody's. */
export function aCorrection(of: Partial<Correction> = {}): Correction {
  return {
    ...{ id: 'cor_1', shipmentId: 'snd_1', version: 1, state: 'proposed', source: 'customer' },
    ...{ proposedBy: 'key_owner', entry: anAddress, check: null, address: null, reason: null },
    ...{ decidedBy: null, prior: null, plan: null, supersededBy: null, createdAtMs: 0, updatedAtMs: 0 },
    ...of,
  };
}

/** What a check in the town says of an entry, to a shop that knows these addresses of its customer. */
export function checkOf(
  entry: EnteredAddress | string,
  known: EnteredKnownAddress[] = [],
): AddressCheckAnswer {
  const about = { id: 'chk_1', language: 'nl', register: town, isRegisterStale: false } as const;
  return toAnswer(judge(entry, known), { ...about, unusedText: [], previousCheckId: null });
}
