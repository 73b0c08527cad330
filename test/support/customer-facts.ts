import { caseEntry } from '../../src/cases/case-entry';
import type { CustomerFacts } from '../../src/cases/customer-text';
import type { AddressCheckAnswer } from '../../src/checks/answer';
import type { CorrectionPlan } from '../../src/corrections/plan';
import type { CorrectionState } from '../../src/corrections/states';
import type { KnownCustomerAddress } from '../../src/customers/known-address';
import type { OptionKind } from '../../src/option-costs';
import type { Window } from '../../src/routes/route';
import type { ShipmentState } from '../../src/shipments/states';
import { checkOf } from './a-correction';
import { aShipment } from './a-shipment';
import { entered, known } from './judged';

/** 27 November 2026, 09:00 in Amsterdam. */
export const NOW_MS = Date.parse('2026-11-27T08:00:00Z');
export const promised: Window = {
  fromMs: Date.parse('2026-11-27T12:28:00Z'),
  untilMs: Date.parse('2026-11-27T13:28:00Z'),
  state: 'promised',
};

/** Her new street with her old postcode. */
export const typed = entered('Lindelaan 12, 8951AB Zilverwaard');
export const mixed = checkOf(typed, [known('Kerkstraat 12, 8951AB Zilverwaard')]);

/** What a customer's text depends on; out for delivery, on an entry that is a mix, unless said otherwise. */
export interface Told {
  state?: ShipmentState;
  correction?: CorrectionState;
  option?: OptionKind;
  window?: Window | null;
  day?: string;
  check?: AddressCheckAnswer | null;
  known?: KnownCustomerAddress[];
  isTooLateToday?: boolean;
  estimatedAtMs?: number | null;
  language?: 'nl' | 'en';
}

const usual = { state: 'out_for_delivery', known: [], isTooLateToday: false, estimatedAtMs: null } as const;

/** All that a customer's text is made of. */
export function factsOf(told: Told): CustomerFacts {
  const { state, known: addresses, isTooLateToday, estimatedAtMs } = { ...usual, ...told };
  const { correction, check = mixed, language = 'nl' } = told;
  const recipient = { name: 'Vera', email: null, phone: null, language };
  return {
    shipment: aShipment({ state, recipient }),
    correction: correction === undefined ? null : { state: correction, plan: planOf(told) },
    ...{ check, known: addresses, entry: caseEntry(typed, check, language), isTooLateToday },
    ...{ estimatedAtMs, agentName: 'Noor' },
  };
}

function planOf({ option, day = '2026-11-27', window = promised }: Told): CorrectionPlan | null {
  return option === undefined ? null : { option, routeId: 'rte_1', day, depot: null, window };
}
