import type { Alert } from '../routes/alerts/alert';
import type { Instruction } from '../routes/instructions/instruction';
import { type ShownTime, shownTime } from './case-times';
import * as words from './case-words';
import { type Language, say } from './case-words';

/** Something about a shipment that an agent must look at now. */
export interface CaseAlert {
  id: string;
  kind: Alert['kind'];
  text: string;
  at: ShownTime;
}

/** What a driver was told of a correction, and how far that has come. */
export interface CaseInstruction {
  id: string;
  routeId: string;
  kind: Instruction['kind'];
  title: string;
  state: Instruction['state'];
  stateText: string;
  /** Pushed, received by the device, answered: `at` is null for what has not happened yet. */
  steps: { name: 'pushed' | 'received' | 'answered'; text: string; at: ShownTime | null }[];
  /** Why the driver refused, in the driver's words. */
  reason: string | null;
  /** That the driver ought to have answered by now; null where that is no matter. */
  alert: CaseAlert | null;
}

interface Reader {
  nowMs: number;
  language: Language;
}

/** The open alerts about a shipment, in words. */
export function caseAlerts(alerts: readonly Alert[], { nowMs, language }: Reader): CaseAlert[] {
  return alerts.map(({ id, kind, raisedAtMs }) => ({
    ...{ id, kind, text: say(words.ALERTS[kind], language) },
    at: shownTime(raisedAtMs, nowMs, language),
  }));
}

/** The life of an instruction: pushed, received, seen or refused, with times. */
export function caseInstruction(
  instruction: Instruction,
  alerts: readonly Alert[],
  reader: Reader,
): CaseInstruction {
  const { id, routeId, kind, state, reason } = instruction;
  const { language } = reader;
  const [alert = null] = caseAlerts(
    alerts.filter(({ subject }) => subject === id),
    reader,
  );
  return {
    ...{ id, routeId, kind, state, reason, alert },
    title: say(words.INSTRUCTIONS[kind], language),
    stateText: say(words.ANSWERED[state], language),
    steps: stepsOf(instruction, reader),
  };
}

function stepsOf(instruction: Instruction, { nowMs, language }: Reader): CaseInstruction['steps'] {
  const { state, pushedAtMs, receivedAtMs, answeredAtMs } = instruction;
  const at = (ms: number | null) => (ms === null ? null : shownTime(ms, nowMs, language));
  const answered = state === 'refused' ? 'refused' : 'acknowledged';
  return [
    { name: 'pushed', text: say(['Verstuurd', 'Pushed'], language), at: at(pushedAtMs) },
    {
      name: 'received',
      text: say(['Aangekomen op het toestel', 'Received by the device'], language),
      at: at(receivedAtMs),
    },
    { name: 'answered', text: say(words.ANSWERED[answered], language), at: at(answeredAtMs) },
  ];
}
