import type { ErrorRequestHandler, RequestHandler } from 'express';
import { didYouMean } from '../did-you-mean';
import type { Endpoint } from './endpoint';
import { exchangeOf } from './exchange';
import { Problem } from './problem';
import type { Responder } from './responder';

/** Answers what no endpoint took, naming the path that was probably meant (never the one asked for). */
export function nothingHere(endpoints: readonly Endpoint[], responder: Responder): RequestHandler {
  const paths = [...new Set(endpoints.map(({ path }) => path))];
  return (request, response) => {
    const meant = pathMeant(request.path, paths);
    const problem = new Problem('not-found', {
      detail: meant
        ? { nl: `Hier is niets. Bedoelt u ${meant}?`, en: `There is nothing here. Did you mean ${meant}?` }
        : {
            nl: 'Hier is niets. /docs noemt alles wat er is.',
            en: 'There is nothing here. /docs lists all there is.',
          },
    });
    responder.fail(exchangeOf(response), problem);
  };
}

/** Compares with each path as it would be with what was typed in the places of its parameters. */
function pathMeant(typed: string, paths: readonly string[]): string | undefined {
  const steps = typed.split('/');
  const filled = new Map(paths.map((path) => [filledWith(path, steps), path]));
  return filled.get(didYouMean(typed, [...filled.keys()]) ?? '');
}

function filledWith(path: string, steps: readonly string[]): string {
  return path
    .split('/')
    .map((step, index) => (step.startsWith('{') ? (steps[index] ?? step) : step))
    .join('/');
}

/** Answers what was thrown outside an endpoint: a path that cannot be decoded, or a mistake of our own. */
export function whatWentWrong(responder: Responder): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    responder.fail(exchangeOf(response), error instanceof URIError ? unreadablePath : error);
  };
}

const unreadablePath = new Problem('invalid-request', {
  detail: { nl: 'Het pad is geen geldige URI-tekst.', en: 'The path is not valid URI text.' },
});
