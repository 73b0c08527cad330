import { html, nothing, type TemplateResult } from 'lit/html.js';
import { FAILURE_REASONS, type DeviceAction } from './contract';
import { menuView } from './menu-view';
import type { RouteScreen, ShownInstruction, ShownStop } from './screen';
import { sheetView } from './sheet-view';
import type { Shown } from './shown';
import * as taps from './taps';
import { STOP_STATE_OF } from './with-actions';
import { REFUSAL_REASONS } from './words';

/** Where the thumb is: the one thing to do next, and what else may be done instead. */
export function barView(shown: Shown): TemplateResult {
  return html`<section class="bar" aria-label=${shown.texts.actions}>
    ${undoView(shown)} ${contentView(shown)}
  </section>`;
}

function contentView(shown: Shown): TemplateResult | typeof nothing {
  const { model, screen } = shown;
  if (model.sheet === 'menu') return menuView(shown);
  if (screen === null || screen.state === 'ended') return nothing;
  if (screen.instruction !== null) return answersView(screen.instruction, shown);
  return routeView(screen, shown);
}

function answersView(told: ShownInstruction, shown: Shown): TemplateResult {
  const { id, kind } = told.instruction;
  const { texts, on } = shown;
  if (kind === 'question')
    return html`<div class="pair even">
      <button class="button main" @click=${on(taps.answer(id, 'no'))}>${texts.no}</button>
      <button class="button main" @click=${on(taps.answer(id, 'yes'))}>${texts.yes}</button>
    </div>`;
  if (shown.model.sheet === 'refuse') return refusalsView(id, shown);
  return html`<div class="pair">
    <button class="button less" @click=${on(taps.openSheet('refuse'))}>${texts.cannot}</button>
    <button class="button main" @click=${on(taps.acknowledge(id))}>${texts.seen}</button>
  </div>`;
}

function refusalsView(instructionId: string, shown: Shown): TemplateResult {
  const { texts, on } = shown;
  const choices = REFUSAL_REASONS.map((reason) => ({
    label: texts.refusals[reason],
    tap: on(taps.refuse(instructionId, texts.refusals[reason])),
  }));
  return sheetView({ title: texts.whyCannot, choices }, shown);
}

function routeView(screen: RouteScreen, shown: Shown): TemplateResult {
  const { texts, on } = shown;
  if (screen.current === null)
    return html`<button class="button main" @click=${on(taps.end)}>${texts.end}</button>`;
  if (screen.state === 'planned')
    return html`<button class="button main" @click=${on(taps.begin)}>${texts.begin}</button>`;
  return shown.model.sheet === 'fail' ? failuresView(screen.current, shown) : stopView(screen.current, shown);
}

function stopView({ stop }: ShownStop, { texts, on }: Shown): TemplateResult {
  const isThere = stop.state === 'arrived';
  return html`<div class="pair">
    <button class="button less" @click=${on(taps.openSheet('fail'))}>${texts.fail}</button>
    <button
      class="button main ${isThere ? 'deliver' : ''}"
      @click=${on(isThere ? taps.deliver(stop.id) : taps.arrive(stop.id))}
    >
      ${isThere ? texts.deliver : texts.arrive}
    </button>
  </div>`;
}

function failuresView({ stop }: ShownStop, shown: Shown): TemplateResult {
  const { texts, on } = shown;
  const choices = FAILURE_REASONS.map((reason) => ({
    label: texts.failures[reason],
    tap: on(taps.fail(stop.id, reason)),
  }));
  // A stop that was skipped is on the list already, for the driver to come back to.
  const skip = { label: texts.skip, tap: on(taps.skip(stop.id)) };
  const besides = stop.state === 'skipped' ? [] : [skip];
  return sheetView({ title: texts.whyFailed, choices, besides }, shown);
}

function undoView(shown: Shown): TemplateResult | typeof nothing {
  const { held } = shown.model.kept.outbox;
  if (held === null || shown.model.sheet !== null) return nothing;
  return html`<div class="undo">
    <span>${doneText(held.action, shown)}</span>
    <button class="button" @click=${shown.on(taps.undo)}>${shown.texts.undo}</button>
  </div>`;
}

function doneText(action: DeviceAction, { model, texts }: Shown): string {
  if (!('stopId' in action)) return texts.ended.title;
  const index = model.kept.copy?.route.stops.findIndex(({ id }) => id === action.stopId) ?? -1;
  return `${texts.stop(index + 1)}: ${texts.state[STOP_STATE_OF[action.kind]]}`;
}
