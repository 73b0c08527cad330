import { z } from 'zod';
import { encodingFor } from '../http/encoding';
import { endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { LANGUAGE_COOKIE, seeOther } from '../http/pages';
import { Problem } from '../http/problem';
import { reply } from '../http/reply';
import { pageSecurityHeaders } from '../http/security-headers';
import { ASSETS, type AssetName, loadAssets, packedAsset } from './assets';

const security = pageSecurityHeaders();
const KEPT = 'public, max-age=31536000, immutable';
const A_YEAR_SECONDS = 31_536_000;

/** What every page of the desk stands on: its files, and the language that was chosen. */
export function deskEndpoints(): Endpoint[] {
  return [home, chooseLanguage, showAsset];
}

const home = endpoint({
  method: 'get',
  path: '/desk',
  operationId: 'showDesk',
  summary: 'Leads to the queue',
  tags: [pagesTag],
  scopes: ['desk'],
  page: true,
  responses: { 303: { description: 'To the queue' } },
  handle: () => seeOther('/desk/queue'),
});

const chooseLanguage = endpoint({
  method: 'post',
  path: '/desk/language',
  operationId: 'chooseLanguage',
  summary: 'Chooses the language of the desk',
  tags: [pagesTag],
  scopes: 'public',
  page: true,
  request: { body: z.strictObject({ language: z.enum(['nl', 'en']) }) },
  responses: { 303: { description: 'To the desk' } },
  handle: ({ body }) => {
    const cookie = `${LANGUAGE_COOKIE}=${body.language}; Path=/desk; SameSite=Lax; Max-Age=${A_YEAR_SECONDS}`;
    return seeOther('/desk', { 'Set-Cookie': cookie });
  },
});

const showAsset = endpoint({
  method: 'get',
  path: '/desk/assets/{version}/{name}',
  operationId: 'showDeskAsset',
  summary: "A file that the desk's pages load",
  tags: [pagesTag],
  scopes: 'public',
  request: {
    params: z.strictObject({ version: z.string().max(16), name: z.string().max(32) }),
    headers: z.strictObject({ 'accept-encoding': z.string().optional() }),
  },
  responses: { 200: { description: 'The file', contentType: 'text/css; charset=utf-8' } },
  handle: async ({ params, headers: asked }) => {
    if (params.version !== loadAssets().version || !Object.hasOwn(ASSETS, params.name))
      throw new Problem('not-found');
    const name = params.name as AssetName;
    const encoding = encodingFor(asked['accept-encoding']);
    const headers = {
      Vary: 'Accept-Encoding',
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    };
    const { contentType } = ASSETS[name];
    return reply(await packedAsset(name, encoding), { contentType, cacheControl: KEPT, security, headers });
  },
});
