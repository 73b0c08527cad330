import type { InstructionAnswer } from '../instructions/instruction';
import type { StopFailure } from '../failure-reasons';
import type { DeviceAction } from './contract';
import type { Model, Settings } from './model';
import { withAction, withHeld, withRelease, withUndo } from './outbox';
import type { Language } from './texts';

/** What a tap makes of the model. */
export type Tap = (model: Model, nowMs: number) => Model;

/** Done at once. */
function doing(action: DeviceAction): Tap {
  return (model, nowMs) => closed(withOutbox(model, withAction(model.kept.outbox, action, nowMs)));
}

/** Done, and sent a moment later. */
function doingUnlessUndone(action: DeviceAction): Tap {
  return (model, nowMs) => closed(withOutbox(model, withHeld(model.kept.outbox, action, nowMs)));
}

/** With the route begins the report of where the van is, if the driver lets the browser. */
export const begin: Tap = (model, nowMs) => {
  const begun = doing({ kind: 'started' })(model, nowMs);
  return sharePosition(model.kept.settings.sharesPosition ?? true)(begun, nowMs);
};
export const end = doingUnlessUndone({ kind: 'ended' });
export const head = (stopId: string) => doing({ kind: 'heading', stopId });
export const arrive = (stopId: string) => doingUnlessUndone({ kind: 'arrived', stopId });
export const deliver = (stopId: string) => doingUnlessUndone({ kind: 'completed', stopId });
export const skip = (stopId: string) => doingUnlessUndone({ kind: 'skipped', stopId });
export const fail = (stopId: string, reason: StopFailure) =>
  doingUnlessUndone({ kind: 'failed', stopId, reason });
export const acknowledge = (instructionId: string) => doing({ kind: 'acknowledged', instructionId });
export const refuse = (instructionId: string, reason: string) =>
  doing({ kind: 'refused', instructionId, reason });
export const answer = (instructionId: string, given: InstructionAnswer) =>
  doing({ kind: 'answered', instructionId, answer: given });

export const undo: Tap = (model) => withOutbox(model, withUndo(model.kept.outbox));
export const release: Tap = (model) => withOutbox(model, withRelease(model.kept.outbox));

export const openSheet =
  (sheet: NonNullable<Model['sheet']>): Tap =>
  (model) => ({ ...model, sheet });
export const closeSheet: Tap = (model) => ({ ...model, sheet: null });
export const openStop =
  (stopId: string): Tap =>
  (model) => ({ ...model, openStopId: model.openStopId === stopId ? null : stopId });

export const speak = (language: Language) => withSettings({ language });
export const darken = (isDark: boolean) => withSettings({ isDark });
export function sharePosition(sharesPosition: boolean): Tap {
  return withSettings({ sharesPosition });
}

function withSettings(chosen: Partial<Settings>): Tap {
  return ({ kept, ...model }) => ({
    ...model,
    kept: { ...kept, settings: { ...kept.settings, ...chosen } },
  });
}

function withOutbox({ kept, ...model }: Model, outbox: Model['kept']['outbox']): Model {
  return { ...model, kept: outbox === kept.outbox ? kept : { ...kept, outbox } };
}

function closed(model: Model): Model {
  return { ...model, sheet: null, openStopId: null };
}
