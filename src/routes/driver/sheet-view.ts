import { html, type TemplateResult } from 'lit/html.js';
import type { Shown } from './shown';
import { closeSheet } from './taps';

export interface Choice {
  label: string;
  tap: (event: Event) => void;
}

export interface Sheet {
  title: string;
  choices: readonly Choice[];
  /** What may be done in place of choosing, beside going back. */
  besides?: readonly Choice[];
}

/** A choice of reasons over the bar: one more tap, and it is said. */
export function sheetView({ title, choices, besides = [] }: Sheet, { texts, on }: Shown): TemplateResult {
  return html`<div class="sheet" role="group" aria-labelledby="sheet">
    <h2 id="sheet" tabindex="-1" data-focus>${title}</h2>
    <div class="choices">${choices.map(choiceView)}</div>
    <div class="besides">
      ${choiceView({ label: texts.back, tap: on(closeSheet) })} ${besides.map(choiceView)}
    </div>
  </div>`;
}

function choiceView({ label, tap }: Choice): TemplateResult {
  return html`<button class="button" @click=${tap}>${label}</button>`;
}
