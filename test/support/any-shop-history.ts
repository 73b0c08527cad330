import fc from 'fast-check';
import { addresses } from './shipments-service';

/** Addresses that every shop's customers have, so that what one knows could tell of what another does. */
export const ENTRIES = Object.values(addresses);

/** What a shop, or the carrier on its behalf, does. `which` counts the shop's orders back from the latest. */
export type ShopStep =
  | { do: 'order'; customer: number | null; entry: number; isConfirmed: boolean }
  | { do: 'check'; customer: number | null; entry: number; isCorrection: boolean }
  | { do: 'correct'; which: number; entry: number; by: 'shop' | 'agent'; isConfirmed: boolean }
  | { do: 'decide'; which: number; action: 'approve' | 'reject' | 'withdraw'; entry: number | null }
  | { do: 'scan'; which: number; code: string; reason: string | null }
  | { do: 'cancel'; which: number }
  | { do: 'read'; which: number; what: (typeof VIEWS)[number] };

export const VIEWS = ['', '/events', '/corrections', '/known-addresses'] as const;

/** One step of either shop, or of B with what is A's. */
export type AnyStep = { of: 'A' | 'B'; step: ShopStep } | { of: 'B on A'; which: number };

const customer = fc.constantFrom(0, 1, null);
const entry = fc.nat({ max: ENTRIES.length - 1 });
const which = fc.nat({ max: 2 });

const steps = {
  order: fc.record({ do: fc.constant('order' as const), customer, entry, isConfirmed: fc.boolean() }),
  check: fc.record({ do: fc.constant('check' as const), customer, entry, isCorrection: fc.boolean() }),
  correct: fc.record({
    ...{ do: fc.constant('correct' as const), which, entry },
    ...{ by: fc.constantFrom('shop' as const, 'agent' as const), isConfirmed: fc.boolean() },
  }),
  decide: fc.record({
    ...{ do: fc.constant('decide' as const), which, entry: fc.option(entry) },
    action: fc.constantFrom('approve' as const, 'reject' as const, 'withdraw' as const),
  }),
  scan: fc.record({
    ...{ do: fc.constant('scan' as const), which },
    code: fc.constantFrom('at_depot', 'on_board', 'delivered', 'delivery_failed'),
    reason: fc.constantFrom('incorrect_address', 'not_at_home', null),
  }),
  cancel: fc.record({ do: fc.constant('cancel' as const), which }),
  read: fc.record({ do: fc.constant('read' as const), which, what: fc.constantFrom(...VIEWS) }),
};

const step: fc.Arbitrary<ShopStep> = fc.oneof(
  { weight: 6, arbitrary: steps.order },
  { weight: 5, arbitrary: steps.check },
  { weight: 5, arbitrary: steps.correct },
  { weight: 3, arbitrary: steps.decide },
  { weight: 3, arbitrary: steps.scan },
  { weight: 1, arbitrary: steps.cancel },
  { weight: 2, arbitrary: steps.read },
);

/** What two shops do in turn, each for customers of the same names at the same addresses. */
export const anyTwoShops: fc.Arbitrary<AnyStep[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.record({ of: fc.constant('A' as const), step }) },
        { weight: 4, arbitrary: fc.record({ of: fc.constant('B' as const), step }) },
        { weight: 1, arbitrary: fc.record({ of: fc.constant('B on A' as const), which }) },
      ),
      { minLength: 2, maxLength: 10, size: 'max' },
    ),
    steps.order,
    steps.order,
  )
  .map(([later, ofB, ofA]) => [{ of: 'B', step: ofB }, { of: 'A', step: ofA }, ...later]);
