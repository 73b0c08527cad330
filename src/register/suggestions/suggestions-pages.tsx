import type { ShownSuggestion } from './shown-suggestion';

/** What may be chosen of what is typed so far; `data-address` is what a script fills the form with. */
export function Suggestions({ suggestions }: { suggestions: readonly ShownSuggestion[] }) {
  return (
    <>
      {suggestions.map(({ display, address, missing }, index) => (
        <li
          role="option"
          id={`suggested-${index}`}
          data-address={JSON.stringify(address)}
          data-missing={missing ?? undefined}
        >
          {display.title} <small>{display.subtitle}</small>
        </li>
      ))}
    </>
  );
}
