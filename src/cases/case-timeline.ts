import type { Correction } from '../corrections/correction';
import { correctionStateWords } from '../corrections/refusals';
import { TRANSITIONS } from '../corrections/states';
import type { Instruction } from '../routes/instructions/instruction';
import { sideOf } from '../shipments/shown-shipment';
import type { ShipmentEvent } from '../shipments/timeline-of';
import { addressText, partsOf, typedParts } from './address-text';
import { type ShownTime, shownTime } from './case-times';
import * as words from './case-words';
import { type Language, type Said, say } from './case-words';

/** Something that happened to a shipment: what, who, when. */
export interface CaseEvent {
  at: ShownTime;
  text: string;
  by: string;
  /** More of it: a reason, an address, an answer. */
  note: string | null;
}

export interface Happenings {
  events: readonly ShipmentEvent[];
  corrections: readonly Correction[];
  instruction: Instruction | null;
  shopId: string;
  /** Of people and the shop, by their ids. */
  names: ReadonlyMap<string, string>;
}

interface Happened extends Omit<CaseEvent, 'at'> {
  atMs: number;
}

/** Everything that happened to a shipment, the newest first. */
export function caseTimeline(happenings: Happenings, nowMs: number, language: Language): CaseEvent[] {
  const { corrections, instruction, events } = happenings;
  const all = [
    ...corrections.toReversed().flatMap((one) => correctionEvents(one, happenings, language)),
    // Before what the driver answered, which may be heard of in the same instant.
    ...receivedEvents(instruction, language),
    ...events.map((event) => shipmentEvent(event, happenings, language)),
  ];
  return all
    .toReversed()
    .toSorted((one, other) => other.atMs - one.atMs)
    .map(({ atMs, ...event }) => ({ at: shownTime(atMs, nowMs, language), ...event }));
}

/** By whom something was done, as people know them. */
export function byText(
  actor: string,
  { names, shopId }: Pick<Happenings, 'names' | 'shopId'>,
  language: Language,
): string {
  const side = sideOf(actor);
  const name = names.get(side === 'shop' ? shopId : actor);
  return name ?? say(words.ACTORS[side], language);
}

function shipmentEvent(event: ShipmentEvent, happenings: Happenings, language: Language): Happened {
  const happened: Readonly<Partial<Record<string, Said>>> = words.HAPPENED;
  const said = happened[event.code];
  const effect = words.EFFECTS[event.effect];
  const notes = [noteOf(event, happenings, language), effect === null ? null : say(effect, language)];
  return {
    // A device whose clock runs ahead saw nothing that is still to come.
    atMs: Math.min(event.occurredAtMs, event.receivedAtMs),
    text: said === undefined ? event.code : say(said, language),
    by: byText(event.actor, happenings, language),
    note: notes.filter((note) => note !== null).join('; ') || null,
  };
}

/** Decisions name their correction, scans a code; agents and drivers have words of their own. */
function noteOf(
  { code, reason, state }: ShipmentEvent,
  { corrections }: Happenings,
  language: Language,
): string | null {
  if (code === 'registered' && state === 'held') return say(words.HAPPENED.held, language).toLowerCase();
  if (reason === null) return null;
  const correction = corrections.find(({ id }) => id === reason);
  if (correction !== undefined) return correctedText(correction);
  if (reason.startsWith('cor_')) return null;
  const coded: Readonly<Partial<Record<string, Said>>> =
    code === 'delivery_failed' ? words.FAILURES : words.ANSWERS;
  const said = coded[reason];
  return said === undefined ? reason : say(said, language);
}

function correctedText({ address, entry }: Correction): string {
  return addressText(address === null ? typedParts(entry) : partsOf(address));
}

function correctionEvents(correction: Correction, happenings: Happenings, language: Language): Happened[] {
  const { state, source, proposedBy, decidedBy, reason, createdAtMs, updatedAtMs, entry } = correction;
  const proposed: Happened = {
    atMs: createdAtMs,
    text: `${say(['Correctie voorgesteld', 'Correction proposed'], language)} ${say(words.SOURCES[source], language)}`,
    by: byText(isProposedAgain(correction, happenings) ? 'system' : proposedBy, happenings, language),
    note: addressText(typedParts(entry)),
  };
  if (!isClosed(correction)) return [proposed];
  const isDecided = state === 'rejected' || state === 'withdrawn';
  const closed: Happened = {
    atMs: updatedAtMs,
    text: `${say(['Correctie', 'Correction'], language)} ${correctionStateWords(state)[language]}`,
    by: byText((isDecided ? decidedBy : null) ?? 'system', happenings, language),
    note: state === 'rejected' ? reason : correctedText(correction),
  };
  return [proposed, closed];
}

function isClosed({ state }: Correction): boolean {
  return TRANSITIONS[state].length === 0 || state === 'superseded';
}

/** What expired with its route is asked anew at that very instant, by nobody. */
function isProposedAgain({ createdAtMs }: Correction, { corrections }: Happenings): boolean {
  return corrections.some(({ state, updatedAtMs }) => state === 'expired' && updatedAtMs === createdAtMs);
}

function receivedEvents(instruction: Instruction | null, language: Language): Happened[] {
  if (instruction?.receivedAtMs === undefined || instruction.receivedAtMs === null) return [];
  return [
    {
      atMs: instruction.receivedAtMs,
      text: say(['Wijziging aangekomen op het toestel', 'Change received by the device'], language),
      by: say(words.ACTORS.driver, language),
      note: null,
    },
  ];
}
