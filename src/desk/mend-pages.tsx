import type { Looking, Refused } from '../http/pages';
import type { FieldError } from '../http/problem';
import { deskWords } from './desk-words';
import { labelOf } from './form-labels';
import { FormToken } from './layout';

type MendProps = Looking & Pick<Refused, 'sent'> & { errors: readonly FieldError[] };

/**
 * What somebody typed into a form that was refused, to be mended and sent from where they are told so: browsers forget it when one
 * goes back to a page that is not to be stored. What was chosen goes along as it was.
 */
export function Mend({ sent, errors, formToken, language }: MendProps) {
  if (sent === undefined) return null;
  const fields = fieldsToMend(sent.fields, errors, language);
  const typed = fields.filter(([name]) => labelOf(name, language) !== undefined);
  if (typed.length === 0) return null;
  const words = deskWords(language);
  return (
    <form method="post" action={sent.path} class="mend">
      <h2>{words.mend}</h2>
      <FormToken formToken={formToken} />
      {fields.map(([name, value]) => (
        <Field
          {...{ name, value, language }}
          isWrong={errors.some(({ pointer }) => nameAt(pointer) === name)}
        />
      ))}
      <button>{words.sendAgain}</button>
    </form>
  );
}

/** What was sent, and those fields that were left empty and may not be. */
function fieldsToMend(
  sent: readonly (readonly [string, string])[],
  errors: readonly FieldError[],
  language: Looking['language'],
): (readonly [string, string])[] {
  const unknown = new Set(
    errors.filter(({ code }) => code === 'unknown_field').map(({ pointer }) => nameAt(pointer)),
  );
  const names = new Set(sent.map(([name]) => name));
  const missing = errors
    .map(({ pointer }) => nameAt(pointer))
    .filter((name, at, all) => !names.has(name) && all.indexOf(name) === at && !unknown.has(name))
    .filter((name) => labelOf(name, language) !== undefined);
  return [...sent.filter(([name]) => !unknown.has(name)), ...missing.map((name) => [name, ''] as const)];
}

interface FieldProps {
  name: string;
  value: string;
  language: Looking['language'];
  isWrong: boolean;
}

function Field({ name, value, language, isWrong }: FieldProps) {
  const label = labelOf(name, language);
  if (label === undefined) return <input type="hidden" name={name} value={value} />;
  const wrong = isWrong ? ({ 'aria-invalid': 'true' } as const) : {};
  const of = { id: fieldId(name), name, ...wrong };
  return (
    <label>
      {label}
      {value.includes('\n') ? (
        <textarea {...of}>{value}</textarea>
      ) : (
        <input {...of} value={value} autocomplete="off" />
      )}
    </label>
  );
}

/** The field of a form that a pointer into what was sent names; of a list the list. */
export function nameAt(pointer: string): string {
  return pointer
    .slice(1)
    .replace(/\/\d+$/, '')
    .replaceAll('/', '.');
}

export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`;
}
