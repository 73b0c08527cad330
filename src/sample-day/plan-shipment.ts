import type { EnteredAddress } from '../checks/address';
import { depots, shops } from './cast';
import type { Chance } from './chance';
import type { Customer } from './customers';
import { MISTAKES, type Meant } from './mistakes';
import type { Parcel } from './parcels';
import type { CorrectionKind, PlannedCorrection, PlannedShipment } from './planned';
import { typed, typedSomehow } from './spellings';
import type { Town, TownAddress } from './town';
import { CORRECTED_AGO_MS, earlierWay, orderedAgoMs } from './ways';

/** A parcel with who ordered it, where they live, and where they lived before. */
export interface Drawn {
  parcel: Parcel;
  customer: Customer;
  address: TownAddress;
  earlier: TownAddress;
}

interface Setting extends Drawn {
  chance: Chance;
  town: Town;
}

/** Which of the day's shipments it is. */
interface Place {
  number: number;
  index: number;
  count: number;
  date: string;
}

interface Planned {
  today: PlannedShipment;
  /** What its shop delivered to the customer before. */
  earlier: PlannedShipment[];
}

const NOTES = [
  'Bel doet het niet, graag kloppen',
  'Achterom, de poort is open',
  'Niet bij de buren',
  'Na 17 uur',
];

/** One shipment of the day as a shop registers it, and what comes of it. */
export function planShipment(setting: Setting, { number, index, count, date }: Place): Planned {
  const { parcel, customer, address, chance } = setting;
  const shop = chance.one(shops);
  const common = { shop, customer, depot: depotOf(address.city) };
  const today: PlannedShipment = {
    ...common,
    reference: `${shop.prefix}-${date.replaceAll('-', '')}-${number}`,
    isNamed: parcel.knownBy !== null || chance.below(2) === 0,
    entry: entryOf(setting),
    goesTo: parcel.mistake === null && parcel.correction === null ? address : null,
    known: parcel.knownBy === 'move' ? [{ ...typed(setting.earlier), role: 'previous' }] : [],
    promisedOn: date,
    driverNote: chance.below(10) === 0 ? chance.one(NOTES) : null,
    agoMs: orderedAgoMs(index, count),
    scans: parcel.scans,
    correction: parcel.correction === null ? null : correctionOf(parcel.correction, setting),
  };
  const before = {
    ...common,
    isNamed: true,
    goesTo: null,
    known: [],
    promisedOn: null,
    driverNote: null,
    correction: null,
  };
  const reference = `${shop.prefix}-E${number}`;
  const earlier =
    parcel.knownBy === 'delivery' ? [{ ...before, reference, ...earlierDelivery(setting) }] : [];
  return { today, earlier };
}

function depotOf(city: string): string | null {
  return depots.find(({ cities }) => (cities as readonly string[]).includes(city))?.code ?? null;
}

function entryOf(setting: Setting): EnteredAddress {
  const { parcel, address, chance } = setting;
  return parcel.mistake === null ? typedSomehow(chance, address) : MISTAKES[parcel.mistake].make(setting);
}

/** Who makes no mistake has not moved. */
function earlierDelivery({ parcel, address, earlier, chance }: Setting) {
  const entry = typed(parcel.mistake === null ? address : earlier);
  return { entry, ...earlierWay(20 + chance.below(380)) };
}

function correctionOf(kind: CorrectionKind, meant: Meant): PlannedCorrection {
  const byMail = { by: 'agent', source: 'email', agoMs: CORRECTED_AGO_MS } as const;
  switch (kind) {
    case 'right_by_shop':
      return { ...byMail, by: 'shop', source: 'customer', entry: typed(meant.address) };
    case 'right_by_mail':
      return { ...byMail, entry: typed(meant.address) };
    case 'mixed_again_by_mail':
      return { ...byMail, entry: MISTAKES.old_street.make(meant) };
    case 'moved_by_mail':
      return { ...byMail, entry: typed(meant.earlier) };
  }
}
