import { Problem } from '../http/problem';
import type { InstructionState, RouteState } from './states';

const INSTRUCTION_WORDS: Readonly<Record<InstructionState, { nl: string; en: string }>> = {
  pushed: { nl: 'al gestuurd', en: 'pushed already' },
  acknowledged: { nl: 'door de bezorger gezien', en: 'acknowledged by the driver' },
  refused: { nl: 'door de bezorger geweigerd', en: 'refused by the driver' },
  withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
  superseded: { nl: 'vervangen door een latere', en: 'superseded by a later one' },
  expired: { nl: 'verlopen', en: 'expired' },
};

/** What cannot be done with an instruction in its state. */
export function instructionIs(state: InstructionState): Problem {
  const { nl, en } = INSTRUCTION_WORDS[state];
  return new Problem('conflict', {
    detail: {
      nl: `De opdracht is ${nl}; daarom kan dit niet meer.`,
      en: `The instruction is ${en}; that is why this can no longer be done.`,
    },
  });
}

const ROUTE_WORDS: Readonly<Record<RouteState, { nl: string; en: string }>> = {
  planned: { nl: 'nog niet vertrokken', en: 'not under way yet' },
  under_way: { nl: 'onderweg', en: 'under way' },
  ended: { nl: 'afgelopen', en: 'ended' },
};

/** What cannot be done with a route in its state. */
export function routeIs(state: RouteState): Problem {
  const { nl, en } = ROUTE_WORDS[state];
  return new Problem('conflict', {
    detail: {
      nl: `De route is ${nl}; daarom kan dit nu niet.`,
      en: `The route is ${en}; that is why this cannot be done now.`,
    },
  });
}

/** A depot that the carrier does not have, or that is not the caller's to plan for: nobody learns which. */
export function unknownDepot(): Problem {
  const message = {
    nl: 'Dit depot bestaat niet, of u plant er niet voor; gebruik een code van de vervoerder.',
    en: 'There is no such depot, or you do not plan for it; use a code of the carrier.',
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/depot', code: 'unknown_depot', message }],
  });
}

/** A route that has as many devices as may be. */
export function tooManyDevices(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'Deze route heeft al vijf toestellen; trek er eerst een in.',
      en: 'This route has five devices already; revoke one first.',
    },
  });
}

/** A route whose devices are no longer let in. */
export function shiftIsOver(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'De dienst is meer dan twaalf uur voorbij; een toestel zou niet meer binnenkomen.',
      en: 'The shift ended more than twelve hours ago; a device would no longer be let in.',
    },
  });
}

/** A parcel that is on no stop of the route. */
export function notOnRoute(): Problem {
  const message = {
    nl: 'Deze zending is niet op deze route.',
    en: 'This shipment is not on this route.',
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/shipmentId', code: 'not_on_route', message }],
  });
}

/** Only a question is taken back by itself. */
export function instructionIsNoQuestion(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'Dit is geen vraag maar komt van een correctie; trek die correctie in.',
      en: 'This is no question but comes from a correction; withdraw that correction.',
    },
  });
}
