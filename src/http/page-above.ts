import type { Endpoint } from './endpoint';
import { isOfPath } from './keepable';

/** Which page a form stands on, or a page stands below; undefined where there is none above. */
export type PageAbove = (request: { method: string; path: string }) => string | undefined;

/**
 * Makes what finds the way back: of a form the nearest page at its path or above it, of a page the nearest above. It goes by paths,
 * since pages tell nobody where a browser came from (`Referrer-Policy: no-referrer`).
 */
export function createPageAbove(endpoints: readonly Endpoint[]): PageAbove {
  const pages = endpoints.filter(showsPage).map(({ path }) => path);
  return ({ method, path }) => {
    const segments = path.split('/');
    const from = method === 'GET' ? segments.length - 1 : segments.length;
    return Array.from({ length: from }, (_, less) => segments.slice(0, from - less).join('/')).find((above) =>
      pages.some((page) => isOfPath(above, page)),
    );
  };
}

function showsPage({ page, method, responses }: Endpoint): boolean {
  return page === true && method === 'get' && responses[200]?.contentType?.startsWith('text/html') === true;
}
