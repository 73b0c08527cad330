import { svg, type TemplateResult } from 'lit/html.js';

const icon = (paths: TemplateResult): TemplateResult =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

export const phone = icon(
  svg`<path d="M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1 11.4 11.4 0 0 0 .57 3.57 1 1 0 0 1-.25 1z" />`,
);
export const bars = icon(svg`<path d="M3 6h18v2.4H3zm0 4.8h18v2.4H3zm0 4.8h18V18H3z" />`);
export const arrow = icon(svg`<path d="M12 2 4.5 20.3l.7.7L12 18l6.8 3 .7-.7z" />`);
