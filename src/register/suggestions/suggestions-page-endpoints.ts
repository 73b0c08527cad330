import { z } from 'zod';
import { fragment } from '../../desk/page';
import { endpoint, type Endpoint } from '../../http/endpoint';
import { pagesTag } from '../../http/openapi-tags';
import { shownSuggestion } from './shown-suggestion';
import { suggestAddresses } from './suggest-address';
import type { SuggestionsDependencies } from './suggestions-endpoints';
import { Suggestions } from './suggestions-pages';
import { addressSuggestionsRequest } from './suggestions-schemas';

const suggestionsForm = z.strictObject({ text: addressSuggestionsRequest.shape.text.default('') });
/** As many as fit above the fold of a phone. */
const MOST = 6;

/** Complete addresses for what an agent is typing. It is sent as a form, for an address stands in no URL. */
export function suggestionsPageEndpoints({
  register,
}: Pick<SuggestionsDependencies, 'register'>): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/desk/suggestions',
      operationId: 'suggestAtDesk',
      summary: 'Complete addresses for what is typed so far',
      tags: [pagesTag],
      scopes: ['desk'],
      page: true,
      request: { body: suggestionsForm },
      responses: { 200: { description: 'A part of a page', contentType: 'text/html; charset=utf-8' } },
      handle: ({ body: { text } }, looking) => {
        const current = register.current();
        const typed = { text, city: '', postcode: '' };
        const suggestions = suggestAddresses(current, typed, MOST).map((one) =>
          shownSuggestion(current, one),
        );
        return fragment(Suggestions({ suggestions }), looking);
      },
    }),
  ];
}
