import { endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { seeOther } from '../http/pages';
import { emptyForm } from './people-schemas';
import { keyParams, keyForm, shopForm, shopParams } from './shops-schemas';
import { keyPage, shopPage, shopPath } from './shop-pages';
import { shopsPage, SHOPS_PATH } from './shops-pages';
import { addShopKey, type ShopsDependencies, shopsWithKeys, shopWithKeys, stopKey } from './upkeep-shops';

const page = { tags: [pagesTag], scopes: ['supervision'], page: true } as const;
const htmlPage = { description: 'A page', contentType: 'text/html; charset=utf-8' };
const making = {
  ...page,
  method: 'post',
  responses: { 200: { ...htmlPage, description: 'The key, which is shown only here' } },
} as const;
const SHOP = `${SHOPS_PATH}/{shopId}`;

/** Shops and their keys, as supervisors of all depots keep them up. */
export function shopsEndpoints(dependencies: ShopsDependencies): Endpoint[] {
  return [
    showShops(dependencies),
    addShop(dependencies),
    showShop(dependencies),
    addKey(dependencies),
    revoke(dependencies),
  ];
}

function showShops({ database }: ShopsDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'get',
    path: SHOPS_PATH,
    operationId: 'showShops',
    summary: 'Every shop, and the keys that it has',
    responses: { 200: htmlPage },
    handle: async (_, context) => shopsPage(await shopsWithKeys(database, context.caller), context),
  });
}

function addShop(dependencies: ShopsDependencies): Endpoint {
  return endpoint({
    ...making,
    path: SHOPS_PATH,
    operationId: 'addShop',
    summary: 'Makes a shop with its first key',
    request: { body: shopForm },
    handle: async ({ body }, context) =>
      keyPage(await addShopKey(dependencies, context.caller, body), context),
  });
}

function showShop({ database }: ShopsDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'get',
    path: SHOP,
    operationId: 'showShop',
    summary: 'One shop and its keys',
    request: { params: shopParams },
    responses: { 200: htmlPage },
    handle: async ({ params }, context) =>
      shopPage(await shopWithKeys(database, { caller: context.caller, ...params }), context),
  });
}

function addKey(dependencies: ShopsDependencies): Endpoint {
  return endpoint({
    ...making,
    path: `${SHOP}/keys`,
    operationId: 'addShopKey',
    summary: 'Makes a shop one more key',
    request: { params: shopParams, body: keyForm },
    handle: async ({ params, body }, context) => {
      const { caller } = context;
      const { name: shopName } = await shopWithKeys(dependencies.database, { caller, ...params });
      return keyPage(await addShopKey(dependencies, caller, { ...body, shopName }), context);
    },
  });
}

function revoke(dependencies: ShopsDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'post',
    path: `${SHOP}/keys/{keyId}/revoke`,
    operationId: 'revokeShopKey',
    summary: "Revokes one of a shop's keys",
    request: { params: keyParams, body: emptyForm },
    responses: { 303: { description: 'Back to the page, as it is then' } },
    handle: async ({ params }, { caller }) => {
      await stopKey(dependencies, { caller, ...params });
      return seeOther(shopPath(params.shopId));
    },
  });
}
