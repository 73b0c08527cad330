import { FormToken } from '../../desk/layout';
import { dateText, momentText } from '../../desk/moments';
import { Cell, Row, Table } from '../../desk/table';
import { upkeepPage } from '../../desk/upkeep-page';
import type { Looking } from '../../http/pages';
import type { Reply } from '../../http/reply';
import { formatPostcode } from '../names/postcode';
import { spacedPostcode } from '../postcodes/postcodes-words';
import type { RegisterState } from '../register-state';
import type { Amendment } from './amendment';
import { AMENDMENTS_PATH, AmendmentForms } from './amendment-form-pages';
import type { StoredAmendment } from './amendments-store';
import { AMENDMENTS_WORDS } from './amendments-words';
import { RegisterInUse } from './register-in-use-pages';

export { AMENDMENTS_PATH } from './amendment-form-pages';

export interface AmendmentsView {
  register: RegisterState;
  amendments: readonly StoredAmendment[];
  names: ReadonlyMap<string, string>;
  nextCursor: string | null;
  isFirst: boolean;
}

/** The register in use, what is laid over it, and where more is added. */
export function amendmentsPage(view: AmendmentsView, looking: Looking, formKey: string): Reply<Buffer> {
  const words = AMENDMENTS_WORDS[looking.language];
  const content = (
    <>
      <RegisterInUse register={view.register} language={looking.language} />
      <h2>{words.amendments}</h2>
      <p>{words.intro}</p>
      <List view={view} looking={looking} />
      <AmendmentForms looking={looking} formKey={formKey} />
    </>
  );
  return upkeepPage({ title: words.title, part: 'amendments', looking }, content);
}

interface ListProps {
  view: AmendmentsView;
  looking: Looking;
}

function List({ view, looking }: ListProps) {
  const words = AMENDMENTS_WORDS[looking.language];
  const { amendments, isFirst, nextCursor } = view;
  const heads = [words.what, words.why, words.who, words.when, words.until, words.withdraw];
  return (
    <>
      {amendments.length === 0 ? (
        <p class="empty">{isFirst ? words.empty : words.emptyPage}</p>
      ) : (
        <Table label={words.amendments} heads={heads}>
          {amendments.map((stored) => (
            <AmendmentRow stored={stored} names={view.names} looking={looking} />
          ))}
        </Table>
      )}
      <p>
        {!isFirst && <a href={AMENDMENTS_PATH}>{words.first}</a>}{' '}
        {nextCursor !== null && (
          <a href={`${AMENDMENTS_PATH}?cursor=${encodeURIComponent(nextCursor)}`}>{words.more}</a>
        )}
      </p>
    </>
  );
}

interface RowProps {
  stored: StoredAmendment;
  names: AmendmentsView['names'];
  looking: Looking;
}

function AmendmentRow({ stored, names, looking }: RowProps) {
  const { language } = looking;
  const words = AMENDMENTS_WORDS[language];
  const { amendment, reason, createdBy, createdAtMs } = stored;
  return (
    <Row>
      <Cell head={words.what}>
        <small>{words.kinds[amendment.kind]}</small> <b>{addressText(amendment)}</b>
        {amendment.kind === 'former_name' && <> {words.former(amendment.formerName)}</>}
      </Cell>
      <Cell head={words.why}>{reason}</Cell>
      <Cell head={words.who}>{names.get(createdBy) ?? words.unnamed}</Cell>
      <Cell head={words.when}>{momentText(createdAtMs, language)}</Cell>
      <Cell head={words.until}>{dateText(amendment.expiresAtMs, language)}</Cell>
      <Cell head={words.withdraw}>
        <Withdraw stored={stored} looking={looking} />
      </Cell>
    </Row>
  );
}

/** "Nieuwe Havenlaan 7 A, 8963 XA Zilverwaard" */
function addressText(amendment: Amendment): string {
  const { street, place } = amendment;
  if (amendment.kind === 'former_name') return `${street}, ${place}`;
  const { houseNumber, addition, postcode } = amendment;
  const line = [street, houseNumber, addition].filter((part) => part !== null && part !== '').join(' ');
  return `${line}, ${postcode === null ? '' : `${spacedPostcode(formatPostcode(postcode))} `}${place}`;
}

function Withdraw({ stored, looking }: Pick<RowProps, 'stored' | 'looking'>) {
  const words = AMENDMENTS_WORDS[looking.language];
  const label = `${words.withdraw}: ${addressText(stored.amendment)}`;
  return (
    <details class="form">
      <summary aria-label={label}>{words.withdraw}</summary>
      <form method="post" action={`${AMENDMENTS_PATH}/${encodeURIComponent(stored.id)}/withdraw`}>
        <FormToken formToken={looking.formToken} />
        <p>{words.withdrawHint}</p>
        <button class="secondary fit" aria-label={label}>
          {words.withdraw}
        </button>
      </form>
    </details>
  );
}
