import { html, nothing, type TemplateResult } from 'lit/html.js';
import { bars, phone } from './icons';
import { unsentCount } from './outbox';
import type { Shown } from './shown';
import { closeSheet, openSheet } from './taps';
import { timeOf } from './written';

/** What is always at the top: whether the page is live, the desk, and the menu. */
export function topView(shown: Shown): TemplateResult {
  const { model, texts, on } = shown;
  const isOpen = model.sheet === 'menu';
  return html`<header>
      <div class="route">
        <h1>${model.kept.copy?.route.reference ?? 'Klopt'}</h1>
        ${linkView(shown)}
      </div>
      ${callView(shown)}
      <button
        class="round"
        aria-label=${texts.menu}
        aria-expanded=${isOpen}
        @click=${on(isOpen ? closeSheet : openSheet('menu'))}
      >
        ${bars}
      </button>
    </header>
    ${notLiveView(shown)}`;
}

function linkView({ model, texts }: Shown): TemplateResult | typeof nothing {
  if (model.kept.access === null || model.kept.isRefused || isLost(model)) return nothing;
  return html`<p class="link" data-live=${model.isLive}>${model.isLive ? texts.live : texts.connecting}</p>`;
}

/** Not live; at the very first opening there is nothing yet that could be lost. */
function isLost({ isLive, kept }: Shown['model']): boolean {
  return !isLive && (kept.copy !== null || !navigator.onLine);
}

function notLiveView({ model, texts, language }: Shown): TemplateResult {
  const { access, isRefused, heardAtMs, outbox } = model.kept;
  const isShown = access !== null && !isRefused && isLost(model);
  const since = heardAtMs === null ? null : timeOf(heardAtMs, language);
  const unsent = unsentCount(outbox);
  // Always there, so that it is read aloud when it comes to say something.
  return html`<div class="not-live" role="status" ?data-shown=${isShown}>
    ${isShown ? html`<p>${texts.notLive(since)}</p>` : nothing}
    ${isShown && unsent > 0 ? html`<p class="unsent">${texts.unsent(unsent)}</p>` : nothing}
  </div>`;
}

function callView({ deskPhone, texts }: Shown): TemplateResult | typeof nothing {
  if (deskPhone === '') return nothing;
  return html`<a class="round" href="tel:${deskPhone}" aria-label=${texts.callDesk}>${phone}</a>`;
}
