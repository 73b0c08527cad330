import { cast } from '../../../sample/cast';

/** An address of the sample that there is. */
export interface Door {
  street: string;
  houseNumber: number;
  postcode: string;
  city: string;
}

/** Where parcels of the fleet go, and may go by a correction: some 300 registered addresses, each once. */
export const doors: readonly Door[] = cast.flatMap(({ name, place, segments }) =>
  segments.flatMap(({ postcode, numbers, place: city = place, object, withdrawn }) =>
    postcode === null || object !== undefined || withdrawn === true
      ? []
      : numbers
          .filter((number) => /^\d+$/.test(number))
          .map((number) => ({ street: name, houseNumber: Number(number), postcode, city })),
  ),
);

/** So many different doors, by chance. */
export function someDoors(count: number): Door[] {
  const left = [...doors];
  return Array.from({ length: count }, () => left.splice(Math.floor(Math.random() * left.length), 1)[0]!);
}

export function anyOf<Item>(items: readonly Item[]): Item | undefined {
  return items[Math.floor(Math.random() * items.length)];
}
