// What the desk's pages do beyond their forms and links: keys, a help overlay, copying, and time that counts down. Each page
// works without it.
'use strict';

const isTyping = ({ target }) => target instanceof HTMLElement && target.closest('input, textarea, select');

/** A key stands at what it does: `data-key` on a link, a button or a field. */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') closeHelp();
  if (isTyping(event)) return;
  if (event.key === '?') openHelp();
  else if (event.key === 'j' || event.key === 'ArrowDown') step(event, 1);
  else if (event.key === 'k' || event.key === 'ArrowUp') step(event, -1);
  else useKey(event);
}

function useKey(event) {
  const meant = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (meant === null) return;
  event.preventDefault();
  if (meant.matches('input, textarea')) meant.focus();
  else meant.click();
  if (meant.matches('summary'))
    meant.parentElement.querySelector('input:not([type=hidden]), select, textarea')?.focus();
}

/** Goes to the next item of the queue, or the one before. */
function step(event, by) {
  const items = [...document.querySelectorAll('.items .open')];
  if (items.length === 0) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement);
  items.at(Math.min(Math.max(at + by, 0), items.length - 1))?.focus();
}

function openHelp() {
  const help = document.getElementById('help');
  if (!(help instanceof HTMLDialogElement) || help.open) return;
  const keys = help.querySelector('.page-keys');
  keys.replaceChildren(...[...document.querySelectorAll('[data-key]')].flatMap(explained));
  help.showModal();
}

function explained(meant) {
  const [key, what] = [document.createElement('dt'), document.createElement('dd')];
  key.textContent = meant.dataset.key;
  const text =
    meant.getAttribute('aria-label') ?? meant.closest('label')?.firstChild?.textContent ?? meant.textContent;
  what.textContent = text.trim();
  return [key, what];
}

function closeHelp() {
  document.getElementById('help')?.close?.();
}

async function copy(button) {
  const text = document.getElementById(button.dataset.copies)?.textContent ?? '';
  await navigator.clipboard.writeText(text.trim());
  button.textContent = `✓ ${button.textContent.replace(/^✓ /, '')}`;
}

/** How long something can still be chosen, beside until when. */
function countDown() {
  for (const time of document.querySelectorAll('time[data-counts-down]')) {
    const minutes = Math.floor((Date.parse(time.dateTime) - Date.now()) / 60_000);
    time.dataset.left = minutes > 0 ? `${minutes} min` : '!';
  }
}

document.addEventListener('keydown', onKey);
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('[data-copies]');
  if (button) void copy(button);
});
document.addEventListener('DOMContentLoaded', () => {
  document.documentElement.dataset.live = 'true';
  countDown();
  setInterval(countDown, 10_000);
  document.querySelector('.items .open')?.focus({ preventScroll: true });
});
document.addEventListener('htmx:afterSwap', countDown);
// What no hand asked for, such as a list that renews itself, says so: an unattended page must not keep its session alive.
document.addEventListener('htmx:configRequest', ({ detail }) => {
  if (detail.triggeringEvent?.isTrusted !== true) detail.headers['Klopt-Renewal'] = 'yes';
});
// When the session has ended the page stays as it is, with what is typed in it, and says so.
document.addEventListener('htmx:afterRequest', ({ detail: { xhr } }) => {
  const line = document.getElementById('signed-out');
  if (line !== null && xhr.status !== 0) line.hidden = xhr.status !== 401;
});
