import type { PostcodeCode } from '../names/postcode';

/** What the carrier knows and the register does not say (yet). Names are the official ones. */
export type Amendment = NewStreet | NewNumber | FormerName;

interface OnStreet {
  place: string;
  street: string;
  /** Milliseconds since 1970 from which it counts no more. */
  expiresAtMs: number;
}

/** A street that exists, with the postcode and the number that are known of it. */
export interface NewStreet extends OnStreet {
  kind: 'street';
  postcode: PostcodeCode | null;
  houseNumber: number | null;
  addition: string | null;
}

/** A house number, or one more addition of it, on a street of the register or of an amendment. */
export interface NewNumber extends OnStreet {
  kind: 'number';
  /** Null where it has none. */
  postcode: PostcodeCode | null;
  houseNumber: number;
  /** '' for the bare number, null where its additions are not known. */
  addition: string | null;
}

/** A name that a street had before. */
export interface FormerName extends OnStreet {
  kind: 'former_name';
  formerName: string;
}
