import { endpoint, type Endpoint } from '../../http/endpoint';
import { countPostcodes, type Enumeration } from '../../http/enumeration';
import type { Register } from '../edition/register';
import { shownSuggestion } from './shown-suggestion';
import { suggestAddresses } from './suggest-address';
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
          shownSuggestion(current, suggestion),
        );
        const postcodes = suggestions.flatMap(({ address }) => address.postcode ?? []);
        countPostcodes(enumeration, context, new Set(postcodes));
        return { suggestions, reference: { register: 'BAG' as const, edition: current.info.edition } };
      },
    }),
  ];
}
