import { FormToken } from '../desk/layout';
import type { Looking } from '../http/pages';
import { QUEUE_REASONS } from './queue-item';
import { QUEUE_PAGE_WORDS } from './queue-page-words';
import type { QueueQuery } from './queue-schemas';
import { REASON_WORDS } from './queue-words';
import type { QueuePage } from './read-queue';

/** The queue as somebody asked for it. */
export interface QueueView {
  queue: QueuePage;
  query: QueueQuery;
  nowMs: number;
  looking: Looking;
  /** Made anew with each page: what is sent twice is done once. */
  formKey: string;
}

/** By words; they are sent as a form, for they are names and addresses. */
export function Search({ query, looking: { language, formToken } }: QueueView) {
  const words = QUEUE_PAGE_WORDS[language];
  return (
    <form method="post" action="/desk/queue" role="search" id="search" class="search">
      <FormToken formToken={formToken} />
      <input
        type="search"
        name="text"
        value={query.text ?? ''}
        aria-label={words.search}
        placeholder={words.search}
        maxLength={200}
        data-key="/"
      />
      {query.reason !== undefined && <input type="hidden" name="reason" value={query.reason} />}
      <button>{words.find}</button>
    </form>
  );
}

/** By depot and by shop, where there is more than one of either. */
export function Whose({ queue: { depots, shops }, query, looking: { language } }: QueueView) {
  const words = QUEUE_PAGE_WORDS[language];
  if (depots.length < 2 && shops.length < 2) return null;
  const named = depots.map((depot) => ({ id: depot, name: depot }));
  return (
    <form method="get" action="/desk/queue" class="whose">
      <Choice name="depot" label={words.depot} all={words.allDepots} of={named} chosen={query.depot} />
      <Choice name="shopId" label={words.shop} all={words.allShops} of={shops} chosen={query.shopId} />
      {query.reason !== undefined && <input type="hidden" name="reason" value={query.reason} />}
      <button class="secondary">{words.filter}</button>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  of: readonly { id: string; name: string }[];
  chosen: string | undefined;
}

function Choice({ name, label, all, of, chosen }: ChoiceProps) {
  if (of.length < 2 && chosen === undefined) return null;
  return (
    <select name={name} aria-label={label}>
      <option value="">{all}</option>
      {of.map((one) => (
        <option value={one.id} selected={one.id === chosen}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

/** By what it is about, with how much there is of each. */
export function Reasons({ queue: { counts }, query, looking: { language } }: QueueView) {
  const words = QUEUE_PAGE_WORDS[language];
  const whose = { depot: query.depot, shopId: query.shopId };
  const shown = QUEUE_REASONS.filter((reason) => counts.byReason[reason] > 0 || reason === query.reason);
  return (
    <nav class="reasons" aria-label={words.why}>
      <Filter
        text={words.all}
        count={counts.all}
        to={whose}
        isOn={query.reason === undefined && query.mine === undefined}
      />
      <Filter
        text={words.mine}
        count={counts.mine}
        to={{ ...whose, mine: 'yes' }}
        isOn={query.mine === 'yes'}
      />
      {shown.map((reason) => (
        <Filter
          text={REASON_WORDS[reason][language]}
          count={counts.byReason[reason]}
          to={{ ...whose, reason }}
          isOn={query.reason === reason}
        />
      ))}
    </nav>
  );
}

interface FilterProps {
  text: string;
  count: number;
  to: QueueQuery;
  isOn: boolean;
}

function Filter({ text, count, to, isOn }: FilterProps) {
  return (
    <a href={queuePath(to)} aria-current={isOn ? 'true' : undefined}>
      {text} <b>{count}</b>
    </a>
  );
}

/** The queue by other filters; never with what was looked for. */
export function queuePath({ text: _, ...query }: QueueQuery): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '/desk/queue' : `/desk/queue?${new URLSearchParams(given).toString()}`;
}

/** How the list is asked for anew: what was looked for goes along as the form that it was sent by. */
export function askedAgain(query: QueueQuery) {
  if (query.text === undefined) return { 'hx-get': queuePath(query) };
  return { 'hx-post': '/desk/queue', 'hx-include': '#search' };
}
