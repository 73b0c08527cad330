/** Entries by what their check says, and a number: `right 1` is in the register, `wrong 2` contradicts itself. */
export const ENTRIES = ['right 1', 'right 2', 'unclear 1', 'unclear 2', 'wrong 1'] as const;
export type EntryName = (typeof ENTRIES)[number];

/** Something that someone does. `which` counts the shipment's corrections back from the latest, around and around. */
export type Command =
  | {
      do: 'propose';
      by: 'shop' | 'agent';
      source: 'shop' | 'agent' | 'customer' | 'email';
      entry: EntryName;
      isConfirmed: boolean;
    }
  | { do: 'approve'; which: number; entry: EntryName | null; hasReason: boolean }
  | { do: 'reject'; which: number }
  | { do: 'withdraw'; which: number; by: 'shop' | 'agent' }
  | { do: 'scan'; code: ScanName; reason: 'incorrect_address' | 'not_at_home' | null }
  | { do: 'cancel' };
export const SCANS = [
  'at_depot',
  'on_board',
  'out_for_delivery',
  'delivered',
  'delivery_failed',
  'returning',
] as const;
type ScanName = (typeof SCANS)[number];

export type Refusal = 'conflict' | 'forbidden' | 'invalid-request';

interface ModelledShipment {
  state: string;
  address: EntryName | null;
  failure: string | null;
  hasLeft: boolean;
}
interface ModelledCorrection {
  state: string;
  by: string;
  entry: EntryName;
  address: EntryName | null;
  /** How the shipment was before it was applied. */
  prior: ModelledShipment | null;
  /** What was in effect until it was applied. */
  before?: ModelledCorrection | undefined;
}

const STILL_HERE = ['held', 'released', 'at_depot', 'delivery_failed'];
const WITH_DRIVER = ['on_board', 'out_for_delivery'];
const STANDING_STILL = ['held', 'delivery_failed'];

/** From where each scan is possible. */
const SCANNED_FROM: Record<ScanName, readonly string[]> = {
  at_depot: ['released', 'on_board', 'out_for_delivery', 'delivery_failed'],
  on_board: ['released', 'at_depot'],
  out_for_delivery: ['released', 'at_depot', 'on_board'],
  delivered: ['held', 'released', 'at_depot', ...WITH_DRIVER],
  delivery_failed: ['released', 'at_depot', ...WITH_DRIVER],
  returning: ['held', 'released', 'at_depot', 'delivery_failed'],
};

/** A shipment and its corrections, as simple as they can be told. */
export class CorrectionsModel {
  readonly corrections: ModelledCorrection[] = [];
  shipment: ModelledShipment;
  /** What an agent turned down, or where nobody could deliver. */
  private readonly refused = new Set<EntryName>();

  constructor(ordered: EntryName) {
    const isRight = kindOf(ordered) === 'right';
    this.shipment = {
      state: isRight ? 'released' : 'held',
      address: isRight ? ordered : null,
      failure: null,
      hasLeft: false,
    };
  }

  /** Does it; why not where it cannot be done. */
  run(command: Command): Refusal | null {
    switch (command.do) {
      case 'propose':
        return this.propose(command);
      case 'approve':
        return this.onOne(command.which, (one) => this.approve(one, command));
      case 'reject':
        return this.onOne(command.which, (one) => this.reject(one));
      case 'withdraw':
        return this.onOne(command.which, (one) => this.withdraw(one, command.by));
      case 'scan':
        return this.scan(command);
      case 'cancel':
        return this.cancel();
    }
  }

  inEffect(): ModelledCorrection | undefined {
    return this.corrections.find(({ state }) => state === 'applied');
  }

  private onOne(which: number, act: (one: ModelledCorrection) => Refusal | null): Refusal | null {
    const one = picked(this.corrections, which);
    return one === undefined ? null : act(one);
  }

  private propose({ by, source, entry, isConfirmed }: Command & { do: 'propose' }): Refusal | null {
    const isWithDriver = WITH_DRIVER.includes(this.shipment.state);
    if (!isWithDriver && !STILL_HERE.includes(this.shipment.state)) return 'conflict';
    const correction = { state: 'proposed', by, entry, address: null, prior: null };
    const isWrong = kindOf(entry) === 'wrong';
    this.supersede(isWrong ? ['blocked'] : ['blocked', 'proposed']);
    this.corrections.push(correction);
    const isAsked = kindOf(entry) === 'right' || isConfirmed;
    if (isWrong) correction.state = 'blocked';
    else if (isAsked && !this.refused.has(entry) && source !== 'email' && !isWithDriver)
      this.apply(correction, entry);
    return null;
  }

  private supersede(states: readonly string[]): void {
    for (const one of this.corrections) if (states.includes(one.state)) one.state = 'superseded';
  }

  private approve(
    one: ModelledCorrection,
    { entry, hasReason }: Command & { do: 'approve' },
  ): Refusal | null {
    if (!isOpen(one) || !STILL_HERE.includes(this.shipment.state)) return 'conflict';
    const meant = entry ?? one.entry;
    if (kindOf(meant) === 'wrong' && !hasReason) return 'invalid-request';
    this.apply(one, meant);
    return null;
  }

  private apply(one: ModelledCorrection, address: EntryName): void {
    const earlier = this.inEffect();
    if (earlier) earlier.state = 'superseded';
    for (const other of this.corrections) if (other !== one && isOpen(other)) other.state = 'superseded';
    Object.assign(one, { state: 'applied', address, prior: this.shipment, before: earlier });
    const { state, failure, hasLeft } = this.shipment;
    const leaves = STANDING_STILL.includes(state);
    this.shipment = {
      hasLeft,
      state: leaves ? 'released' : state,
      address,
      failure: leaves ? null : failure,
    };
  }

  private reject(one: ModelledCorrection): Refusal | null {
    if (!isOpen(one)) return 'conflict';
    one.state = 'rejected';
    this.refused.add(one.entry);
    return null;
  }

  private withdraw(one: ModelledCorrection, by: string): Refusal | null {
    if (one.state !== 'applied' && !isOpen(one)) return 'conflict';
    if (by === 'shop' && (one.state === 'applied' || one.by !== 'shop')) return 'forbidden';
    if (one.state === 'applied' && !STILL_HERE.includes(this.shipment.state)) return 'conflict';
    if (one.state === 'applied') this.undo(one);
    one.state = 'withdrawn';
    return null;
  }

  private undo({ prior: found, before }: ModelledCorrection): void {
    const prior = found!;
    if (before) before.state = 'applied';
    const stoodStill = STANDING_STILL.includes(prior.state);
    this.shipment = {
      ...this.shipment,
      state: stoodStill ? 'held' : this.shipment.state,
      address: prior.address,
      failure: this.shipment.failure ?? prior.failure,
    };
  }

  private scan({ code, reason }: Command & { do: 'scan' }): null {
    if (!SCANNED_FROM[code].includes(this.shipment.state)) return null;
    this.shipment = { ...this.shipment, state: code, hasLeft: true };
    if (code === 'delivered') this.closeOpen('expired');
    if (code === 'delivery_failed') this.fail(reason ?? 'other');
    return null;
  }

  private fail(failure: string): void {
    this.shipment.failure = failure;
    if (failure !== 'incorrect_address') return;
    this.shipment.state = 'held';
    const tried = this.inEffect();
    for (const entry of [this.shipment.address, tried?.entry]) if (entry) this.refused.add(entry);
    if (tried) tried.state = 'undeliverable';
  }

  private cancel(): Refusal | null {
    const { state, hasLeft } = this.shipment;
    if (hasLeft || !['held', 'released'].includes(state)) return 'conflict';
    this.shipment = { ...this.shipment, state: 'cancelled' };
    this.closeOpen('expired');
    return null;
  }

  private closeOpen(state: string): void {
    for (const one of this.corrections) if (isOpen(one)) one.state = state;
  }
}

/** The correction that a command means; undefined where there is none yet. */
export function picked<One>(oldestFirst: readonly One[], which: number): One | undefined {
  return oldestFirst.at(-1 - (which % Math.max(1, oldestFirst.length)));
}

export function kindOf(entry: EntryName): string {
  return entry.split(' ')[0] ?? '';
}

function isOpen({ state }: ModelledCorrection): boolean {
  return state === 'proposed' || state === 'blocked';
}
