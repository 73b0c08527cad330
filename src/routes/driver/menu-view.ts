import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Shown } from './shown';
import * as taps from './taps';

/** What is seldom needed. */
export function menuView(shown: Shown): TemplateResult {
  const { model, screen, texts, language, on } = shown;
  const { isDark, sharesPosition } = model.kept.settings;
  return html`<div class="sheet" role="group" aria-labelledby="sheet">
    <h2 id="sheet" tabindex="-1" data-focus>${texts.menu}</h2>
    <div class="choices one">
      ${callView(shown)}
      <button class="button" @click=${on(taps.darken(!isDark))}>
        ${isDark ? texts.theme.light : texts.theme.dark}
      </button>
      <button class="button" @click=${on(taps.sharePosition(sharesPosition !== true))}>
        ${sharesPosition === true ? texts.position.off : texts.position.on}
      </button>
      <button
        class="button"
        lang=${language === 'nl' ? 'en' : 'nl'}
        @click=${on(taps.speak(language === 'nl' ? 'en' : 'nl'))}
      >
        ${texts.language}
      </button>
      ${
        screen?.state === 'under_way'
          ? html`<button class="button" @click=${on(taps.end)}>${texts.end}</button>`
          : nothing
      }
    </div>
    <button class="button less" @click=${on(taps.closeSheet)}>${texts.close}</button>
  </div>`;
}

function callView({ deskPhone, texts }: Shown): TemplateResult | typeof nothing {
  return deskPhone === ''
    ? nothing
    : html`<a class="button" href="tel:${deskPhone}">${texts.callDesk} (${deskPhone})</a>`;
}
