import type { AnswerLanguage } from '../checks/answer';
import type { Caller } from '../http/caller';
import { optionsFor } from '../routes/planning/options';
import { whereOnRoute } from '../routes/route-of-shipment';
import { addressAsTyped } from '../shipments/address-as-typed';
import { shipmentFor } from '../shipments/find-shipment';
import type { DeliveryAddress } from '../shipments/shipment';
import type { Correction } from './correction';
import { addressMeant } from './decide-correction';
import { seenCorrection } from './find-correction';
import { type Allowances, type OptionsDependencies, optionsQuestion, travelTimesFor } from './options-of';
import { listCorrections } from './corrections-store';
import { notLanded } from './locked-correction';
import { noAddressMeant, noSuchCandidate } from './refusals';
import { shownOptions } from './shown-options';

export interface OptionsRequest extends Allowances {
  caller: Caller;
  shipmentId: string;
  correctionId: string;
  /** Which of the candidates of its check; null for the address as it was proposed. */
  candidate: number | null;
  language: AnswerLanguage;
}

/**
 * What can still be done with a shipment by a correction, as things stand.
 * @throws Problem not-found; invalid-request for a candidate that there is not, unprocessable for an address that is not whole
 */
export async function showOptions(dependencies: OptionsDependencies, request: OptionsRequest) {
  const { database, clock } = dependencies;
  const { caller, shipmentId, correctionId, language } = request;
  const correction = await seenCorrection(database, { caller, shipmentId, correctionId });
  const address = addressOf(correction, request.candidate);
  const shipment = await shipmentFor(database, caller, shipmentId);
  const times = await travelTimesFor(dependencies, shipmentId, address);
  const corrections = await listCorrections(database, shipmentId);
  const onRoute = notLanded(corrections, await whereOnRoute(database, shipmentId));
  const asked = { ...request, travelMs: times.travelMs, nowMs: clock.nowMs() };
  const question = await optionsQuestion(database, dependencies, { shipment, onRoute, address }, asked);
  const { route } = onRoute ?? { route: null };
  return {
    correctionId,
    address,
    route: route === null ? null : { id: route.id, version: route.version, state: route.state },
    basis: times.basis,
    note: times.note?.[language] ?? null,
    options: shownOptions(optionsFor(question), language),
  };
}

function addressOf({ entry, check, address }: Correction, candidate: number | null): DeliveryAddress {
  const meant = candidate === null ? (address ?? addressMeant(entry, check)) : candidateOf(check, candidate);
  if (meant === null) throw noAddressMeant();
  return meant;
}

function candidateOf(check: Correction['check'], index: number): DeliveryAddress | null {
  const candidate = check?.candidates[index];
  if (candidate === undefined) throw noSuchCandidate();
  return addressAsTyped(candidate.address);
}
