import type { Place } from '../route';
import type { DeviceAction, DeviceEvent, Outcomes } from './contract';

/** What the driver did and the service has not answered yet, in the order in which it was done. */
export interface Outbox {
  /** The count of the latest event. */
  lastSeq: number;
  waiting: readonly DeviceEvent[];
  /** Answered, and not in the copy yet: shown until the feed has caught up, so that nothing flickers back. */
  answered: readonly { event: DeviceEvent; version: number }[];
  /** Done a moment ago, and can still be undone. */
  held: Held | null;
}

export interface Held {
  action: DeviceAction;
  atMs: number;
}

export const emptyOutbox: Outbox = { lastSeq: 0, waiting: [], answered: [], held: null };

/** How long an action can be undone, in milliseconds. */
export const UNDO_MS = 5_000;
/** How many events are sent in one request. */
const BATCH = 100;
/** Of an event that is done; one that was sent before may have been. */
const DONE: readonly string[] = ['applied', 'repeated'];
/** Counts begin with the seconds since then: a device that has lost its memory never counts again what it sent before. */
const COUNTED_FROM_MS = Date.UTC(2026, 0, 1);

/** The outbox after something was done that cannot be undone. What was held before it goes first. */
export function withAction(outbox: Outbox, action: DeviceAction, nowMs: number): Outbox {
  return withEvent(withRelease(outbox), action, nowMs);
}

/** The outbox with where the van is, in place of where it was: what was held stays so. */
export function withPosition(outbox: Outbox, place: Place, nowMs: number): Outbox {
  const kept = { ...outbox, waiting: outbox.waiting.filter(isNoPosition) };
  return withEvent(kept, { kind: 'position', place }, nowMs);
}

/** The outbox after something was done that can be undone for a moment. */
export function withHeld(outbox: Outbox, action: DeviceAction, nowMs: number): Outbox {
  return { ...withRelease(outbox), held: { action, atMs: nowMs } };
}

/** The outbox as if the last action was not done, where it is not sent yet. */
export function withUndo(outbox: Outbox): Outbox {
  return { ...outbox, held: null };
}

/** The outbox when what was held is to be sent. */
export function withRelease(outbox: Outbox): Outbox {
  const { held } = outbox;
  return held === null ? outbox : withEvent({ ...outbox, held: null }, held.action, held.atMs);
}

/** How long until what is held is to be sent; null where nothing is. */
export function releaseInMs({ held }: Outbox, nowMs: number): number | null {
  if (held === null) return null;
  // A clock that was set back does not hold it longer.
  return Math.min(UNDO_MS, Math.max(0, held.atMs + UNDO_MS - nowMs));
}

/** What to send next. */
export function batchOf({ waiting }: Outbox): readonly DeviceEvent[] {
  return waiting.slice(0, BATCH);
}

/** The outbox after the service has answered: only what it named is forgotten. */
export function withOutcomes(outbox: Outbox, { outcomes, version }: Outcomes): Outbox {
  const effects = new Map(outcomes.map(({ deviceSeq, effect }) => [deviceSeq, effect]));
  const applied = outbox.waiting.filter(({ deviceSeq }) => DONE.includes(effects.get(deviceSeq) ?? ''));
  return {
    ...outbox,
    waiting: outbox.waiting.filter(({ deviceSeq }) => !effects.has(deviceSeq)),
    answered: [...outbox.answered, ...applied.map((event) => ({ event, version }))],
  };
}

/** The outbox without an event that the service cannot read, and which would keep all others waiting. */
export function withoutEvent(outbox: Outbox, deviceSeq: number): Outbox {
  return { ...outbox, waiting: outbox.waiting.filter((event) => event.deviceSeq !== deviceSeq) };
}

/** The outbox when the copy has come to a version. */
export function withVersion(outbox: Outbox, version: number): Outbox {
  const answered = outbox.answered.filter((one) => one.version > version);
  return answered.length === outbox.answered.length ? outbox : { ...outbox, answered };
}

/** Everything that the copy does not know of yet, in order. */
export function unknownTo(outbox: Outbox): readonly DeviceAction[] {
  const sent = outbox.answered.map(({ event }) => event);
  return [...sent, ...outbox.waiting, ...(outbox.held === null ? [] : [outbox.held.action])];
}

/** How many of the driver's actions the service has not answered. Where the van is does not count. */
export function unsentCount({ waiting }: Outbox): number {
  return waiting.filter(isNoPosition).length;
}

function withEvent(outbox: Outbox, action: DeviceAction, atMs: number): Outbox {
  const deviceSeq = Math.max(outbox.lastSeq + 1, Math.floor((atMs - COUNTED_FROM_MS) / 1000));
  const event: DeviceEvent = { ...action, deviceSeq, occurredAt: new Date(atMs).toISOString() };
  return { ...outbox, lastSeq: deviceSeq, waiting: [...outbox.waiting, event] };
}

function isNoPosition({ kind }: DeviceAction): boolean {
  return kind !== 'position';
}
