import { FormToken, Kept } from '../desk/layout';
import { page } from '../desk/page';
import type { Looking } from '../http/pages';
import type { Reply, ReplyOptions } from '../http/reply';
import { SIGN_IN_WORDS } from './sign-in-words';

interface CodePage {
  next: string;
  /** Why the last code was refused; null before the first. */
  refused: string | null;
}

/** Where somebody whose password was right gives a code too. */
export function codePage(
  { next, refused }: CodePage,
  looking: Looking,
  options: Pick<ReplyOptions, 'status' | 'headers'> = {},
): Reply<Buffer> {
  const words = SIGN_IN_WORDS[looking.language];
  const content = (
    <article class="narrow">
      <h1>{words.codeTitle}</h1>
      <p>{words.codeIntro}</p>
      {refused !== null && <p role="alert">{refused}</p>}
      <form method="post" action="/desk/sign-in/code">
        <FormToken formToken={looking.formToken} />
        <Kept kept={looking.kept} />
        <input type="hidden" name="next" value={next} />
        <CodeField label={words.code} isWrong={refused !== null} autofocus />
        <button>{words.codeSubmit}</button>
      </form>
      <form method="post" action="/desk/sign-out">
        <FormToken formToken={looking.formToken} />
        <button class="quiet">{words.startOver}</button>
      </form>
    </article>
  );
  return page(words.codeTitle, looking, content, options);
}

/** Where a code is typed: of an app, or one that was written down. */
export function CodeField({
  label,
  isWrong,
  ...rest
}: {
  label: string;
  isWrong: boolean;
  autofocus?: true;
}) {
  return (
    <label>
      {label}
      <input
        name="code"
        required
        maxLength={40}
        autocomplete="one-time-code"
        autocapitalize="none"
        spellcheck={false}
        {...rest}
        aria-invalid={isWrong ? 'true' : undefined}
      />
    </label>
  );
}
