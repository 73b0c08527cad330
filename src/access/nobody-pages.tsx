import { page } from '../desk/page';
import type { Looking } from '../http/pages';
import type { Reply, ReplyOptions } from '../http/reply';
import { SIGN_IN_WORDS } from './sign-in-words';
import type { Identity } from './sign-on';

/** What somebody reads whom their company knows and this desk does not, and what to do about it. */
export function nobodyPage(
  { email, subject }: Pick<Identity, 'email' | 'subject'>,
  looking: Looking,
  options: Pick<ReplyOptions, 'status' | 'headers'>,
): Reply<Buffer> {
  const words = SIGN_IN_WORDS[looking.language];
  const content = (
    <article class="narrow">
      <h1>{words.nobodyTitle}</h1>
      <p>{words.nobodyIntro}</p>
      <dl class="kept">
        <dt>{words.email}</dt>
        <dd>{email ?? words.noEmail}</dd>
        <dt>{words.subject}</dt>
        <dd>
          <code>{subject}</code>
        </dd>
      </dl>
      <p>
        <a class="apart" href="/desk/sign-in">
          {words.back}
        </a>
      </p>
    </article>
  );
  return page(words.nobodyTitle, looking, content, options);
}
