import type { Express, RequestHandler } from 'express';
import type { Endpoint } from './endpoint';
import { handlerOf, type Ground } from './endpoint-handler';
import { exchangeOf } from './exchange';
import { Problem } from './problem';

/** Mounts endpoints in the order given; what is asked most comes first. Other methods are answered with 405. */
export function mountEndpoints(app: Express, endpoints: readonly Endpoint[], ground: Ground): void {
  for (const [path, methods] of byPath(endpoints)) {
    const route = app.route(path.replace(/\{(\w+)\}/g, ':$1'));
    for (const endpoint of methods) route[endpoint.method](handlerOf(endpoint, ground));
    route.all(methodNotAllowed(methods, ground));
  }
}

function byPath(endpoints: readonly Endpoint[]): Map<string, Endpoint[]> {
  const paths = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) paths.set(endpoint.path, [...(paths.get(endpoint.path) ?? []), endpoint]);
  return paths;
}

function methodNotAllowed(endpoints: readonly Endpoint[], { responder }: Ground): RequestHandler {
  const names = endpoints.map(({ method }) => method.toUpperCase());
  const allowed = [...names, ...(names.includes('GET') ? ['HEAD'] : [])].join(', ');
  const problem = new Problem('method-not-allowed', {
    detail: { nl: `Hier kan: ${allowed}.`, en: `Possible here: ${allowed}.` },
    headers: { Allow: allowed },
  });
  return (_request, response) => responder.fail(exchangeOf(response), problem);
}
