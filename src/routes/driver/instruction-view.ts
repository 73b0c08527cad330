import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ShownInstruction, ShownStop } from './screen';
import type { Shown } from './shown';
import { addressView, parcelView } from './stop-view';
import { hoursOf, lineOf } from './written';

/** What the driver is told or asked; the bar has the answers. */
export function instructionView(told: ShownInstruction, { texts, language }: Shown): TemplateResult {
  const { instruction, to, was, parcel, waiting } = told;
  const title = { redirect: texts.redirect, take_back: texts.takeBack, question: texts.question };
  return html`<section class="instruction" aria-labelledby="told" data-front=${instruction.id}>
    <h2 id="told">
      ${title[instruction.kind]}
      ${waiting > 1 ? html`<span class="count">${texts.oneOf(waiting)}</span>` : nothing}
    </h2>
    ${instruction.text === null ? nothing : html`<p class="asked">${instruction.text}</p>`}
    ${to === null || instruction.kind === 'question' ? nothing : addressView(to.stop.address)}
    ${was === null ? nothing : html`<p class="was">${texts.was} <s>${lineOf(was)}</s></p>`}
    ${instruction.kind === 'take_back' ? html`<p>${texts.takeBackText}</p>` : nothing}
    ${to === null ? nothing : html`<p class="hours">${stopLine(to, instruction.kind, { texts, language })}</p>`}
    ${
      parcel === null
        ? nothing
        : html`<ul class="parcels">
            ${parcelView(parcel)}
          </ul>`
    }
  </section>`;
}

/** Which stop it is about; where, if that is not said above already. */
function stopLine(
  { number, stop }: ShownStop,
  kind: ShownInstruction['instruction']['kind'],
  { texts, language }: Pick<Shown, 'texts' | 'language'>,
): string {
  const where = kind === 'question' ? lineOf(stop.address) : '';
  const parts = [texts.stop(number), where, hoursOf(stop, language, texts)];
  return parts.filter((part) => part !== '').join(' · ');
}
