import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { StopAddress } from '../route';
import type { DriverParcel } from './contract';
import { arrow } from './icons';
import type { RouteScreen, ShownStop } from './screen';
import type { Shown } from './shown';
import { head } from './taps';
import { doorOf, geoLink, hoursOf, lineOf, townOf } from './written';

/** The stop that is next, or that the driver is at: to be read at arm's length. */
export function currentStopView(
  shownStop: ShownStop,
  { total }: RouteScreen,
  { texts, language, on }: Shown,
): TemplateResult {
  const { stop, number, parcels } = shownStop;
  const isHeading = stop.state === 'next' || stop.state === 'arrived';
  const stay = () => undefined;
  return html`<section class="current" aria-labelledby="current" data-front=${stop.id}>
    <h2 id="current">
      ${texts.stopOf(number, total)}
      ${stop.state === 'arrived' ? html`<span class="tag">${texts.state.arrived}</span>` : nothing}
      ${changedTag(shownStop, texts.changed)}
    </h2>
    ${addressView(stop.address)} ${wasView(shownStop, texts.was)}
    <p class="hours">${hoursOf(stop, language, texts)}</p>
    <ul class="parcels">
      ${parcels.map(parcelView)}
    </ul>
    <a class="button" href=${geoLink(stop)} @click=${isHeading ? stay : on(head(stop.id))}>
      ${arrow} ${texts.navigate}
    </a>
  </section>`;
}

export function addressView(address: StopAddress): TemplateResult {
  return html`<p class="address"><strong>${doorOf(address)}</strong> <span>${townOf(address)}</span></p>`;
}

/** Where its parcels were to go before, struck through. */
export function wasView({ was }: ShownStop, word: string): TemplateResult | typeof nothing {
  const lines = [...new Set(was.map(lineOf))];
  if (lines.length === 0) return nothing;
  return html`${lines.map((line) => html`<p class="was">${word} <s>${line}</s></p>`)}`;
}

export function changedTag({ was }: ShownStop, word: string): TemplateResult | typeof nothing {
  return was.length === 0 ? nothing : html`<span class="tag changed">${word}</span>`;
}

export function parcelView({ name, barcode, note }: DriverParcel): TemplateResult {
  return html`<li>
    ${name === null ? nothing : html`<b>${name}</b>`} <code>${barcode}</code>
    ${note === null ? nothing : html`<span class="note">${note}</span>`}
  </li>`;
}
