import { FormToken, Kept } from '../desk/layout';
import { page } from '../desk/page';
import { SendAgain } from '../desk/send-again-pages';
import type { Looking } from '../http/pages';
import type { Reply, ReplyOptions } from '../http/reply';
import { ACCOUNT_WORDS } from './account-words';
import { CodeField } from './code-pages';
import { Qr } from '../desk/qr';
import type { SetUp } from './set-up-second-factor';

type Options = Pick<ReplyOptions, 'status' | 'headers'>;

interface SetUpPage {
  next: string;
  setUp: SetUp;
  /** Why the last code was refused; null before the first. */
  refused: string | null;
}

/** Where somebody puts a second factor into their app, and shows that it is there. */
export function setUpPage(
  { next, setUp, refused }: SetUpPage,
  looking: Looking,
  options: Options = {},
): Reply<Buffer> {
  const words = ACCOUNT_WORDS[looking.language];
  const mustFirst = looking.session?.mustFirst !== undefined;
  const content = (
    <article class="narrow">
      <h1>{words.setUpTitle}</h1>
      {mustFirst && <p>{words.setUpRequired}</p>}
      <p>{words.setUpIntro}</p>
      <Qr text={setUp.uri} label={words.qr} />
      <p>
        {words.setUpByHand} <code class="secret">{setUp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      {refused !== null && <p role="alert">{refused}</p>}
      <form method="post" action="/desk/second-factor">
        <FormToken formToken={looking.formToken} />
        <Kept kept={looking.kept} />
        <input type="hidden" name="next" value={next} />
        <CodeField label={words.firstCode} isWrong={refused !== null} autofocus />
        <button>{words.turnOn}</button>
      </form>
    </article>
  );
  return page(words.setUpTitle, looking, content, options);
}

/** The codes for whoever loses their phone, which are shown only now, and then on. */
export function recoveryCodesPage(
  { codes, next }: { codes: readonly string[]; next: string },
  looking: Looking,
  options: Options = {},
): Reply<Buffer> {
  const words = ACCOUNT_WORDS[looking.language];
  const content = (
    <article class="narrow">
      <h1>{words.recoveryTitle}</h1>
      <p>{words.recoveryIntro}</p>
      <ol class="recovery">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      {looking.kept === undefined ? (
        <p>
          <a role="button" href={next}>
            {words.written}
          </a>
        </p>
      ) : (
        <SendAgain {...looking} />
      )}
    </article>
  );
  return page(words.recoveryTitle, looking, content, options);
}
