import { FormToken } from '../desk/layout';
import { page } from '../desk/page';
import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import type { BulkRelease } from '../shipments/release-shipments';
import { QUEUE_PAGE_WORDS } from './queue-page-words';
import type { QueueItem, QueuePage } from './read-queue';

const FORM = 'release';

function mayRelease({ session }: Looking): boolean {
  return session?.caller.scopes.has('supervision') === true;
}

function isReleasable({ reasons, shipmentId }: QueueItem): boolean {
  return shipmentId !== null && reasons.includes('held');
}

/** By which several are chosen that a false alarm held. */
export function Tick({ item, looking }: { item: QueueItem; looking: Looking }) {
  const { shipment, shipmentId } = item;
  if (!mayRelease(looking) || !isReleasable(item) || shipment === null) return null;
  const label = `${QUEUE_PAGE_WORDS[looking.language].choose} ${shipment.reference}`;
  return <input type="checkbox" form={FORM} name="shipmentIds" value={shipmentId ?? ''} aria-label={label} />;
}

interface ReleaseProps {
  queue: Pick<QueuePage, 'items'>;
  looking: Looking;
  formKey: string;
}

/** Releases what was chosen, for one reason. */
export function Release({ queue: { items }, looking, formKey }: ReleaseProps) {
  const words = QUEUE_PAGE_WORDS[looking.language];
  if (!mayRelease(looking) || !items.some(isReleasable)) return null;
  return (
    <form method="post" action="/desk/queue/release" id={FORM} class="release">
      <FormToken formToken={looking.formToken} />
      <input type="hidden" name="key" value={formKey} />
      <label>
        {words.whyReleased}
        <input name="reason" required maxLength={500} />
      </label>
      <button class="secondary">{words.release}</button>
    </form>
  );
}

/** What became of each. */
export function releasedPage(outcomes: readonly BulkRelease[], looking: Looking): Reply<Buffer> {
  const words = QUEUE_PAGE_WORDS[looking.language];
  const released = outcomes.filter(({ outcome }) => outcome === 'released');
  const others = outcomes.filter(({ outcome }) => outcome !== 'released');
  const content = (
    <>
      <h1>{words.releasedCount(released.length)}</h1>
      {others.length > 0 && (
        <>
          <p role="alert">{words.notReleased(others.length)}</p>
          <ul>
            {others.map(({ shipmentId }) => (
              <li>
                <a href={`/desk/cases/${shipmentId}`}>{shipmentId}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="/desk/queue">{words.backToQueue}</a>
      </p>
    </>
  );
  return page(words.releasedCount(released.length), looking, content);
}
