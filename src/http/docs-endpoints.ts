import { z } from 'zod';
import { assetNames, loadAsset } from './docs-assets';
import { problemsPage, renderCodes, renderReference, type CodePage } from './docs-pages';
import { endpoint, type Endpoint } from './endpoint';
import { pagesTag } from './openapi-tags';
import { Problem } from './problem';
import { reply, type Reply } from './reply';
import { pageSecurityHeaders } from './security-headers';

const htmlType = 'text/html; charset=utf-8';
const page = {
  tags: [pagesTag],
  scopes: 'public',
  responses: { 200: { description: 'A page', contentType: htmlType } },
} as const;
// Redoc writes its styles into the page and searches in a worker made of a blob.
const reference = pageSecurityHeaders({ styleSrc: ["'self'", "'unsafe-inline'"], workerSrc: ['blob:'] });
const text = pageSecurityHeaders();

/** The documentation: the description of the API, and a page for every code that an answer may hold. */
export function docsEndpoints(endpoints: () => readonly Endpoint[], reasonCodes: CodePage): Endpoint[] {
  return [
    openapiEndpoint(endpoints),
    home,
    referencePage,
    asset,
    ...codePages(problemsPage),
    ...codePages(reasonCodes),
  ];
}

function openapiEndpoint(endpoints: () => readonly Endpoint[]): Endpoint {
  let document: Buffer | undefined;
  return endpoint({
    method: 'get',
    path: '/v1/openapi.json',
    operationId: 'getOpenapi',
    summary: 'This description of the API',
    tags: ['documentation'],
    scopes: 'public',
    responses: {
      200: { description: 'An OpenAPI 3.1 document', schema: z.looseObject({ openapi: z.string() }) },
    },
    handle: async () => {
      // Loaded on first use: the generator would add to every start.
      document ??= Buffer.from(JSON.stringify((await import('./openapi.js')).openapiOf(endpoints())));
      const headers = { 'Access-Control-Allow-Origin': '*' };
      return reply(document, {
        contentType: 'application/json',
        cacheControl: 'public, max-age=300',
        headers,
      });
    },
  });
}

const home = endpoint({
  ...page,
  method: 'get',
  path: '/',
  operationId: 'showHome',
  summary: 'Leads to the documentation',
  responses: { 302: { description: 'To the documentation' } },
  handle: () => reply(undefined, { status: 302, headers: { Location: '/docs' } }),
});

const referencePage = endpoint({
  ...page,
  method: 'get',
  path: '/docs',
  operationId: 'showReference',
  summary: 'The reference of the API, to read',
  handle: () => htmlPage(renderReference(), reference),
});

const asset = endpoint({
  ...page,
  method: 'get',
  path: '/docs/assets/{name}',
  operationId: 'showAsset',
  summary: 'A file that the pages load',
  request: { params: z.strictObject({ name: z.string() }) },
  handle: async ({ params }) => {
    const name = assetNames.find((known) => known === params.name);
    if (!name) throw new Problem('not-found');
    const { bytes, contentType } = await loadAsset(name);
    return reply(bytes, { contentType, cacheControl: 'public, max-age=3600', security: text });
  },
});

function codePages(codePage: CodePage): Endpoint[] {
  const name = codePage.path.replace(/\W(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [
    endpoint({
      ...page,
      method: 'get',
      path: codePage.path,
      operationId: `show${name}`,
      summary: codePage.title.en,
      handle: (_input, { language }) => htmlPage(renderCodes(codePage, language), text),
    }),
    endpoint({
      ...page,
      method: 'get',
      path: `${codePage.path}/{code}`,
      operationId: `show${name}One`,
      summary: `One of: ${codePage.title.en}`,
      request: { params: z.strictObject({ code: z.string().max(64) }) },
      handle: ({ params }, { language }) => {
        const found = codePage.codes.filter(({ code }) => code === params.code);
        if (found.length === 0) throw new Problem('not-found');
        return htmlPage(renderCodes(codePage, language, found), text);
      },
    }),
  ];
}

function htmlPage(body: string, security: readonly string[]): Reply<Buffer> {
  return reply(Buffer.from(body), { contentType: htmlType, security });
}
