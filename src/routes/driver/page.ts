import { render } from 'lit/html.js';
import type { Box } from './box';
import { pageView } from './page-view';
import { routeScreen } from './screen';
import type { Shown } from './shown';
import type { Tap } from './taps';
import { languageFor, textsIn } from './texts';

export interface PageParts {
  box: Box;
  root: HTMLElement;
  nowMs: () => number;
}

/** Draws the page as the model is, once for all changes that come together. */
export function createPage(parts: PageParts): () => void {
  const on = tapping(parts);
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      draw(parts, on);
    });
  };
}

function draw({ box, root }: PageParts, on: Shown['on']): void {
  const model = box.get();
  const { isDark, language: chosen } = model.kept.settings;
  const language = languageFor(chosen, navigator.language);
  const { documentElement: page } = document;
  page.lang = language;
  page.setAttribute('data-theme', isDark ? 'dark' : 'light');
  const hadFocus = root.contains(document.activeElement);
  const shown = { model, language, on, screen: routeScreen(model.kept), texts: textsIn(language) };
  const sheet = root.querySelector('[data-focus]');
  const before = frontOf(root);
  render(pageView({ ...shown, deskPhone: page.getAttribute('data-desk-phone') ?? '' }), root);
  keepFocus(root, { hadFocus, sheet });
  // What is new in front must not be out of sight, however far down someone has read.
  if (frontOf(root) !== before) root.querySelector('main')?.scrollTo(0, 0);
}

/** What is in front, by its name. */
function frontOf(root: HTMLElement): string | null | undefined {
  return root.querySelector('[data-front]')?.getAttribute('data-front');
}

/** To a sheet that has opened; to the page where what had it is gone. */
function keepFocus(
  root: HTMLElement,
  { hadFocus, sheet }: { hadFocus: boolean; sheet: Element | null },
): void {
  const opened = root.querySelector<HTMLElement>('[data-focus]');
  if (opened !== null && opened !== sheet) opened.focus();
  else if (hadFocus && !root.contains(document.activeElement))
    root.querySelector('main')?.focus({ preventScroll: true });
}

/** The second tap of a double tap does nothing: it would fall on what the first has put there. */
function tapping({ box, nowMs }: PageParts): Shown['on'] {
  return (tap: Tap) => (event) => {
    if (event instanceof UIEvent && event.detail > 1) return;
    box.change((model) => tap(model, nowMs()));
  };
}
