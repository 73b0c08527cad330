import { momentText } from '../desk/moments';
import { Cell, Row, Table } from '../desk/table';
import { UPKEEP_PATH, upkeepPage } from '../desk/upkeep-page';
import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import { KeyForm } from './key-form-pages';
import { SHOPS_WORDS } from './shops-words';
import type { ShopWithKeys } from './upkeep-shops';

export const SHOPS_PATH = `${UPKEEP_PATH}/shops`;

/** Every shop, with the keys by which it is let in. */
export function shopsPage(shops: readonly ShopWithKeys[], looking: Looking): Reply<Buffer> {
  const words = SHOPS_WORDS[looking.language];
  const content = (
    <>
      <p>{words.intro}</p>
      {shops.length === 0 ? (
        <p class="empty">{words.empty}</p>
      ) : (
        <Table label={words.title} heads={[words.shop, words.working, words.used]}>
          {shops.map((shop) => (
            <ShopRow shop={shop} looking={looking} />
          ))}
        </Table>
      )}
      <KeyForm action={SHOPS_PATH} summary={words.add} looking={looking}>
        <p>{words.addHint}</p>
        <label>
          {words.name}
          <input name="shopName" required maxLength={200} autocomplete="off" />
        </label>
      </KeyForm>
    </>
  );
  return upkeepPage({ title: words.title, part: 'shops', looking }, content);
}

function ShopRow({ shop, looking: { language } }: { shop: ShopWithKeys; looking: Looking }) {
  const words = SHOPS_WORDS[language];
  const working = shop.keys.filter(({ revokedAtMs }) => revokedAtMs === null);
  const usedAtMs = Math.max(0, ...shop.keys.map(({ lastUsedAtMs }) => lastUsedAtMs ?? 0));
  return (
    <Row>
      <Cell head={words.shop}>
        <a href={`${SHOPS_PATH}/${encodeURIComponent(shop.id)}`}>{shop.name}</a>
      </Cell>
      <Cell head={words.working}>
        {working.length === 0 && words.none}
        {working.map(({ prefix }) => (
          <>
            <code>{prefix}…</code>{' '}
          </>
        ))}
      </Cell>
      <Cell head={words.used}>{usedAtMs === 0 ? words.never : momentText(usedAtMs, language)}</Cell>
    </Row>
  );
}
