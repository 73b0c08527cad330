import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { RouteScreen, ShownStop } from './screen';
import type { Shown } from './shown';
import { changedTag, parcelView, wasView } from './stop-view';
import { head, openStop } from './taps';
import { doorOf, hoursOf, townOf } from './written';

/** The stops that come after, and those that are done. */
export function listView({ ahead, done }: RouteScreen, shown: Shown): TemplateResult {
  return html`${ahead.length === 0 ? nothing : aheadView(ahead, shown)}
  ${done.length === 0 ? nothing : doneView(done, shown)}`;
}

function aheadView(ahead: readonly ShownStop[], shown: Shown): TemplateResult {
  return html`<section class="list">
    <h2>${shown.texts.ahead}</h2>
    <ol>
      ${ahead.map((one) => html`<li>${rowView(one, shown)}</li>`)}
    </ol>
  </section>`;
}

function rowView(one: ShownStop, shown: Shown): TemplateResult {
  const { stop } = one;
  const isOpen = shown.model.openStopId === stop.id;
  return html`<button class="row" aria-expanded=${isOpen} @click=${shown.on(openStop(stop.id))}>
      ${summaryView(one, shown)}
    </button>
    ${isOpen ? openView(one, shown) : nothing}`;
}

function summaryView(one: ShownStop, { texts, language }: Shown): TemplateResult {
  const { stop, number } = one;
  const hours = hoursOf(stop, language, texts);
  return html`<span class="number">${number}</span>
    <span class="where">
      <b>${doorOf(stop.address)}</b>
      <span>${townOf(stop.address)}</span>
      ${hours === '' ? nothing : html`<span>${hours}</span>`}
      ${stop.state === 'skipped' ? html`<span class="tag">${texts.state.skipped}</span>` : nothing}
      ${changedTag(one, texts.changed)}
    </span>`;
}

function openView(one: ShownStop, { texts, on }: Shown): TemplateResult {
  return html`<div class="open">
    ${wasView(one, texts.was)}
    <ul class="parcels">
      ${one.parcels.map(parcelView)}
    </ul>
    <button class="button" @click=${on(head(one.stop.id))}>${texts.goThere}</button>
  </div>`;
}

function doneView(done: readonly ShownStop[], { texts }: Shown): TemplateResult {
  return html`<details>
    <summary>${texts.done(done.length)}</summary>
    <ol class="done">
      ${done.map(
        ({ stop, number }) =>
          html`<li>
            <span class="number">${number}</span>
            <span>${doorOf(stop.address)} – ${outcomeOf(stop, texts)}</span>
          </li>`,
      )}
    </ol>
  </details>`;
}

function outcomeOf(
  { state, failure }: ShownStop['stop'],
  { failures, state: words }: Shown['texts'],
): string {
  if (state === 'completed') return words.completed;
  const reason = Object.entries(failures).find(([code]) => code === failure)?.[1];
  return reason === undefined ? words.failed : `${words.failed}: ${reason.toLowerCase()}`;
}
