import type { ObjectType } from './bag-objects';

/** A street of the sample with all that lies on it. */
export interface SampleStreet {
  place: string;
  name: string;
  /** The official short form, at most 24 characters. */
  shortName?: string;
  formerName?: string;
  type?: 'Weg' | 'Water' | 'Terrein';
  underInvestigation?: boolean;
  segments: readonly SampleSegment[];
}

/** Numbers of a street under one postcode. */
export interface SampleSegment {
  /** null: the register has none. */
  postcode: string | null;
  /** As one writes them: "7", "7 A", "7 3", "7 A-3". */
  numbers: readonly string[];
  formerPostcode?: string;
  object?: ObjectType;
  /** Another place than the street's (ligtIn of the number). */
  place?: string;
  underInvestigation?: boolean;
  withdrawn?: boolean;
}

/** "1", "3", … as far as `last`. */
export function everySecond(first: number, last: number): string[] {
  return Array.from({ length: Math.floor((last - first) / 2) + 1 }, (_, at) => String(first + at * 2));
}
