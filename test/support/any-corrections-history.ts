import fc from 'fast-check';
import { type Command, ENTRIES, SCANS } from './corrections-model';

const anyEntry = fc.constantFrom(...ENTRIES);
const which = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 9 }));

const propose = fc
  .tuple(
    fc.constantFrom(
      ...([
        ['shop', 'shop'],
        ['shop', 'customer'],
        ['agent', 'agent'],
        ['agent', 'email'],
      ] as const),
    ),
    anyEntry,
    fc.boolean(),
  )
  .map(([[by, source], entry, isConfirmed]) => ({
    ...{ do: 'propose' as const, by, source, entry, isConfirmed },
  }));
const approve = fc.record({
  ...{ do: fc.constant('approve' as const), which },
  ...{ entry: fc.option(anyEntry), hasReason: fc.boolean() },
});
const reject = fc.record({ do: fc.constant('reject' as const), which });
const withdraw = fc.record({
  ...{ do: fc.constant('withdraw' as const), which },
  by: fc.constantFrom('shop' as const, 'agent' as const),
});
const scan = fc.record({
  do: fc.constant('scan' as const),
  code: fc.constantFrom(...SCANS, 'on_board' as const, 'on_board' as const, 'delivery_failed' as const),
  reason: fc.constantFrom('incorrect_address' as const, 'not_at_home' as const, null),
});
const cancel = fc.constant({ do: 'cancel' as const });

// What ends a history is rare, so that most go on for long.
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: propose },
  { weight: 8, arbitrary: approve },
  { weight: 3, arbitrary: reject },
  { weight: 5, arbitrary: withdraw },
  { weight: 12, arbitrary: scan },
  { weight: 1, arbitrary: cancel },
);

/** What may happen to one shipment, in this order. */
export const anyCorrectionsHistory = fc.record({
  ordered: anyEntry,
  commands: fc.array(anyCommand, { minLength: 1, maxLength: 24, size: 'max' }),
});
