import { createChance } from './chance';
import { createCustomer } from './customers';
import { MISTAKES, type Mistake } from './mistakes';
import { type Parcel, parcelsOfDay } from './parcels';
import { type Drawn, planShipment } from './plan-shipment';
import type { PlannedShipment } from './planned';
import { newAddress, oldAddress, vera } from './story';
import type { Town, TownAddress } from './town';

/** The shipments of the sample's day, and those that were delivered to its customers on earlier days. */
export interface DayPlan {
  earlier: PlannedShipment[];
  /** That of the story first. */
  today: PlannedShipment[];
}

/** A day of 200 shipments in a town, the same for the same seed; dated `date`, as YYYY-MM-DD. */
export function planDay(town: Town, { seed, date }: { seed: number; date: string }): DayPlan {
  const chance = createChance(seed);
  const draw = createDraw(chance.shuffled(town.addresses));
  const others = chance.shuffled(parcelsOfDay()).map((parcel, index) => {
    const fits = fitsOf(parcel);
    const address = draw(fits);
    const earlier = draw(
      (one) => one.city === address.city && one.street !== address.street && one.addition === '',
    );
    return { parcel, address, earlier, customer: createCustomer(chance, number(seed, index + 1)) };
  });
  const drawn = [storyOf(), ...others];
  const planned = drawn.map((one, index) =>
    planShipment({ ...one, chance, town }, { number: number(seed, index), index, count: drawn.length, date }),
  );
  return {
    earlier: planned.flatMap(({ earlier }) => earlier),
    today: planned.map(({ today }) => today),
  };
}

/** A register that is too small for a day, in a sentence. */
export class TownTooSmall extends Error {
  override name = 'TownTooSmall';
}

/** Serial numbers of different seeds never meet. */
function number(seed: number, index: number): number {
  return seed * 1_000 + index;
}

/** Takes addresses that fit, each once. */
function createDraw(pool: TownAddress[]) {
  return (fits: (address: TownAddress) => boolean): TownAddress => {
    const [found] = pool.splice(Math.max(0, pool.findIndex(fits)), 1);
    if (found === undefined)
      throw new TownTooSmall('The register has too few addresses with known additions for a sample day.');
    return found;
  };
}

const isPlain = ({ addition }: TownAddress) => addition === '';

function fitsOf({ mistake }: Parcel): (address: TownAddress) => boolean {
  if (mistake === null) return () => true;
  const { canBeMadeWith = isPlain }: Mistake = MISTAKES[mistake];
  return canBeMadeWith;
}

function storyOf(): Drawn {
  const parcel: Parcel = {
    mistake: 'old_postcode',
    knownBy: 'move',
    scans: [],
    correction: 'mixed_again_by_mail',
  };
  return { parcel, customer: vera, address: newAddress, earlier: oldAddress };
}
