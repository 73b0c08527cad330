import { FormToken, Kept } from '../desk/layout';
import { page } from '../desk/page';
import { SendAgain } from '../desk/send-again-pages';
import type { Looking } from '../http/pages';
import type { Reply, ReplyOptions } from '../http/reply';
import { SIGN_IN_WORDS } from './sign-in-words';

export interface SignInPage {
  next: string;
  name: string;
  /** Why the last try failed; null before the first. */
  refused: string | null;
  /** Whether somebody can sign on by the account of their company. */
  hasSignOn: boolean;
}

type Options = Pick<ReplyOptions, 'status' | 'headers'>;

/** Where somebody signs in; what they typed is kept, but for the password. */
export function signInPage(shown: SignInPage, looking: Looking, options: Options = {}): Reply<Buffer> {
  const words = SIGN_IN_WORDS[looking.language];
  const { refused, hasSignOn } = shown;
  const content = (
    <article class="narrow">
      <h1>{words.title}</h1>
      <p>{looking.kept === undefined ? words.intro : words.kept}</p>
      {refused !== null && <p role="alert">{refused}</p>}
      <PasswordForm {...shown} looking={looking} />
      {hasSignOn && <SignOn {...shown} looking={looking} />}
    </article>
  );
  return page(words.title, looking, content, options);
}

interface Part extends SignInPage {
  looking: Looking;
}

function PasswordForm({ next, name, refused, looking }: Part) {
  const words = SIGN_IN_WORDS[looking.language];
  return (
    <form method="post" action="/desk/sign-in">
      <FormToken formToken={looking.formToken} />
      <Kept kept={looking.kept} />
      <input type="hidden" name="next" value={next} />
      <label>
        {words.name}
        <input name="name" value={name} required maxLength={100} autocomplete="username" autofocus />
      </label>
      <label>
        {words.password}
        <input
          name="password"
          type="password"
          required
          maxLength={200}
          autocomplete="current-password"
          aria-invalid={refused === null ? undefined : 'true'}
        />
      </label>
      <button>{words.submit}</button>
    </form>
  );
}

/** What was typed cannot go along to another site, so that one opens beside it. */
function SignOn({ next, looking }: Part) {
  const words = SIGN_IN_WORDS[looking.language];
  const isKept = looking.kept !== undefined;
  return (
    <section aria-label={words.company}>
      <p>
        <a
          role="button"
          class="secondary"
          href={`/desk/sign-on?next=${encodeURIComponent(next)}`}
          target={isKept ? '_blank' : undefined}
        >
          {words.company}
        </a>
      </p>
      {isKept && <p>{words.companyKept}</p>}
      <SendAgain {...looking} />
    </section>
  );
}
