import type { LocalisedFieldError } from '../../http/problem';
import type { Parcel } from '../parcel';
import { namesIn, type RoutePlan } from './plan';
import { isSameAddress } from '../planning/same-address';
import type { Route, StopAddress } from '../route';
import { isDone } from '../states';

type Found = ReadonlyMap<string, Parcel | 'several'>;
type Words = Pick<LocalisedFieldError, 'code'> & { message: { nl: string; en: string } };

/** What a plan is held against. */
export interface Standing {
  parcels: Found;
  /** The other routes that are not over and have one of the parcels. */
  others: readonly Route[];
}

/** Everything that keeps a plan's parcels from its route, each by where it stands in the plan. */
export function mistakesOf(plan: RoutePlan, { parcels, others }: Standing): LocalisedFieldError[] {
  const elsewhere = {
    underWay: parcelsUnderWay(others),
    otherDepot: parcelsOfOthers(others, plan.depot),
  };
  const seenAt = new Map<string, string>();
  const mistakes: LocalisedFieldError[] = [];
  for (const { name, pointer } of namesIn(plan)) {
    const parcel = parcels.get(name);
    const words = wordsOf(parcel, plan) ?? stays(parcel, { seenAt, ...elsewhere });
    if (words !== null) mistakes.push({ in: 'body', pointer, ...words });
    else seenAt.set(idOf(parcel), pointer);
  }
  return [...mistakes, ...otherAddresses(plan, parcels)];
}

function wordsOf(parcel: Parcel | 'several' | undefined, { depot }: RoutePlan): Words | null {
  if (parcel === undefined) return unknownParcel(depot);
  if (parcel === 'several') return ambiguous;
  return parcel.mayLeave ? null : mayNotLeave(parcel.state);
}

interface Elsewhere {
  /** Where in the plan parcels were named before. */
  seenAt: ReadonlyMap<string, string>;
  underWay: ReadonlyMap<string, string>;
  otherDepot: ReadonlyMap<string, string>;
}

function stays(
  parcel: Parcel | 'several' | undefined,
  { seenAt, underWay, otherDepot }: Elsewhere,
): Words | null {
  const id = idOf(parcel);
  const before = seenAt.get(id);
  if (before !== undefined) return twice(before);
  const routeId = underWay.get(id);
  if (routeId !== undefined) return onItsWay(routeId);
  const depot = otherDepot.get(id);
  return depot === undefined ? null : plannedBy(depot);
}

/** What is planned to go from another depot, by shipment, with that depot. */
function parcelsOfOthers(routes: readonly Route[], own: string): Map<string, string> {
  const planned = routes.filter(({ state, depot }) => state === 'planned' && depot !== own);
  return new Map(
    planned.flatMap(({ depot, stops }) =>
      stops.flatMap(({ shipmentIds }) => shipmentIds.map((id): [string, string] => [id, depot])),
    ),
  );
}

/** What is still to be handed over on routes that have left, by shipment, with the id of the route. */
function parcelsUnderWay(routes: readonly Route[]): Map<string, string> {
  const undone = routes
    .filter(({ state }) => state === 'under_way')
    .flatMap(({ id, stops }) => stops.filter(({ state }) => !isDone(state)).map((stop) => ({ id, stop })));
  return new Map(
    undone.flatMap(({ id, stop }) =>
      stop.shipmentIds.map((shipmentId): [string, string] => [shipmentId, id]),
    ),
  );
}

/** The parcels of a stop that go elsewhere than its first one does. */
function otherAddresses({ stops }: RoutePlan, parcels: Found): LocalisedFieldError[] {
  return stops.flatMap(({ parcels: names }, stop) => {
    const addresses = names.map((name) => addressOf(parcels.get(name)));
    const first = addresses.find((address) => address !== null);
    return addresses.flatMap((address, parcel) =>
      first === undefined || address === null || isSameAddress(first, address)
        ? []
        : [{ in: 'body' as const, pointer: `/stops/${stop}/shipments/${parcel}`, ...otherAddress }],
    );
  });
}

function addressOf(parcel: Parcel | 'several' | undefined): StopAddress | null {
  return parcel === undefined || parcel === 'several' ? null : parcel.address;
}

function idOf(parcel: Parcel | 'several' | undefined): string {
  return parcel === undefined || parcel === 'several' ? '' : parcel.shipmentId;
}

function unknownParcel(depot: string): Words {
  return {
    code: 'unknown_shipment',
    message: {
      nl: `Depot ${depot} kent geen zending met dit id of deze barcode.`,
      en: `Depot ${depot} knows no shipment by this id or barcode.`,
    },
  };
}

const ambiguous: Words = {
  code: 'ambiguous',
  message: {
    nl: 'Van meer winkels heeft een zending deze barcode; noem haar bij haar id.',
    en: 'Shipments of several shops have this barcode; name it by its id.',
  },
};

function mayNotLeave({ nl, en }: Parcel['state']): Words {
  return {
    code: 'may_not_leave',
    message: {
      nl: `Deze zending is ${nl}, en kan niet op een route.`,
      en: `This shipment is ${en}, and cannot go on a route.`,
    },
  };
}

function twice(pointer: string): Words {
  return {
    code: 'twice',
    message: {
      nl: `Deze zending staat al bij ${pointer}.`,
      en: `This shipment stands at ${pointer} already.`,
    },
  };
}

function onItsWay(routeId: string): Words {
  return {
    code: 'under_way',
    message: {
      nl: `Deze zending is onderweg op route ${routeId}; beëindig die eerst als zij daar niet meer op ligt.`,
      en: `This shipment is under way on route ${routeId}; end that first where it is no longer on it.`,
    },
  };
}

function plannedBy(depot: string): Words {
  return {
    code: 'other_depot',
    message: {
      nl: `Deze zending staat op een route van depot ${depot}; laat die haar daar eerst afhalen.`,
      en: `This shipment is on a route of depot ${depot}; have it taken off there first.`,
    },
  };
}

const otherAddress: Words = {
  code: 'other_address',
  message: {
    nl: 'Deze zending gaat naar een ander adres dan de eerste van deze stop; geef haar een eigen stop.',
    en: 'This shipment goes to another address than the first of this stop; give it a stop of its own.',
  },
};
