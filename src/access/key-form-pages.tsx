import type { ComponentChildren } from 'preact';
import { FormToken } from '../desk/layout';
import type { Looking } from '../http/pages';
import { POSSIBLE_SCOPES } from './key-mistakes';
import { SHOPS_WORDS } from './shops-words';

interface KeyFormProps {
  action: string;
  /** What opens it. */
  summary: string;
  looking: Looking;
  children?: ComponentChildren;
}

/** Where a key is asked for; `children` are the fields that come first. */
export function KeyForm({ action, summary, looking, children }: KeyFormProps) {
  const words = SHOPS_WORDS[looking.language];
  return (
    <details class="form">
      <summary role="button" class="secondary">
        {summary}
      </summary>
      <form method="post" action={action}>
        <FormToken formToken={looking.formToken} />
        {children}
        <Choice name="kind" label={words.kind} choices={words.kinds} />
        <Choice name="mode" label={words.mode} choices={words.modes} />
        <Scopes looking={looking} />
        <label>
          {words.origins}
          <textarea name="origins" rows={2} maxLength={2_000} placeholder="https://" />
          <small>{words.originsHint}</small>
        </label>
        <label>
          {words.limit}
          <input name="requestsPerMinute" type="number" min={1} max={1_000_000} />
          <small>{words.limitHint}</small>
        </label>
        <button>{words.submit}</button>
      </form>
    </details>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  choices: Readonly<Record<string, string>>;
}

function Choice({ name, label, choices }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name}>
        {Object.entries(choices).map(([value, text]) => (
          <option value={value}>{text}</option>
        ))}
      </select>
    </label>
  );
}

function Scopes({ looking: { language } }: Pick<KeyFormProps, 'looking'>) {
  const words = SHOPS_WORDS[language];
  return (
    <fieldset>
      <legend>{words.scopes}</legend>
      <small>{words.scopesHint}</small>
      {POSSIBLE_SCOPES.secret.map((scope) => (
        <label>
          <input type="checkbox" name="scopes" value={scope} />
          {words.scopeNames[scope]}
        </label>
      ))}
    </fieldset>
  );
}
