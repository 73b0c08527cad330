import type { Checked } from '../../src/checks/address-checker';
import type { CheckMemory } from '../../src/checks/check-memory-worker';
import { keepCheck } from '../../src/checks/keep-check';
import type { ShopCaller } from '../../src/http/caller';
import { entered, judge } from '../support/judged';

const server: ShopCaller = {
  kind: 'secret',
  shopId: 'shp_1',
  keyId: 'key_1',
  test: false,
  scopes: new Set(['checks']),
};
const address = entered('Lindelaan 12, 8951AB Zilverwaard');
const checked = {
  answer: { id: 'chk_2', previousCheckId: 'chk_1' },
  judgement: judge(address),
} as unknown as Checked;

function keptOf(caller: ShopCaller): unknown[] {
  const kept: unknown[] = [];
  const memory: Pick<CheckMemory, 'keep'> = { keep: (check) => kept.push(check) };
  keepCheck(memory as CheckMemory, caller, checked, { address, nowMs: 5 });
  return kept;
}

test("a check of a shop's server is kept with its shop, its entry and what was made of it", () => {
  expect(keptOf(server)).toEqual([
    {
      id: 'chk_2',
      shopId: 'shp_1',
      createdAtMs: 5,
      address,
      judgement: checked.judgement,
      previousCheckId: 'chk_1',
    },
  ]);
});

test.each<[string, ShopCaller]>([
  ['with a test key', { ...server, test: true }],
  ['from a page', { ...server, kind: 'publishable' }],
])('a check %s leaves nothing behind', (_, caller) => {
  expect(keptOf(caller)).toEqual([]);
});
