/** How long something held, as the BAG tells it. Dates are ISO days. */
export interface Occurrence {
  occurrence?: number;
  from: string;
  /** The first day on which it no longer held. */
  until?: string;
  status?: string;
  /** Taken out as never meant (tijdstipInactiefLV). */
  inactiveSince?: string;
  notBagSince?: string;
}

export interface Place extends Occurrence {
  id: string;
  name: string;
}

export interface Street extends Occurrence {
  id: string;
  name: string;
  shortName?: string;
  type?: 'Weg' | 'Water' | 'Terrein';
  place: string;
}

export interface HouseNumber extends Occurrence {
  id: string;
  street: string;
  /** Where another place than the street's. */
  place?: string;
  houseNumber: number;
  houseLetter?: string;
  numberSuffix?: string;
  postcode?: string;
  object: ObjectType;
}

export type ObjectType = 'Verblijfsobject' | 'Ligplaats' | 'Standplaats';

/** A residence, berth or stand: what a number is given to. */
export interface AddressableObject extends Occurrence {
  id: string;
  type: ObjectType;
  mainNumber: string;
  otherNumbers?: string[];
  /** Metres in EPSG:28992. */
  x: number;
  y: number;
}

export interface Investigation extends Occurrence {
  of: 'Openbareruimte' | 'Nummeraanduiding';
  id: string;
  attribute: string;
  ongoing: boolean;
}
