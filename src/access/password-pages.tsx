import { FormToken } from '../desk/layout';
import type { Looking } from '../http/pages';
import type { FieldError } from '../http/problem';
import { ACCOUNT_WORDS } from './account-words';
import { LONGEST_PASSWORD } from './password-rules';

interface NewPassword {
  /** Why the last try was refused; null before the first. */
  refused: { detail: string; errors: readonly FieldError[] } | null;
  looking: Looking;
}

const FIELDS = [
  ['present', 'current-password'],
  ['password', 'new-password'],
  ['again', 'new-password'],
] as const;

/** Where somebody chooses another password; each mistake stands at its field. */
export function NewPasswordForm({ refused, looking }: NewPassword) {
  const words = ACCOUNT_WORDS[looking.language];
  const errors = refused?.errors ?? [];
  return (
    <form method="post" action="/desk/account/password">
      <FormToken formToken={looking.formToken} />
      <p>{words.passwordIntro}</p>
      {refused !== null && errors.length === 0 && <p role="alert">{refused.detail}</p>}
      {FIELDS.map(([name, autocomplete]) => {
        const mistake = errors.find(({ pointer }) => pointer === `/${name}`)?.message;
        return (
          <label>
            {words[name]}
            <input
              {...{ name, autocomplete, type: 'password', required: true, maxLength: LONGEST_PASSWORD }}
              aria-invalid={mistake === undefined ? undefined : 'true'}
              aria-describedby={mistake === undefined ? undefined : `${name}-mistake`}
            />
            {mistake !== undefined && (
              <small id={`${name}-mistake`} role="alert">
                {mistake}
              </small>
            )}
          </label>
        );
      })}
      <button>{words.change}</button>
    </form>
  );
}
