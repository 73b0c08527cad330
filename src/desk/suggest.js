// Suggestions under a field while somebody types: arrows choose, Enter takes one and fills in the form below it.
import Combobox from './combobox-nav.js';

const boxes = new WeakMap();

function boxOf(input) {
  const list = document.getElementById(input.dataset.suggests);
  if (!boxes.has(input)) boxes.set(input, new Combobox(input, list, { tabInsertsSuggestions: false }));
  return boxes.get(input);
}

function take(option) {
  const input = document.querySelector(`[data-suggests="${CSS.escape(option.parentElement.id)}"]`);
  const form = input.closest('details').querySelector('form');
  const address = JSON.parse(option.dataset.address);
  for (const [name, value] of Object.entries(address)) {
    const field = form.elements.namedItem(`address.${name}`);
    if (field !== null) field.value = value ?? '';
  }
  boxOf(input).stop();
  option.parentElement.replaceChildren();
  const missing = form.elements.namedItem(`address.${option.dataset.missing}`);
  (missing ?? form.querySelector('button')).focus();
  form.dispatchEvent(new Event('filled'));
}

document.addEventListener('htmx:afterSwap', ({ detail: { target } }) => {
  const input = document.querySelector(`[data-suggests="${CSS.escape(target.id)}"]`);
  if (input === null) return;
  boxOf(input).stop();
  if (target.children.length > 0) boxOf(input).start();
});
document.addEventListener('combobox-commit', ({ target }) => take(target));
