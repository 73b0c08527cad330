import type { ComponentChildren } from 'preact';
import { FormToken } from '../desk/layout';
import type { Looking } from '../http/pages';
import type { KeptPerson } from './people-in-reach';
import { personPath } from './people-pages';
import { factorText, SIGN_IN_UPKEEP_WORDS } from './person-sign-in-words';

export interface CompanyAccount {
  /** By what the account of their company is known; null where none is linked. */
  account: string | null;
  /** Whether anybody can sign in so. */
  hasSignOn: boolean;
}

interface SignInProps {
  person: KeptPerson;
  looking: Looking;
}

/** How somebody signs in, and what another can do about it; nothing of who has ended, or is a system. */
export function SignIn({ account, hasSignOn, ...props }: SignInProps & CompanyAccount) {
  const { person, looking } = props;
  const words = SIGN_IN_UPKEEP_WORDS[looking.language];
  if (person.role === 'planner' || person.endedAtMs !== null) return null;
  return (
    <section>
      <h2>{words.signIn}</h2>
      <dl class="parts">
        <div>
          <dt>{words.factor}</dt>
          <dd>{factorText(person, looking.language)}</dd>
        </div>
        {(hasSignOn || account !== null) && (
          <div>
            <dt>{words.account}</dt>
            <dd>{account ?? words.notLinked}</dd>
          </div>
        )}
      </dl>
      <Renew {...props} />
      <Require {...props} />
      {person.secondFactor.isOn && <Reset {...props} />}
      {hasSignOn && account === null && <Link {...props} />}
      {account !== null && <Unlink {...props} />}
    </section>
  );
}

interface StepProps extends SignInProps {
  title: string;
  hint: string;
  /** Where the form is sent, below the path of the person. */
  to: string;
  children?: ComponentChildren;
}

/** What changes how somebody gets in, in two steps. */
function Step({ person, looking, title, hint, to, children }: StepProps) {
  return (
    <details class="form">
      <summary role="button" class="secondary">
        {title}
      </summary>
      <form method="post" action={personPath(person.id) + to}>
        <FormToken formToken={looking.formToken} />
        <p>{hint}</p>
        {children}
        <button>{title}</button>
      </form>
    </details>
  );
}

function Renew(props: SignInProps) {
  const words = SIGN_IN_UPKEEP_WORDS[props.looking.language];
  return <Step {...props} to="/password" title={words.renew} hint={words.renewHint(props.person.name)} />;
}

function Require(props: SignInProps) {
  const { name, secondFactor } = props.person;
  const words = SIGN_IN_UPKEEP_WORDS[props.looking.language];
  const [required, title, hint] = secondFactor.isRequired
    ? (['no', words.requireNoLonger, words.requireNoLongerHint(name)] as const)
    : (['yes', words.require, words.requireHint(name)] as const);
  return (
    <Step {...props} to="/second-factor" title={title} hint={hint}>
      <input type="hidden" name="required" value={required} />
    </Step>
  );
}

function Reset(props: SignInProps) {
  const words = SIGN_IN_UPKEEP_WORDS[props.looking.language];
  const hint = words.resetHint(props.person.name);
  return <Step {...props} to="/second-factor/reset" title={words.reset} hint={hint} />;
}

function Link(props: SignInProps) {
  const words = SIGN_IN_UPKEEP_WORDS[props.looking.language];
  return (
    <Step {...props} to="/account" title={words.link} hint={words.linkHint(props.person.name)}>
      <label>
        {words.accountLabel}
        <input name="account" required maxLength={254} autocomplete="off" spellcheck={false} />
      </label>
    </Step>
  );
}

function Unlink(props: SignInProps) {
  const words = SIGN_IN_UPKEEP_WORDS[props.looking.language];
  const hint = words.unlinkHint(props.person.name);
  return <Step {...props} to="/account/unlink" title={words.unlink} hint={hint} />;
}
