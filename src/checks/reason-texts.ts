import type { ReasonCode } from './reason-codes';

/** What a shopper reads, and what a shop's developer should do, in each language. */
export interface ReasonText {
  message: { nl: string; en: string };
  advice: { nl: string; en: string };
}

const ASK = {
  nl: 'Laat de klant dit onderdeel nakijken en stel de kandidaten voor.',
  en: 'Ask the shopper to look at this part again, and offer the candidates.',
};
const CHOOSE = {
  nl: 'Toon de kandidaten naast elkaar en laat de klant kiezen; vervang nooit stilzwijgend.',
  en: 'Show the candidates side by side and let the shopper choose; never replace silently.',
};
const NOTHING = { nl: 'U hoeft niets te doen.', en: 'Nothing needs to be done.' };

export const REASON_TEXTS: Record<ReasonCode, ReasonText> = {
  POSTCODE_FORMAT_INVALID: {
    message: { nl: 'Dit is geen geldige postcode.', en: 'This is not a valid postcode.' },
    advice: ASK,
  },
  POSTCODE_UNKNOWN: {
    message: { nl: 'Deze postcode bestaat niet.', en: 'This postcode does not exist.' },
    advice: ASK,
  },
  STREET_UNKNOWN: {
    message: { nl: 'Deze straat is daar niet bekend.', en: 'This street is not known there.' },
    advice: ASK,
  },
  STREET_SPELLING_CORRECTED: {
    message: {
      nl: 'De straatnaam is net anders geschreven dan in het register.',
      en: 'The street is spelled a little differently in the register.',
    },
    advice: {
      nl: 'Gebruik `address`; vraag bij `confirm` of de klant deze straat bedoelt.',
      en: 'Use `address`; where the verdict is `confirm`, ask whether the shopper means this street.',
    },
  },
  STREET_ABBREVIATION_EXPANDED: {
    message: { nl: 'De straatnaam is voluit geschreven.', en: 'The street name was written out in full.' },
    advice: NOTHING,
  },
  FORMER_NAME_MATCHED: {
    message: {
      nl: 'Dit is de vroegere naam of postcode; wij gebruiken de huidige.',
      en: 'This is the former name or postcode; we use the present one.',
    },
    advice: {
      nl: 'Gebruik `address`, met de huidige naam en postcode.',
      en: 'Use `address`, which has the present name and postcode.',
    },
  },
  HOUSE_NUMBER_MISSING: {
    message: { nl: 'Het huisnummer ontbreekt.', en: 'The house number is missing.' },
    advice: ASK,
  },
  HOUSE_NUMBER_NOT_FOUND: {
    message: { nl: 'Dit huisnummer vinden wij daar niet.', en: 'We cannot find this house number there.' },
    advice: {
      nl: 'Vraag of het huisnummer klopt. Een nieuw gebouw kan nog ontbreken: de klant mag het bevestigen.',
      en: 'Ask whether the number is right. A new building may still be missing: the shopper may confirm it.',
    },
  },
  ADDITION_UNKNOWN: {
    message: {
      nl: 'Deze toevoeging is bij dit huisnummer niet bekend.',
      en: 'This addition is not known at this house number.',
    },
    advice: {
      nl: 'Stel de toevoegingen van de kandidaten voor; de klant mag de zijne houden.',
      en: 'Offer the additions of the candidates; the shopper may keep their own.',
    },
  },
  ADDITION_REQUIRED: {
    message: {
      nl: 'Kies de toevoeging: dit huisnummer heeft er meer dan een.',
      en: 'Please choose the addition: this house number is divided.',
    },
    advice: {
      nl: 'Laat de klant kiezen uit de toevoegingen van de kandidaten.',
      en: 'Let the shopper choose from the additions of the candidates.',
    },
  },
  CITY_MISMATCH: {
    message: {
      nl: 'Deze postcode en straat liggen in een andere plaats.',
      en: 'This postcode and street lie in another town.',
    },
    advice: CHOOSE,
  },
  CITY_ALIAS_MATCHED: {
    message: { nl: 'De plaats heet officieel anders.', en: 'The town has another official name.' },
    advice: NOTHING,
  },
  POSTCODE_STREET_MISMATCH: {
    message: {
      nl: 'De postcode en de straat horen niet bij elkaar.',
      en: 'The postcode and the street do not belong together.',
    },
    advice: CHOOSE,
  },
  MIXED_OLD_POSTCODE: {
    message: {
      nl: 'Dit lijkt de postcode van een eerder adres.',
      en: 'This looks like the postcode of an earlier address.',
    },
    advice: CHOOSE,
  },
  MIXED_OLD_STREET: {
    message: {
      nl: 'Dit lijkt de straat van een eerder adres.',
      en: 'This looks like the street of an earlier address.',
    },
    advice: CHOOSE,
  },
  MIXED_OLD_HOUSE_NUMBER: {
    message: {
      nl: 'Dit lijkt het huisnummer van een eerder adres.',
      en: 'This looks like the house number of an earlier address.',
    },
    advice: ASK,
  },
  MIXED_OLD_CITY: {
    message: {
      nl: 'Dit lijkt de plaats van een eerder adres.',
      en: 'This looks like the town of an earlier address.',
    },
    advice: CHOOSE,
  },
  POSTCODE_TYPO_SUSPECTED: {
    message: {
      nl: 'Er lijkt een tikfout in de postcode te staan.',
      en: 'There seems to be a slip in the postcode.',
    },
    advice: CHOOSE,
  },
  MATCHES_PREVIOUS_ADDRESS: {
    message: { nl: 'Dit is een eerder adres van u.', en: 'This is an earlier address of yours.' },
    advice: {
      nl: 'Vraag of de klant werkelijk het vorige adres bedoelt.',
      en: 'Ask whether the shopper really means the previous address.',
    },
  },
  CORRECTION_STILL_MIXED: {
    message: {
      nl: 'Ook in deze correctie horen postcode en straat niet bij elkaar.',
      en: 'In this correction, too, the postcode and the street do not belong together.',
    },
    advice: {
      nl: 'Stel de kandidaten voor: samen met de eerste invoer wijzen zij het adres aan.',
      en: 'Offer the candidates: together with the first entry they tell the address.',
    },
  },
  CORRECTION_REPEATS_REJECTED: {
    message: {
      nl: 'Dit is hetzelfde adres als de vorige keer.',
      en: 'This is the same address as the last time.',
    },
    advice: CHOOSE,
  },
  PO_BOX: {
    message: {
      nl: 'Op een postbus kunnen wij geen pakket bezorgen.',
      en: 'We cannot deliver a parcel to a PO box.',
    },
    advice: { nl: 'Vraag om een straat en huisnummer.', en: 'Ask for a street and house number.' },
  },
  PICKUP_POINT: {
    message: {
      nl: 'Dit lijkt een afhaalpunt en geen bezorgadres.',
      en: 'This looks like a pick-up point, not a delivery address.',
    },
    advice: {
      nl: 'Vraag om een straat en huisnummer, of bied uw eigen keuze van afhaalpunten aan.',
      en: 'Ask for a street and house number, or offer your own choice of pick-up points.',
    },
  },
  UNDER_INVESTIGATION: {
    message: {
      nl: 'De gemeente onderzoekt de gegevens van dit adres.',
      en: "The municipality is investigating this address's data.",
    },
    advice: {
      nl: 'Bezorg gewoon; bij problemen kan dit de reden zijn.',
      en: 'Deliver as usual; should it fail, this may be why.',
    },
  },
  NEW_BUILD_SUSPECTED: {
    message: {
      nl: 'Dit adres kennen wij nog niet; mogelijk is het nieuwbouw.',
      en: 'We do not know this address yet; it may be newly built.',
    },
    advice: {
      nl: 'Laat de klant het adres bevestigen en lever dan.',
      en: 'Let the shopper confirm the address, then deliver.',
    },
  },
  COUNTRY_NOT_COVERED: {
    message: {
      nl: 'Adressen in dit land kunnen wij niet controleren.',
      en: 'We cannot check addresses in this country.',
    },
    advice: {
      nl: 'Laat de klant het adres zelf nakijken.',
      en: 'Ask the shopper to look at the address again.',
    },
  },
  REGISTER_STALE: {
    message: {
      nl: 'Het adresregister is verouderd.',
      en: 'The address register is out of date.',
    },
    advice: {
      nl: 'De beheerder van de dienst moet een nieuwe editie laden.',
      en: 'Whoever runs the service should load a new edition.',
    },
  },
  FIELD_MISSING: {
    message: {
      nl: 'Vul ook dit in: met postcode en huisnummer is het genoeg.',
      en: 'Please fill this in too: a postcode and house number are enough.',
    },
    advice: ASK,
  },
};
