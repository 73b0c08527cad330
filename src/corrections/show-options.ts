import type { AnswerLanguage } from '../checks/answer';
import type { Caller } from '../http/caller';
import { whereOnRoute } from '../routes/route-of-shipment';
import { shipmentFor } from '../shipments/find-shipment';
import { chosenAddress } from './chosen-address';
import { listCorrections } from './corrections-store';
import { seenCorrection } from './find-correction';
import { notLanded } from './locked-correction';
import type { Allowances, OptionsDependencies } from './options-of';
import { readOptions } from './read-options';
import { noAddressMeant } from './refusals';
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
  const { database } = dependencies;
  const { caller, shipmentId, correctionId, language } = request;
  const correction = await seenCorrection(database, { caller, shipmentId, correctionId });
  const address = chosenAddress(correction, request.candidate);
  if (address === null) throw noAddressMeant();
  const shipment = await shipmentFor(database, caller, shipmentId);
  const corrections = await listCorrections(database, shipmentId);
  const onRoute = notLanded(corrections, await whereOnRoute(database, shipmentId));
  const { options, times } = await readOptions(dependencies, { shipment, onRoute, address }, request);
  const { route } = onRoute ?? { route: null };
  return {
    correctionId,
    address,
    route: route === null ? null : { id: route.id, version: route.version, state: route.state },
    basis: times.basis,
    note: times.note?.[language] ?? null,
    options: shownOptions(options, language),
  };
}
