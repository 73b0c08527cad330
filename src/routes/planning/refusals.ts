/** Something said to people, in both languages. */
export interface Said<Code extends string = string> {
  code: Code;
  nl: string;
  en: string;
}

/** Why an option is not open, and what can be done instead. */
const WORDS = {
  final: [
    'Deze zending is al bezorgd, teruggestuurd of geannuleerd. Meld zo nodig een nieuwe zending aan.',
    'This shipment has been delivered, returned or cancelled. Register a new one if it is needed.',
  ],
  not_on_a_route: [
    'De zending is op geen enkele rit ingedeeld. Kies een andere rit van vandaag of de volgende bezorgdag.',
    'The shipment is on no route. Choose another route of today, or the next delivery day.',
  ],
  route_ended: [
    'De rit is afgelopen. Kies de volgende bezorgdag, of houd de zending op het depot.',
    'The route has ended. Choose the next delivery day, or hold the shipment at the depot.',
  ],
  too_late: [
    'De chauffeur is te dichtbij of bijna klaar: een wijziging ziet hij niet meer op tijd. Bel de chauffeur, of kies de volgende bezorgdag.',
    'The driver is too near or almost finished to see a change in time. Call the driver, or choose the next delivery day.',
  ],
  breaks_promises: [
    'Dan komt de chauffeur te laat bij een andere klant aan wie een tijdvak is toegezegd. Sta dat uitdrukkelijk toe, of kies de volgende bezorgdag.',
    'The driver would then be late for another customer who was promised a window. Allow that explicitly, or choose the next delivery day.',
  ],
  exceeds_shift: [
    'Dan eindigt de rit na het einde van de dienst. Sta dat uitdrukkelijk toe, of kies de volgende bezorgdag.',
    'The route would then outlast the shift. Allow that explicitly, or choose the next delivery day.',
  ],
  not_on_board: [
    'De bus is vertrokken en de zending ligt er niet in. Kies een andere rit van vandaag of de volgende bezorgdag.',
    'The van has left, and the shipment is not in it. Choose another route of today, or the next delivery day.',
  ],
  abroad: [
    'Dit adres ligt in het buitenland, waar geen rit van dit depot komt. Kies: terug naar de afzender, of vasthouden op het depot.',
    'This address is abroad, where no route of this depot goes. Choose: return to sender, or hold at the depot.',
  ],
  on_board: [
    'De zending ligt al in een bus en kan vandaag niet met een andere mee. Kies dezelfde rit, of de volgende bezorgdag.',
    'The shipment is in a van already, and cannot go with another today. Choose the same route, or the next delivery day.',
  ],
  no_other_route: [
    'Er vertrekt vandaag geen andere rit meer van dit depot. Kies dezelfde rit als dat kan, of de volgende bezorgdag.',
    'No other route leaves this depot today. Choose the same route where that is open, or the next delivery day.',
  ],
  no_other_depot: [
    'Er is geen ander depot. Kies de volgende bezorgdag vanaf dit depot.',
    'There is no other depot. Choose the next delivery day from this one.',
  ],
  depots_unknown: [
    'Van de andere depots is niet bekend waar ze liggen. Leg hun coördinaten vast, of kies de volgende bezorgdag vanaf dit depot.',
    'Where the other depots are is not known. Record their coordinates, or choose the next delivery day from this one.',
  ],
  place_unknown: [
    'Van het nieuwe adres zijn geen coördinaten bekend, zodat niet te zeggen is welk depot het dichtst bij is. Kies de volgende bezorgdag vanaf dit depot.',
    'The new address has no known coordinates, so the nearest depot cannot be told. Choose the next delivery day from this one.',
  ],
} as const;

export type RefusalCode = keyof typeof WORDS;
export type Refusal = Said<RefusalCode>;

export const REFUSAL_CODES = Object.keys(WORDS) as RefusalCode[];

export function refusal(code: RefusalCode): Refusal {
  const [nl, en] = WORDS[code];
  return { code, nl, en };
}
