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
