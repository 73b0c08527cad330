import type { Looking } from '../http/pages';
import type { Reply, ReplyOptions } from '../http/reply';
import { FormToken } from '../desk/layout';
import { page } from '../desk/page';
import { SIGN_IN_WORDS } from './sign-in-words';

interface SignInPage {
  next: string;
  name: string;
  /** Why the last try failed; null before the first. */
  refused: string | null;
}

/** Where somebody signs in; what they typed is kept, but for the password. */
export function signInPage(
  { next, name, refused }: SignInPage,
  looking: Looking,
  options: Pick<ReplyOptions, 'status' | 'headers'> = {},
): Reply<Buffer> {
  const words = SIGN_IN_WORDS[looking.language];
  const content = (
    <article class="narrow">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {refused !== null && <p role="alert">{refused}</p>}
      <form method="post" action="/desk/sign-in">
        <FormToken formToken={looking.formToken} />
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
    </article>
  );
  return page(words.title, looking, content, options);
}
