import { FormToken } from '../desk/layout';
import { dateText, momentText } from '../desk/moments';
import { Cell, Row, Table } from '../desk/table';
import { Secret, UPKEEP_PATH, upkeepPage } from '../desk/upkeep-page';
import { mayKeepUp } from '../desk/upkeep-rights';
import type { Role } from '../http/caller';
import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import type { IssuedPassword, IssuedToken } from './create-person';
import type { Depot } from './depots-store';
import type { KeptPerson } from './people-in-reach';
import { PEOPLE_WORDS } from './people-words';
import { factorText, SIGN_IN_UPKEEP_WORDS } from './person-sign-in-words';

export const PEOPLE_PATH = `${UPKEEP_PATH}/people`;

export function personPath(personId: string): string {
  return `${PEOPLE_PATH}/${encodeURIComponent(personId)}`;
}

interface PeopleView {
  people: readonly KeptPerson[];
  depots: readonly Depot[];
  showsEnded: boolean;
}

/** Everyone whom a supervisor keeps up, and where somebody is added. */
export function peoplePage(view: PeopleView, looking: Looking): Reply<Buffer> {
  const words = PEOPLE_WORDS[looking.language];
  const content = (
    <>
      <p>{words.intro}</p>
      <People {...view} looking={looking} />
      <Ended {...view} looking={looking} />
      <Add depots={view.depots} looking={looking} />
    </>
  );
  return upkeepPage({ title: words.title, part: 'people', looking }, content);
}

type Shown = PeopleView & { looking: Looking };

function People({ people, showsEnded, looking }: Shown) {
  const words = PEOPLE_WORDS[looking.language];
  const shown = people.filter(({ endedAtMs }) => showsEnded || endedAtMs === null);
  if (shown.length === 0) return <p class="empty">{words.empty}</p>;
  const { factor } = SIGN_IN_UPKEEP_WORDS[looking.language];
  const heads = [words.name, words.role, words.depot, words.since, words.seen, factor, words.tokens];
  return (
    <Table label={words.title} heads={heads}>
      {shown.map((person) => (
        <PersonRow person={person} looking={looking} />
      ))}
    </Table>
  );
}

function PersonRow({ person, looking: { language, session } }: { person: KeptPerson; looking: Looking }) {
  const words = PEOPLE_WORDS[language];
  const working = person.tokens.filter(({ revokedAtMs }) => revokedAtMs === null);
  return (
    <Row>
      <Cell head={words.name}>
        <a href={personPath(person.id)}>{person.name}</a>
        {person.id === session?.caller.personId && <small> ({words.you})</small>}
      </Cell>
      <Cell head={words.role}>{words.roles[person.role]}</Cell>
      <Cell head={words.depot}>{person.depot ?? words.allDepots}</Cell>
      <Cell head={words.since}>{dateText(person.createdAtMs, language)}</Cell>
      <Cell head={words.seen}>{seenText(person, language)}</Cell>
      <Cell head={SIGN_IN_UPKEEP_WORDS[language].factor}>{factorText(person, language)}</Cell>
      <Cell head={words.tokens}>{working.length}</Cell>
    </Row>
  );
}

/** When they were last seen; of whoever has ended, when that was. */
export function seenText({ endedAtMs, seenAtMs }: KeptPerson, language: Looking['language']): string {
  const words = PEOPLE_WORDS[language];
  if (endedAtMs !== null) return words.endedOn(dateText(endedAtMs, language));
  return seenAtMs === null ? words.notSeen : momentText(seenAtMs, language);
}

function Ended({ people, showsEnded, looking: { language } }: Shown) {
  const words = PEOPLE_WORDS[language];
  const count = people.filter(({ endedAtMs }) => endedAtMs !== null).length;
  if (count === 0) return null;
  return (
    <p>
      {showsEnded ? (
        <a href={PEOPLE_PATH}>{words.hideEnded}</a>
      ) : (
        <a href={`${PEOPLE_PATH}?ended=yes`}>{words.showEnded(count)}</a>
      )}
    </p>
  );
}

function Add({ depots, looking }: Pick<Shown, 'depots' | 'looking'>) {
  const words = PEOPLE_WORDS[looking.language];
  return (
    <details class="form">
      <summary role="button" class="secondary">
        {words.add}
      </summary>
      <form method="post" action={PEOPLE_PATH}>
        <FormToken formToken={looking.formToken} />
        <p>{words.addHint}</p>
        <label>
          {words.name}
          <input name="name" required maxLength={100} autocomplete="off" />
        </label>
        <Roles looking={looking} />
        <Depots depots={depots} looking={looking} />
        <button>{words.submit}</button>
      </form>
    </details>
  );
}

const ROLES: readonly Role[] = ['agent', 'supervisor', 'planner'];

function Roles({ looking: { language, session } }: Pick<Shown, 'looking'>) {
  const words = PEOPLE_WORDS[language];
  const caller = session?.caller;
  const possible = ROLES.filter((role) => caller && mayKeepUp(caller, { role, depot: caller.depot }));
  return (
    <label>
      {words.role}
      <select name="role">
        {possible.map((role) => (
          <option value={role}>{words.roles[role]}</option>
        ))}
      </select>
    </label>
  );
}

function Depots({ depots, looking: { language, session } }: Pick<Shown, 'depots' | 'looking'>) {
  const words = PEOPLE_WORDS[language];
  const own = session?.caller.depot ?? null;
  if (own !== null) return <input type="hidden" name="depot" value={own} />;
  return (
    <label>
      {words.depot}
      <select name="depot">
        <option value="">{words.allDepots}</option>
        {depots.map(({ code, name }) => (
          <option value={code}>
            {code} · {name}
          </option>
        ))}
      </select>
      {depots.length === 0 && <small>{words.noDepots}</small>}
    </label>
  );
}

/** A password that was made just now. */
export function passwordPage({ person, password }: IssuedPassword, looking: Looking): Reply<Buffer> {
  const words = PEOPLE_WORDS[looking.language];
  const secret = {
    label: words.passwordFor(person.name),
    secret: password,
    hint: words.passwordHint,
    back: personPath(person.id),
  };
  const content = <Secret {...secret} looking={looking} />;
  return upkeepPage({ title: words.passwordTitle, part: 'people', looking }, content);
}

/** A token that was made just now. */
export function tokenPage({ person, token }: IssuedToken, looking: Looking): Reply<Buffer> {
  const words = PEOPLE_WORDS[looking.language];
  const secret = {
    label: words.tokenFor(person.name),
    secret: token,
    hint: words.tokenHint,
    back: personPath(person.id),
  };
  const content = <Secret {...secret} looking={looking} />;
  return upkeepPage({ title: words.tokenTitle, part: 'people', looking }, content);
}
