import type { ShopCaller } from '../http/caller';
import { fieldErrors } from '../http/field-errors';
import type { Language } from '../http/language';
import { Problem } from '../http/problem';
import { onceOf } from '../idempotency/once';
import { differingParts } from '../shipments/differing-parts';
import type { Order } from '../shipments/new-shipment';
import { orderOf } from '../shipments/order-of';
import { type RegisterDependencies, registerShipment } from '../shipments/register-shipment';
import type { Shipment } from '../shipments/shipment';
import { shipmentRequest } from '../shipments/shipments-schemas';
import { findByReference, findShipment } from '../shipments/shipments-store';

/** Something that is wrong with a row: in which field of the request, where it is one, and in words. */
export interface Mistake {
  field: string | null;
  message: string;
}

/** What became of a row. */
export type RowOutcome =
  | { kind: 'registered'; shipment: Shipment }
  | { kind: 'already_there' }
  | { kind: 'rejected'; mistakes: readonly Mistake[] };

export interface RowRegistration {
  dependencies: RegisterDependencies;
  caller: ShopCaller;
  language: Language;
}

/** Registers the shipment of a row as the API does, once for each reference of the shop. */
export async function registerRow(registration: RowRegistration, request: unknown): Promise<RowOutcome> {
  const { dependencies, caller, language } = registration;
  const parsed = shipmentRequest.safeParse(request);
  if (!parsed.success) return rejected(fieldErrors(shipmentRequest, request, 'body', language));
  const order = orderOf(parsed.data);
  const key = `import ${order.reference}`;
  const once = onceOf(caller, key, { operationId: 'registerShipment', body: parsed.data });
  try {
    const { result, replayed } = await registerShipment(dependencies, caller, order, once);
    return replayed ? { kind: 'already_there' } : { kind: 'registered', shipment: result };
  } catch (error) {
    if (error instanceof Problem) return whyNot(registration, order, error);
    throw error;
  }
}

/** What the service refuses: mostly, its reference was registered before. */
async function whyNot(
  { dependencies, caller, language }: RowRegistration,
  order: Order,
  { details }: Problem,
): Promise<RowOutcome> {
  if (details.errors !== undefined) return rejected(details.errors.map((error) => worded(error, language)));
  const { database, pseudonymise } = dependencies;
  const { shopId } = caller;
  const { reference, customerReference } = order;
  const id = await findByReference(database, shopId, reference);
  const there = id === undefined ? undefined : await findShipment(database, { shopId }, id);
  if (there === undefined) return rejected([{ pointer: '', message: details.detail?.[language] ?? '' }]);
  const customer = customerReference === null ? null : pseudonymise(shopId, customerReference);
  const parts = differingParts(order, customer, there);
  if (parts.length === 0) return { kind: 'already_there' };
  return rejected(parts.map((part) => ({ pointer: `/${part}`, message: OTHERWISE[language] })));
}

const OTHERWISE = {
  nl: 'Is al aangemeld, met hier iets anders.',
  en: 'Registered already, with something else here.',
};

type PointedAt = Readonly<{ pointer: string; message: string }>;

function worded(error: { pointer: string; message: string | Record<Language, string> }, language: Language) {
  const { pointer, message } = error;
  return { pointer, message: typeof message === 'string' ? message : message[language] };
}

function rejected(errors: readonly PointedAt[]): RowOutcome {
  const mistakes = errors.map(({ pointer, message }) => ({
    field: pointer.slice(pointer.lastIndexOf('/') + 1) || null,
    message,
  }));
  return { kind: 'rejected', mistakes };
}
