// Keeps a page true while somebody looks at it: the service says that it has changed, and htmx asks for how it is now.
'use strict';

const COME_BACK_MS = 10_000;
let source = null;

const shown = () => document.querySelector('[data-follows]');

/** Only while it is looked at: browsers allow a host six connections, and agents have more tabs than that. */
function follow() {
  if (source !== null || document.hidden || shown() === null) return;
  source = new EventSource(shown().dataset.follows);
  source.addEventListener('changed', () => htmx.trigger(shown(), 'changed'));
  source.addEventListener('error', comeBack);
}

/** A browser comes back by itself after a break, but not after an answer that was none. */
function comeBack() {
  if (source?.readyState !== EventSource.CLOSED) return;
  pause();
  setTimeout(follow, COME_BACK_MS);
}

function pause() {
  source?.close();
  source = null;
}

function isFilledIn({ value, defaultValue, checked, defaultChecked, selectedIndex, type }) {
  if (selectedIndex !== undefined) return selectedIndex > 0;
  if (type === 'checkbox') return checked !== defaultChecked;
  return type !== 'hidden' && value !== defaultValue;
}

/** What somebody is typing is not taken away, nor is what they are about to choose replaced by something else. */
function isInUse(old, text) {
  if ([...old.querySelectorAll('input, textarea, select')].some(isFilledIn)) return true;
  if (old.dataset.choice === undefined) return false;
  const next = new DOMParser().parseFromString(text, 'text/html').getElementById(old.id);
  return next !== null && next.dataset.choice !== old.dataset.choice;
}

let kept = null;

function keepPlace(old) {
  const { activeElement } = document;
  const name = ['href', 'data-key', 'name'].find((one) => activeElement?.hasAttribute(one));
  const focused = name && `[${name}="${CSS.escape(activeElement.getAttribute(name))}"]`;
  kept = {
    focused: old.contains(activeElement) ? focused : undefined,
    open: [...old.querySelectorAll('details')].map(({ open }) => open),
  };
}

function restorePlace() {
  if (kept === null || shown() === null) return;
  const all = shown().querySelectorAll('details');
  if (all.length === kept.open.length) all.forEach((one, index) => (one.open = kept.open[index]));
  if (kept.focused) shown().querySelector(kept.focused)?.focus({ preventScroll: true });
  kept = null;
}

document.addEventListener('htmx:beforeSwap', (event) => {
  const { target, xhr } = event.detail;
  if (!target.matches('[data-follows]') || xhr.status !== 200) return;
  if (!isInUse(target, xhr.responseText)) return keepPlace(target);
  // What only tells is renewed all the same.
  const notice = target.querySelector('.renew');
  if (notice !== null) notice.hidden = false;
  const telling = target.querySelector('[data-tells]');
  event.detail.shouldSwap = telling !== null;
  if (telling === null) return;
  event.detail.target = telling;
  event.detail.selectOverride = `#${telling.id}`;
});
document.addEventListener('htmx:afterSwap', restorePlace);
document.addEventListener('visibilitychange', () => (document.hidden ? pause() : follow()));
addEventListener('pagehide', pause);
addEventListener('pageshow', follow);
