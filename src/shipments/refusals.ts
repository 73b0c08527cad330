import { Problem } from '../http/problem';
import type { ShipmentState } from './states';

/** A depot that the carrier does not have. */
export function unknownDepot(): Problem {
  const message = {
    nl: 'Dit depot bestaat niet; laat het weg, of gebruik een code van de vervoerder.',
    en: 'There is no such depot; leave it out, or use a code of the carrier.',
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/depot', code: 'unknown_depot', message }],
  });
}

const STATE_WORDS: Readonly<Record<ShipmentState, { nl: string; en: string }>> = {
  registered: { nl: 'aangemeld en nog niet gecontroleerd', en: 'registered and not checked yet' },
  held: { nl: 'vastgehouden', en: 'held' },
  released: { nl: 'vrijgegeven', en: 'released' },
  in_transit: { nl: 'onderweg', en: 'in transit' },
  at_depot: { nl: 'in het depot', en: 'at the depot' },
  on_board: { nl: 'geladen bij de bezorger', en: 'on board of the van' },
  out_for_delivery: { nl: 'onderweg met de bezorger', en: 'out for delivery' },
  delivered: { nl: 'bezorgd', en: 'delivered' },
  delivery_failed: { nl: 'niet bezorgd', en: 'not delivered' },
  returning: { nl: 'op de weg terug', en: 'on its way back' },
  returned: { nl: 'terug bij de afzender', en: 'back with its sender' },
  lost: { nl: 'zoek', en: 'lost' },
  damaged: { nl: 'beschadigd', en: 'damaged' },
  cancelled: { nl: 'geannuleerd', en: 'cancelled' },
};

/** A state, as people say it. */
export function stateWords(state: ShipmentState): { nl: string; en: string } {
  return STATE_WORDS[state];
}

/** What cannot be done with a shipment in its state. */
export function notInState(state: ShipmentState): Problem {
  const { nl, en } = stateWords(state);
  return new Problem('conflict', {
    detail: {
      nl: `De zending is ${nl}; daarom kan dit nu niet.`,
      en: `The shipment is ${en}; that is why this cannot be done now.`,
    },
  });
}

/** A shipment that cannot leave, as nobody could drive to what was typed. */
export function noCompleteAddress(): Problem {
  return new Problem('unprocessable', {
    detail: {
      nl: 'Het ingevoerde adres is niet volledig; stel een correctie voor in plaats van de zending vrij te geven.',
      en: 'The address as typed is not complete; propose a correction in place of releasing the shipment.',
    },
  });
}

/** Why a test key sees and makes no shipments. */
export const testKeyWords = {
  nl: 'Een testsleutel kent geen zendingen: er komt geen bezorger. Controleer ermee; gebruik voor zendingen een gewone sleutel.',
  en: 'A test key knows no shipments: no driver will come. Check with it; for shipments use a key that is no test key.',
};
