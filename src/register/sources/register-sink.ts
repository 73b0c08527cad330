import type { PostcodeCode } from '../names/postcode';

/** One address as a source tells it; ids come from the sink that is written to. */
export interface SourceAddress {
  street: number;
  /** 0 where the register gives none. */
  postcode: PostcodeCode;
  /** 1–99999. */
  houseNumber: number;
  /** '' is the bare number; null where the source does not know additions. */
  addition: string | null;
  underInvestigation?: boolean;
}

/** Where a source delivers what it reads. The same place or street given twice is one place or street. */
export interface RegisterSink {
  /** officialId tells apart places of one name; a source without ids gives none. */
  place(name: string, officialId?: string): number;
  street(place: number, name: string, details?: StreetDetails): number;
  address(address: SourceAddress): void;
  /** An earlier name of a street that exists under its present one. */
  formerStreetName(street: number, name: string): void;
  /** An earlier postcode of addresses that now lie in `street` at `current`. */
  formerPostcode(former: PostcodeCode, street: number, current: PostcodeCode): void;
  /** WGS84 degrees of one address; the edition keeps one position per street and postcode. */
  position(street: number, postcode: PostcodeCode, latitude: number, longitude: number): void;
  /** An occurrence, row or reference that was left out, counted under its reason. */
  leaveOut(reason: string): void;
}

export interface StreetDetails {
  /** verkorteNaam: the official short form of at most 24 characters. */
  shortName?: string;
  underInvestigation?: boolean;
}

export interface SourceOptions {
  coordinates: boolean;
  onProgress: (bytesDone: number, bytesTotal: number) => void;
}

/** What a source was, for the edition's header. */
export interface SourceSummary {
  /** As in "BAG 2.0 extract" or "CSV". */
  kind: string;
  /** ISO date of the data, or null where the source does not say. */
  date: string | null;
}
