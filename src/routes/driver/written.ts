import type { Place, StopAddress } from '../route';
import type { DriverStop } from './contract';
import type { Language } from './texts';
import type { Texts } from './words';

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** A number alone on a line could be any street's. */
const UNBROKEN = '\u00A0';

/** "Kerkstraat 12 A". */
export function doorOf({ street, houseNumber, houseNumberAddition }: StopAddress): string {
  return [street, houseNumber, houseNumberAddition].filter((part) => part !== null).join(UNBROKEN);
}

/** "1234 AB Voorbeeld". */
export function townOf({ postcode, city }: StopAddress): string {
  return postcode === null ? city : `${postcode.replace(/^(\d{4})(?=\S)/, '$1 ')} ${city}`;
}

/** "Kerkstraat 12 A, 1234 AB Voorbeeld". */
export function lineOf(address: StopAddress): string {
  return `${doorOf(address)}, ${townOf(address)}`;
}

/** "13:28", as the clock on the wall says in the Netherlands, wherever the phone thinks it is. */
export function timeOf(atMs: number, language: Language): string {
  const format = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(atMs);
}

/** "13:28 – 14:28 beloofd", or about when the driver is there; empty where neither is known. */
export function hoursOf({ window, estimatedAt }: DriverStop, language: Language, texts: Texts): string {
  if (window !== null) {
    const [from, until] = [window.from, window.until].map((at) => timeOf(Date.parse(at), language));
    return `${from} – ${until} ${texts.window[window.state]}`;
  }
  const isKnown = estimatedAt !== null && estimatedAt !== undefined;
  return isKnown ? texts.around(timeOf(Date.parse(estimatedAt), language)) : '';
}

/** A link that the phone opens in the driver's own navigation. */
export function geoLink({ address, place }: Pick<DriverStop, 'address' | 'place'>): string {
  const at = place === null ? '0,0' : pointOf(place);
  return `geo:${at}?q=${place === null ? encodeURIComponent(lineOf(address).replaceAll(UNBROKEN, ' ')) : at}`;
}

function pointOf({ lat, lon }: Place): string {
  return `${lat.toFixed(6)},${lon.toFixed(6)}`;
}
