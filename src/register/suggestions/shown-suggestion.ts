import type { Register } from '../edition/register';
import { formatPostcode } from '../names/postcode';
import { spacedPostcode } from '../postcodes/postcodes-words';
import type { Suggestion } from './suggest-number';

export type ShownSuggestion = ReturnType<typeof shownSuggestion>;

/** A suggestion as a list shows it in two lines, and as the fields of a form take it. */
export function shownSuggestion(
  register: Register,
  { street, segment, houseNumber, addition, missing }: Suggestion,
) {
  const code = segment === null ? 0 : register.postcodeOf(segment);
  const postcode = code === 0 ? null : formatPostcode(code);
  const name = register.streetName(street);
  const city = register.placeName(register.placeOf(street));
  return {
    display: {
      title: [name, houseNumber ?? '', addition].join(' ').trimEnd(),
      subtitle: postcode === null ? city : `${spacedPostcode(postcode)} ${city}`,
    },
    address: {
      street: name,
      houseNumber,
      houseNumberAddition: addition === '' ? null : addition,
      postcode,
      city,
      country: 'NL' as const,
    },
    missing,
  };
}
