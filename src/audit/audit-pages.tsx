import { countText, secondText } from '../desk/moments';
import { FormToken } from '../desk/layout';
import { Cell, Row, Table } from '../desk/table';
import { UPKEEP_PATH, upkeepPage } from '../desk/upkeep-page';
import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import { type AuditQuery, ID_FORM } from './audit-schemas';
import { AUDIT_WORDS } from './audit-words';
import type { ReadEntry } from './entries-store';
import type { AuditPage } from './read-audit';

export const AUDIT_PATH = `${UPKEEP_PATH}/audit`;

interface AuditProps {
  log: AuditPage;
  query: AuditQuery;
  looking: Looking;
}

/** The audit log, with what to look for in it. */
export function auditPage(log: AuditPage, query: AuditQuery, looking: Looking): Reply<Buffer> {
  const words = AUDIT_WORDS[looking.language];
  const props = { log, query, looking };
  const content = (
    <>
      <p>{words.intro}</p>
      <Seals {...props} />
      <Filter {...props} />
      <Entries {...props} />
      <Pages {...props} />
    </>
  );
  return upkeepPage({ title: words.title, part: 'audit', looking }, content);
}

function Seals({ log: { seal }, looking }: AuditProps) {
  const { language } = looking;
  const words = AUDIT_WORDS[language];
  const { last, unsealed } = seal;
  return (
    <form method="post" action={`${AUDIT_PATH}/verify`}>
      <FormToken formToken={looking.formToken} />
      <p>
        {last === null
          ? words.noneSealed
          : words.sealedUpTo(countText(last.seq, language), secondText(last.atMs, language))}{' '}
        {unsealed > 0 && words.unsealedCount(countText(unsealed, language))}
      </p>
      <button class="secondary fit" aria-describedby="verify-hint">
        {words.verify}
      </button>{' '}
      <small id="verify-hint">{words.verifyHint}</small>
    </form>
  );
}

function Filter({ log: { actions }, query, looking: { language } }: AuditProps) {
  const words = AUDIT_WORDS[language];
  return (
    <form method="get" action={AUDIT_PATH} class="filter" aria-label={words.filter}>
      <label>
        {words.action}
        <select name="action">
          <option value="">{words.all}</option>
          {actions.map((action) => (
            <option value={action} selected={action === query.action}>
              {action}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.subject}
        <input
          name="subject"
          value={query.subject ?? ''}
          pattern={ID_FORM.source}
          title={words.subjectHint}
          maxLength={36}
          autocomplete="off"
        />
      </label>
      <label>
        {words.day}
        <input name="day" type="date" value={query.day ?? ''} />
      </label>
      <button>{words.filter}</button>
    </form>
  );
}

function isFiltered({ action, subject, day }: AuditQuery): boolean {
  return [action, subject, day].some((one) => one !== undefined);
}

function Entries(props: AuditProps) {
  const { log, query, looking } = props;
  const words = AUDIT_WORDS[looking.language];
  if (log.entries.length === 0)
    return <p class="empty">{isFiltered(query) ? words.emptyFound : words.empty}</p>;
  const heads = [words.when, words.who, words.what, words.about, words.details, words.seal];
  return (
    <Table label={words.title} heads={heads}>
      {log.entries.map((entry) => (
        <EntryRow entry={entry} {...props} />
      ))}
    </Table>
  );
}

function EntryRow({ entry, log: { names }, looking: { language } }: AuditProps & { entry: ReadEntry }) {
  const words = AUDIT_WORDS[language];
  return (
    <Row>
      <Cell head={words.when}>
        <time dateTime={new Date(entry.at).toISOString()}>{secondText(entry.at, language)}</time>
      </Cell>
      <Cell head={words.who}>{actorText(entry.actor, names, language)}</Cell>
      <Cell head={words.what}>
        <a class="whole" href={pathOf({ action: entry.action })}>
          {entry.action}
        </a>
      </Cell>
      <Cell head={words.about}>
        <Subject subject={entry.subject} names={names} />
      </Cell>
      <Cell head={words.details}>{detailsText(entry.details)}</Cell>
      <Cell head={words.seal}>{entry.seq === null ? words.unsealed : countText(entry.seq, language)}</Cell>
    </Row>
  );
}

function actorText(actor: string, names: AuditPage['names'], language: Looking['language']): string {
  const words = AUDIT_WORDS[language];
  if (actor === 'operator' || actor === 'system') return words[actor];
  return names.get(actor) ?? actor;
}

function Subject({ subject, names }: { subject: string; names: AuditPage['names'] }) {
  const text = names.get(subject) ?? subject;
  return ID_FORM.test(subject) ? <a href={pathOf({ subject })}>{text}</a> : <>{text}</>;
}

/** {"state":"held"} as "state: held" */
function detailsText(details: string): string {
  const told = Object.entries(JSON.parse(details) as Record<string, unknown>);
  return told
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

function Pages({ log: { nextCursor }, query, looking: { language } }: AuditProps) {
  const words = AUDIT_WORDS[language];
  const { cursor, ...filter } = query;
  return (
    <nav class="pages" aria-label={words.title}>
      {isFiltered(query) && <a href={AUDIT_PATH}>{words.clear}</a>}
      {cursor !== undefined && <a href={pathOf(filter)}>{words.newest}</a>}
      {nextCursor !== null && <a href={pathOf({ ...filter, cursor: nextCursor })}>{words.older}</a>}
    </nav>
  );
}

function pathOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return given.length === 0 ? AUDIT_PATH : `${AUDIT_PATH}?${new URLSearchParams(given).toString()}`;
}
