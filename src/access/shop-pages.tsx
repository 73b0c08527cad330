import { FormToken } from '../desk/layout';
import { countText, momentText } from '../desk/moments';
import { Cell, Row, Table } from '../desk/table';
import { Secret, upkeepPage } from '../desk/upkeep-page';
import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import type { IssuedKey } from './issue-key';
import { KeyForm } from './key-form-pages';
import type { StoredKey } from './keys-store';
import { SHOPS_PATH } from './shops-pages';
import { SHOPS_WORDS } from './shops-words';
import type { ShopWithKeys } from './upkeep-shops';

export function shopPath(shopId: string): string {
  return `${SHOPS_PATH}/${encodeURIComponent(shopId)}`;
}

/** One shop, its keys, and where it gets another. */
export function shopPage(shop: ShopWithKeys, looking: Looking): Reply<Buffer> {
  const words = SHOPS_WORDS[looking.language];
  const isLetIn = shop.keys.some(({ revokedAtMs }) => revokedAtMs === null);
  const content = (
    <>
      {isLetIn ? <p>{words.keysHint}</p> : <p class="empty">{words.noKeys}</p>}
      {shop.keys.length > 0 && <Keys shop={shop} looking={looking} />}
      <KeyForm action={`${shopPath(shop.id)}/keys`} summary={words.addKey} looking={looking} />
      <p>
        <a href={SHOPS_PATH}>{words.back}</a>
      </p>
    </>
  );
  return upkeepPage({ title: shop.name, part: 'shops', looking }, content);
}

function Keys({ shop, looking }: { shop: ShopWithKeys; looking: Looking }) {
  const words = SHOPS_WORDS[looking.language];
  const heads = [words.key, words.kind, words.scopes, words.limitHead, words.made, words.used, words.state];
  return (
    <Table label={words.title} heads={heads}>
      {shop.keys.map((key) => (
        <KeyRow stored={key} looking={looking} />
      ))}
    </Table>
  );
}

interface KeyProps {
  stored: StoredKey;
  looking: Looking;
}

function KeyRow({ stored, looking }: KeyProps) {
  const { language } = looking;
  const words = SHOPS_WORDS[language];
  const { lastUsedAtMs, requestsPerMinute: limit, origins } = stored;
  return (
    <Row>
      <Cell head={words.key}>
        <code>{stored.prefix}…</code>
      </Cell>
      <Cell head={words.kind}>
        {words.kinds[stored.kind]}
        {stored.mode === 'test' && <small>; {words.modes.test}</small>}
        {origins.map((origin) => (
          <small> {origin}</small>
        ))}
      </Cell>
      <Cell head={words.scopes}>{stored.scopes.map((scope) => words.scopeNames[scope]).join(', ')}</Cell>
      <Cell head={words.limitHead}>
        {limit === null ? words.noLimit : words.perMinute(countText(limit, language))}
      </Cell>
      <Cell head={words.made}>{momentText(stored.createdAtMs, language)}</Cell>
      <Cell head={words.used}>
        {lastUsedAtMs === null ? words.never : momentText(lastUsedAtMs, language)}
      </Cell>
      <Cell head={words.state}>
        <State stored={stored} looking={looking} />
      </Cell>
    </Row>
  );
}

function State({ stored, looking }: KeyProps) {
  const words = SHOPS_WORDS[looking.language];
  if (stored.revokedAtMs !== null)
    return <>{words.revokedAt(momentText(stored.revokedAtMs, looking.language))}</>;
  return (
    <details class="form">
      <summary>
        {words.works} · {words.revoke}
      </summary>
      <form method="post" action={`${shopPath(stored.shopId)}/keys/${encodeURIComponent(stored.id)}/revoke`}>
        <FormToken formToken={looking.formToken} />
        <p>{words.revokeHint}</p>
        <button class="secondary fit" aria-label={`${words.revoke}: ${stored.prefix}`}>
          {words.revoke}
        </button>
      </form>
    </details>
  );
}

/** A key that was made just now. */
export function keyPage({ key, stored }: IssuedKey, looking: Looking): Reply<Buffer> {
  const words = SHOPS_WORDS[looking.language];
  const secret = {
    label: words.keyFor(stored.shopName),
    secret: key,
    hint: words.keyHint,
    back: shopPath(stored.shopId),
  };
  const content = <Secret {...secret} looking={looking} />;
  return upkeepPage({ title: words.keyTitle, part: 'shops', looking }, content);
}
