import type { FunctionComponent } from 'preact';
import { FormToken } from '../desk/layout';
import { page } from '../desk/page';
import type { Looking } from '../http/pages';
import type { FieldError } from '../http/problem';
import type { Reply, ReplyOptions } from '../http/reply';
import type { Account } from './account';
import { ACCOUNT_WORDS } from './account-words';
import { CodeField } from './code-pages';
import { NewPasswordForm } from './password-pages';

export type AccountForm = 'password' | 'second-factor';

export interface AccountPage {
  account: Account;
  /** What was just done; null where nothing was. */
  done: AccountForm | null;
  refused: { form: AccountForm; detail: string; errors: readonly FieldError[] } | null;
}

interface Part extends AccountPage {
  looking: Looking;
}

/** Somebody's own account. */
export function accountPage(
  shown: AccountPage,
  looking: Looking,
  options: Pick<ReplyOptions, 'status' | 'headers'> = {},
): Reply<Buffer> {
  const words = ACCOUNT_WORDS[looking.language];
  const part = { ...shown, looking };
  const content = (
    <>
      <h1>{words.title}</h1>
      <Who {...part} />
      <div class="columns">
        <Password {...part} />
        <SecondFactor {...part} />
        <Everywhere {...part} />
      </div>
    </>
  );
  return page(words.title, looking, content, options);
}

const Who: FunctionComponent<Part> = ({ account, looking: { session, language } }) => {
  const words = ACCOUNT_WORDS[language];
  if (session === undefined) return null;
  const { name, caller } = session;
  const facts = [
    [words.name, name],
    [words.role, words.roles[caller.role]],
    [words.depot, caller.depot ?? words.allDepots],
    ...(account.isLinked ? [[words.company, words.linked]] : []),
  ];
  return (
    <dl class="parts">
      {facts.map(([what, is]) => (
        <div>
          <dt>{what}</dt>
          <dd>{is}</dd>
        </div>
      ))}
    </dl>
  );
};

const Password: FunctionComponent<Part> = ({ account, done, refused, looking }) => {
  const words = ACCOUNT_WORDS[looking.language];
  return (
    <article aria-label={words.passwordTitle}>
      <h2>{words.passwordTitle}</h2>
      {done === 'password' && <p role="status">{words.changed}</p>}
      {account.hasPassword ? (
        <NewPasswordForm refused={refused?.form === 'password' ? refused : null} looking={looking} />
      ) : (
        <p>{words.noPassword}</p>
      )}
    </article>
  );
};

const SecondFactor: FunctionComponent<Part> = ({ account, done, refused, looking }) => {
  const words = ACCOUNT_WORDS[looking.language];
  const { isConfirmed, isRequired, recoveryCodesLeft } = account.secondFactor;
  return (
    <article aria-label={words.factorTitle}>
      <h2>{words.factorTitle}</h2>
      {done === 'second-factor' && <p role="status">{words.removed}</p>}
      <p>
        {isConfirmed ? words.factorOn : words.factorOff} {isRequired && words.factorRequired}
      </p>
      {isConfirmed ? (
        <>
          <p>{words.recoveryLeft(recoveryCodesLeft)}</p>
          <TurnOff {...{ account, refused, done, looking }} />
        </>
      ) : (
        <a role="button" href="/desk/second-factor">
          {words.setUp}
        </a>
      )}
    </article>
  );
};

const TurnOff: FunctionComponent<Part> = ({ account, refused, looking }) => {
  const words = ACCOUNT_WORDS[looking.language];
  const why = refused?.form === 'second-factor' ? refused.detail : null;
  return (
    <form method="post" action="/desk/account/second-factor">
      <FormToken formToken={looking.formToken} />
      {why !== null && <p role="alert">{why}</p>}
      <CodeField label={words.code} isWrong={why !== null} />
      <button class="secondary">{account.secondFactor.isRequired ? words.replace : words.remove}</button>
    </form>
  );
};

const Everywhere: FunctionComponent<Part> = ({ looking }) => {
  const words = ACCOUNT_WORDS[looking.language];
  return (
    <article aria-label={words.sessionsTitle}>
      <h2>{words.sessionsTitle}</h2>
      <p>{words.sessionsIntro}</p>
      <form method="post" action="/desk/sign-out">
        <FormToken formToken={looking.formToken} />
        <button class="secondary" name="everywhere" value="yes">
          {words.everywhere}
        </button>
      </form>
    </article>
  );
};
