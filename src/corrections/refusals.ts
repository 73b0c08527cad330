import { Problem } from '../http/problem';
import { notInState as shipmentIs } from '../shipments/refusals';
import type { OnRoute } from '../routes/route-of-shipment';
import type { Shipment } from '../shipments/shipment';
import type { Correction } from './correction';
import { canBeCorrected } from './parcel-way';
import { canBecome, type CorrectionState } from './states';

const STATE_WORDS: Readonly<Record<CorrectionState, { nl: string; en: string }>> = {
  proposed: { nl: 'voorgesteld', en: 'proposed' },
  blocked: { nl: 'tegengehouden', en: 'blocked' },
  approved: { nl: 'goedgekeurd', en: 'approved' },
  pushed: { nl: 'naar de bezorger gestuurd', en: 'pushed to the driver' },
  acknowledged: { nl: 'door de bezorger gezien', en: 'acknowledged by the driver' },
  applied: { nl: 'doorgevoerd', en: 'applied' },
  refused: { nl: 'door de bezorger geweigerd', en: 'refused by the driver' },
  rejected: { nl: 'afgewezen', en: 'rejected' },
  withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
  superseded: { nl: 'vervangen door een latere', en: 'superseded by a later one' },
  expired: { nl: 'verlopen', en: 'expired' },
  undeliverable: { nl: 'onbestelbaar gebleken', en: 'found undeliverable' },
};

/** A state, as people say it. */
export function correctionStateWords(state: CorrectionState): { nl: string; en: string } {
  return STATE_WORDS[state];
}

/** What cannot be done with a correction in its state. */
export function notInState(state: CorrectionState): Problem {
  const { nl, en } = STATE_WORDS[state];
  return new Problem('conflict', {
    detail: {
      nl: `De correctie is ${nl}; daarom kan dit niet meer.`,
      en: `The correction is ${en}; that is why this can no longer be done.`,
    },
  });
}

/**
 * Whether a correction can still be approved is asked before whether it may be.
 * @throws Problem conflict where it was decided already, or the parcel is with a driver or past correcting
 */
export function refuseTooLate({
  correction,
  shipment,
  onRoute,
}: {
  correction: Correction;
  shipment: Shipment;
  onRoute: OnRoute | null;
}): void {
  if (!canBecome(correction.state, 'approved')) throw notInState(correction.state);
  if (!canBeCorrected(shipment, onRoute)) throw shipmentIs(shipment.state);
}

/** A blocked correction is approved with a reason only. */
export function reasonMissing(): Problem {
  const message = {
    nl: 'Deze correctie is tegengehouden: zeg waarom zij toch klopt. Het wordt bewaard.',
    en: 'This correction was blocked: say why it is right all the same. It is kept.',
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/reason', code: 'required', message }],
  });
}

/** An address that nobody could drive to. */
export function addressIncomplete(): Problem {
  const message = {
    nl: 'Dit adres is niet volledig; geef straat, huisnummer en plaats, of kies een kandidaat.',
    en: 'This address is not complete; give street, house number and city, or choose a candidate.',
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/address', code: 'incomplete', message }],
  });
}

/** Options are for one address. */
export function noAddressMeant(): Problem {
  return new Problem('unprocessable', {
    detail: {
      nl: 'Deze correctie noemt geen volledig adres; kies een kandidaat van haar controle, met ?candidate=0 voor de eerste.',
      en: 'This correction names no complete address; choose a candidate of its check, with ?candidate=0 for the first.',
    },
  });
}

/** A depot that a parcel cannot be transferred to, since there is none of that name. */
export function unknownTransferDepot(codes: readonly string[]): Problem {
  const known = codes.join(', ');
  const message = {
    nl: `Dit depot bestaat niet. Er zijn: ${known}.`,
    en: `There is no such depot. There are: ${known}.`,
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/option/depot', code: 'unknown_depot', message }],
  });
}

/** A candidate that its check does not have. */
export function noSuchCandidate(): Problem {
  const message = {
    nl: 'Zoveel kandidaten heeft de controle van deze correctie niet; 0 is de eerste.',
    en: 'The check of this correction does not have that many candidates; 0 is the first.',
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'query', pointer: '/candidate', code: 'no_such_candidate', message }],
  });
}

/** What was applied concerns the carrier: a shop proposes another address in its place. */
export function onlyTheDeskUndoes(): Problem {
  return new Problem('forbidden', {
    detail: {
      nl: 'Deze correctie is al doorgevoerd; alleen de vervoerder draait haar terug. Stel zo nodig een andere voor.',
      en: 'This correction was applied already; only the carrier undoes it. Propose another one where needed.',
    },
  });
}

/** A correction that a route was planned by is not undone, but replaced. */
export function plannedByIt(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'De zending staat zo op een route. Stel een correctie naar het oude adres voor; die zegt wat er nog kan.',
      en: 'The shipment is on a route by it. Propose a correction to the old address; that tells what can still be done.',
    },
  });
}

/** What the carrier proposed is the carrier's to take back. */
export function notYourProposal(): Problem {
  return new Problem('forbidden', {
    detail: {
      nl: 'Deze correctie komt van de vervoerder, die haar ook intrekt. Stel zo nodig een andere voor.',
      en: 'This correction is from the carrier, who also withdraws it. Propose another one where needed.',
    },
  });
}

/** A source that this caller cannot speak for. */
export function sourceNotYours(allowed: readonly string[]): Problem {
  const words = allowed.join(', ');
  const message = { nl: `Kies uit: ${words}.`, en: `Choose one of: ${words}.` };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/source', code: 'not_yours', message }],
  });
}
