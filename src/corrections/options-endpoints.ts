import { type Endpoint, endpoint } from '../http/endpoint';
import { optionsExamples } from './corrections-examples';
import { correctionOptions, correctionParams, optionsQuery } from './corrections-schemas';
import type { OptionsDependencies } from './options-of';
import { showOptions } from './show-options';

/** What can still be done. */
export function optionsEndpoints(dependencies: OptionsDependencies): Endpoint[] {
  return [options(dependencies)];
}

function options(dependencies: OptionsDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/shipments/{shipmentId}/corrections/{correctionId}/options',
    operationId: 'listOptions',
    summary: 'What can still be done by a correction, until when, and what it costs whom',
    description:
      'The quickest for the customer first; what cannot be done says why. Times are estimates until a driver has acknowledged.',
    tags: ['corrections'],
    scopes: ['desk'],
    request: { params: correctionParams, query: optionsQuery },
    responses: {
      200: { description: 'As things stand now', schema: correctionOptions, examples: optionsExamples },
    },
    problems: ['not-found', 'unprocessable'],
    handle: ({ params, query }, { caller, language }) =>
      showOptions(dependencies, {
        ...{ ...params, caller, language },
        candidate: query.candidate ?? null,
        mayBreakPromises: query.mayBreakPromises === 'true',
        depot: query.depot ?? null,
      }),
  });
}
