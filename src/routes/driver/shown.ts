import type { Model } from './model';
import type { RouteScreen } from './screen';
import type { Tap } from './taps';
import type { Language } from './texts';
import type { Texts } from './words';

/** All that the views are made of. */
export interface Shown {
  model: Model;
  /** null where no route is known. */
  screen: RouteScreen | null;
  texts: Texts;
  language: Language;
  /** Empty where the carrier gave none. */
  deskPhone: string;
  /** Makes what a tap on something does. */
  on: (tap: Tap) => (event: Event) => void;
}
