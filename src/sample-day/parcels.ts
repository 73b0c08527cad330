import type { MistakeName } from './mistakes';
import type { CorrectionKind, PlannedScan } from './planned';
import { WAYS } from './ways';

/** How its shop knows the customer: by an earlier delivery, by what it was told of a move, or not at all. */
type KnownBy = 'delivery' | 'move' | null;

/** A parcel of the day, before it has a customer and an address. */
export interface Parcel {
  mistake: MistakeName | null;
  knownBy: KnownBy;
  scans: readonly PlannedScan[];
  correction: CorrectionKind | null;
}

type Share = readonly [mistake: MistakeName, times: number, knownBy?: KnownBy, correction?: CorrectionKind];

/** The mistakes of the day, beside that of the story: 35 of 199, as in life. */
const MISTAKEN: readonly Share[] = [
  ['old_postcode', 4, 'delivery'],
  ['old_postcode', 1, 'delivery', 'right_by_mail'],
  ['old_street', 2, 'move'],
  ['old_street', 1, 'move', 'right_by_shop'],
  ['old_postcode', 3],
  ['old_postcode', 1, null, 'right_by_shop'],
  ['old_street', 2],
  ['postcode_slip', 4],
  ['postcode_slip', 1, null, 'right_by_shop'],
  ['street_slip', 3],
  ['number_missing', 2],
  ['number_missing', 1, null, 'right_by_shop'],
  ['number_unknown', 2],
  ['addition_missing', 1],
  ['addition_missing', 1, null, 'right_by_mail'],
  ['addition_wrong', 1],
  ['other_city', 1],
  ['new_building', 1],
  ['street_unknown', 1],
  ['po_box', 1],
  ['pickup_point', 1],
];

/** One right parcel in so many is of a customer whom its shop knows. */
const KNOWN_EVERY = 8;

/** The parcels of a day but that of the story, the mistaken ones first. */
export function parcelsOfDay(): Parcel[] {
  const mistaken = MISTAKEN.flatMap(([mistake, times, knownBy = null, correction = null]) =>
    repeated<Parcel>({ mistake, knownBy, scans: [], correction }, times),
  );
  const right = WAYS.flatMap(({ scans, times, correction = null }) =>
    repeated<Parcel>({ mistake: null, knownBy: null, scans, correction }, times),
  );
  return [
    ...mistaken,
    ...right.map((parcel, at): Parcel =>
      at % KNOWN_EVERY === 0 ? { ...parcel, knownBy: 'delivery' } : parcel,
    ),
  ];
}

function repeated<Item>(item: Item, times: number): Item[] {
  return Array.from({ length: times }, () => item);
}
