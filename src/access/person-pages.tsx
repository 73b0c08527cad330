import { FormToken } from '../desk/layout';
import { dateText, momentText } from '../desk/moments';
import { Cell, Row, Table } from '../desk/table';
import { upkeepPage } from '../desk/upkeep-page';
import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import type { KeptPerson } from './people-in-reach';
import { PEOPLE_PATH, personPath, seenText } from './people-pages';
import { PEOPLE_WORDS } from './people-words';
import { type CompanyAccount, SignIn } from './person-sign-in-pages';
import type { PersonToken } from './person-tokens-store';

interface PersonView extends CompanyAccount {
  person: KeptPerson;
}

interface PersonProps {
  person: KeptPerson;
  looking: Looking;
}

/** One of the people whom a supervisor keeps up, and what can be done for them. */
export function personPage({ person, ...company }: PersonView, looking: Looking): Reply<Buffer> {
  const props = { person, looking };
  const content = (
    <>
      <Facts {...props} />
      {isSelf(props) || <SignIn {...props} {...company} />}
      <Tokens {...props} />
      <End {...props} />
      <p>
        <a href={PEOPLE_PATH}>{PEOPLE_WORDS[looking.language].back}</a>
      </p>
    </>
  );
  return upkeepPage({ title: person.name, part: 'people', looking }, content);
}

function isSelf({ person, looking: { session } }: PersonProps): boolean {
  return person.id === session?.caller.personId;
}

function Facts({ person, looking: { language } }: PersonProps) {
  const words = PEOPLE_WORDS[language];
  const facts = [
    [words.role, words.roles[person.role]],
    [words.depot, person.depot ?? words.allDepots],
    [words.since, dateText(person.createdAtMs, language)],
    [words.seen, seenText(person, language)],
  ] as const;
  return (
    <dl class="parts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Tokens({ person, looking }: PersonProps) {
  const words = PEOPLE_WORDS[looking.language];
  return (
    <section>
      <h2>{words.tokens}</h2>
      <p>{person.tokens.length === 0 ? words.noTokens : words.tokensHint}</p>
      {person.tokens.length > 0 && (
        <Table label={words.tokens} heads={[words.token, words.made, words.used, words.state]}>
          {person.tokens.map((token) => (
            <TokenRow token={token} person={person} looking={looking} />
          ))}
        </Table>
      )}
      {person.endedAtMs === null && (
        <form method="post" action={`${personPath(person.id)}/tokens`}>
          <FormToken formToken={looking.formToken} />
          <button class="secondary fit">{words.makeToken}</button>
        </form>
      )}
    </section>
  );
}

function TokenRow({ token, person, looking }: PersonProps & { token: PersonToken }) {
  const { language } = looking;
  const words = PEOPLE_WORDS[language];
  const { lastUsedAtMs } = token;
  return (
    <Row>
      <Cell head={words.token}>
        <code>{token.prefix}…</code>
      </Cell>
      <Cell head={words.made}>{momentText(token.createdAtMs, language)}</Cell>
      <Cell head={words.used}>
        {lastUsedAtMs === null ? words.never : momentText(lastUsedAtMs, language)}
      </Cell>
      <Cell head={words.state}>
        {token.revokedAtMs === null ? (
          <Revoke token={token} person={person} looking={looking} />
        ) : (
          words.revokedAt(momentText(token.revokedAtMs, language))
        )}
      </Cell>
    </Row>
  );
}

function Revoke({ token, person, looking }: PersonProps & { token: PersonToken }) {
  const words = PEOPLE_WORDS[looking.language];
  const action = `${personPath(person.id)}/tokens/${encodeURIComponent(token.id)}/revoke`;
  return (
    <details class="form">
      <summary>
        {words.works} · {words.revoke}
      </summary>
      <form method="post" action={action}>
        <FormToken formToken={looking.formToken} />
        <p>{words.revokeHint}</p>
        <button class="secondary fit" aria-label={`${words.revoke}: ${token.prefix}`}>
          {words.revoke}
        </button>
      </form>
    </details>
  );
}

function End(props: PersonProps) {
  const { person, looking } = props;
  const words = PEOPLE_WORDS[looking.language];
  if (person.endedAtMs !== null) return null;
  if (isSelf(props)) return <p class="empty">{words.endSelf}</p>;
  return (
    <section>
      <details class="form">
        <summary role="button" class="secondary outline">
          {words.end(person.name)}
        </summary>
        <form method="post" action={`${personPath(person.id)}/end`}>
          <FormToken formToken={looking.formToken} />
          <p>{words.endHint(person.name)}</p>
          <button>{words.endSubmit}</button>
        </form>
      </details>
    </section>
  );
}
