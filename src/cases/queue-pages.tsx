import type { Reply } from '../http/reply';
import { page } from '../desk/page';
import type { QueueReason } from './queue-item';
import { QUEUE_PAGE_WORDS } from './queue-page-words';
import { Release, Tick } from './queue-release-pages';
import { askedAgain, queuePath, type QueueView, Reasons, Search, Whose } from './queue-filter-pages';
import { REASON_WORDS } from './queue-words';
import type { QueueItem } from './read-queue';
import { lengthText, urgencyOf } from './time-left';

/** Everything that waits for the agents, the most urgent first. */
export function queuePage(view: QueueView): Reply<Buffer> {
  const { looking, query, queue } = view;
  const words = QUEUE_PAGE_WORDS[looking.language];
  const content = (
    <>
      <h1>{words.title}</h1>
      <Search {...view} />
      <Whose {...view} />
      <section
        id="queue"
        {...{ 'hx-trigger': 'changed, every 60s', 'hx-select': '#queue', 'hx-swap': 'outerHTML' }}
        {...askedAgain(query)}
        hx-disinherit="*"
        data-follows={`/desk/queue/live?mark=${queue.mark}`}
      >
        <Reasons {...view} />
        {queue.items.length === 0 ? <Empty {...view} /> : <Items {...view} />}
        <Pages {...view} />
        <Release {...view} />
      </section>
    </>
  );
  return page(`${words.title} (${queue.counts.all})`, looking, content);
}

function Empty({ query, looking: { language } }: QueueView) {
  const words = QUEUE_PAGE_WORDS[language];
  const isFiltered = Object.values(query).some((one) => one !== undefined);
  if (!isFiltered) return <p class="empty">{words.empty}</p>;
  return (
    <p class="empty">
      {words.emptyFound} <a href="/desk/queue">{words.showAll}</a>
    </p>
  );
}

function Items(view: QueueView) {
  const words = QUEUE_PAGE_WORDS[view.looking.language];
  return (
    <ol class="items" aria-label={words.title}>
      {view.queue.items.map((item) => (
        <Item item={item} view={view} />
      ))}
    </ol>
  );
}

function Item({ item, view }: { item: QueueItem; view: QueueView }) {
  const { nowMs, looking } = view;
  const words = QUEUE_PAGE_WORDS[looking.language];
  const { shipment, taken, lookers } = item;
  return (
    <li class={`item ${urgencyOf(item.closesAtMs, nowMs)}`}>
      <Left item={item} view={view} />
      <div>
        <Tick item={item} looking={looking} />
        <ItemLink item={item} noShipment={words.noShipment} />
        {shipment !== null && (
          <small>
            {shipment.recipientName} · {shipment.shopName}
            {item.depot !== null && ` · ${item.depot}`}
          </small>
        )}
      </div>
      <Why reasons={item.reasons} language={looking.language} />
      <small>
        {words.since} {lengthText(nowMs - item.sinceMs, looking.language)}
        <br />
        {words.taken} {taken?.name ?? words.nobody}
        {lookers.length > 0 && ` · 👁 ${lookers.join(', ')}`}
      </small>
    </li>
  );
}

function ItemLink({ item: { shipmentId, shipment }, noShipment }: { item: QueueItem; noShipment: string }) {
  if (shipmentId === null || shipment === null) return <b>{noShipment}</b>;
  return (
    <a href={`/desk/cases/${shipmentId}`} class="open">
      {shipment.streetLine}, {shipment.city}
    </a>
  );
}

function Left({ item: { closesAtMs }, view: { nowMs, looking } }: { item: QueueItem; view: QueueView }) {
  const words = QUEUE_PAGE_WORDS[looking.language];
  if (closesAtMs === null) return <span class="left">{words.noTime}</span>;
  if (closesAtMs <= nowMs) return <span class="left">{words.tooLate}</span>;
  return (
    <span class="left">
      <small>{words.left}</small> <b>{lengthText(closesAtMs - nowMs, looking.language)}</b>
    </span>
  );
}

function Why({ reasons, language }: { reasons: readonly QueueReason[]; language: 'nl' | 'en' }) {
  return (
    <ul class="why">
      {reasons.map((reason) => (
        <li>{REASON_WORDS[reason][language]}</li>
      ))}
    </ul>
  );
}

function Pages({ queue, query, looking: { language } }: QueueView) {
  const words = QUEUE_PAGE_WORDS[language];
  const { page: at, pages } = queue;
  if (pages === 1) return null;
  if (query.text !== undefined) return <p>{words.more}</p>;
  return (
    <nav class="pages" aria-label={words.page(at, pages)}>
      {at > 1 && <a href={queuePath({ ...query, page: at - 1 })}>{words.previous}</a>}
      <span>{words.page(at, pages)}</span>
      {at < pages && <a href={queuePath({ ...query, page: at + 1 })}>{words.next}</a>}
    </nav>
  );
}
