import { endpoint, type Endpoint } from '../../http/endpoint';
import { countPostcodes, type Enumeration } from '../../http/enumeration';
import { formatPostcode } from '../names/postcode';
import { spacedPostcode } from '../postcodes/postcodes-words';
import type { Register } from '../edition/register';
import { suggestAddresses } from './suggest-address';
import type { Suggestion } from './suggest-number';
import { requestExamples, responseExamples } from './suggestions-examples';
import { addressSuggestionsRequest, addressSuggestionsResponse } from './suggestions-schemas';

export interface SuggestionsDependencies {
  register: { current: () => Register };
  enumeration: Enumeration;
}

/** Complete addresses for what a shopper is typing. */
export function suggestionsEndpoints({ register, enumeration }: SuggestionsDependencies): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/address-suggestions',
      operationId: 'suggestAddresses',
      summary: 'Complete addresses for what is typed so far',
      description:
        'For a checkout, at each keystroke. When the shopper picks a suggestion with something `missing`, fill in what it ' +
        'has and ask again with it. Nothing that is typed is kept or logged. Through a publishable key the postcodes that ' +
        'are shown are counted, 60 an hour for one visitor: then 429, and the shopper types without help.',
      tags: ['suggestions'],
      scopes: ['suggestions'],
      request: { body: addressSuggestionsRequest, examples: requestExamples },
      responses: {
        200: {
          description: 'The suggestions; none where nothing fits',
          schema: addressSuggestionsResponse,
          examples: responseExamples,
        },
      },
      handle: ({ body }, context) => {
        const current = register.current();
        const suggestions = suggestAddresses(current, body, body.limit).map((suggestion) =>
          shown(current, suggestion),
        );
        const postcodes = suggestions.flatMap(({ address }) => address.postcode ?? []);
        countPostcodes(enumeration, context, new Set(postcodes));
        return { suggestions, reference: { register: 'BAG' as const, edition: current.info.edition } };
      },
    }),
  ];
}

function shown(register: Register, { street, segment, houseNumber, addition, missing }: Suggestion) {
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
