import { html, nothing, type TemplateResult } from 'lit/html.js';
import { barView } from './bar-view';
import { instructionView } from './instruction-view';
import { listView } from './list-view';
import { unsentCount } from './outbox';
import type { Shown } from './shown';
import { currentStopView } from './stop-view';
import { topView } from './top-view';

/** The whole page. */
export function pageView(shown: Shown): TemplateResult {
  return html`${topView(shown)}
    <main tabindex="-1">${mainView(shown)}</main>
    ${barView(shown)}
    <p class="spoken" role="status" aria-live="assertive">${shown.model.said}</p>`;
}

function mainView(shown: Shown): TemplateResult {
  const { model, screen, texts } = shown;
  if (model.kept.isRefused) return refusedView(shown);
  if (model.kept.access === null) return noticeView(texts.noAccess);
  if (screen === null) return noticeView({ title: texts.loading, text: '' });
  if (screen.state === 'ended')
    return html`${noticeView(texts.ended)} ${listView({ ...screen, ahead: [] }, shown)}`;
  return html`${screen.instruction === null ? nothing : instructionView(screen.instruction, shown)}
  ${screen.current === null ? noticeView(texts.allDone) : currentStopView(screen.current, screen, shown)}
  ${listView(screen, shown)}`;
}

function refusedView({ model, texts }: Shown): TemplateResult {
  const unsent = unsentCount(model.kept.outbox);
  const { title, text, kept } = texts.refused;
  return noticeView({ title, text: unsent === 0 ? text : `${text} ${kept(unsent)}` });
}

function noticeView({ title, text }: { title: string; text: string }): TemplateResult {
  return html`<section class="notice">
    <h2>${title}</h2>
    <p>${text}</p>
  </section>`;
}
