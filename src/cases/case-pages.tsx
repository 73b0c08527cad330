import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import { page } from '../desk/page';
import { CASE_PAGE_WORDS } from './case-page-words';
import type { CaseProps } from './case-props';
import { Candidates, Entry, KnownAddresses } from './case-addresses-pages';
import { Decision, OtherAddress } from './case-decision-pages';
import { Customer, Driver, Timeline, Whereabouts } from './case-story-pages';
import type { CaseView } from './case-view';

/** Everything about one shipment's address, and what an agent can do about it. */
export function casePage(view: CaseView, looking: Looking, formKey: string): Reply<Buffer> {
  const words = CASE_PAGE_WORDS[looking.language];
  const { shipment } = view;
  const props: CaseProps = { view, words, looking, formKey, path: `/desk/cases/${shipment.id}` };
  const content = (
    <>
      <Heading {...props} />
      <div class="columns">
        <div>
          <Entry {...props} />
          <Candidates {...props} />
          <KnownAddresses {...props} />
          <OtherAddress {...props} />
        </div>
        <div>
          <div
            id="live"
            hx-get={props.path}
            hx-trigger="every 2s"
            hx-select="#live"
            hx-swap="outerHTML"
            aria-live="polite"
          >
            <Whereabouts {...props} />
            <Driver {...props} />
          </div>
          <Decision {...props} />
          <Customer {...props} />
        </div>
      </div>
      <Timeline {...props} />
    </>
  );
  return page(`${shipment.reference}: ${view.entry.text}`, looking, content);
}

function Heading({ view: { shipment, alerts }, words, looking, path }: CaseProps) {
  return (
    <header class="case">
      <h1>
        {shipment.recipient.name} <small>{shipment.stateText}</small>
      </h1>
      <p>
        {words.shipment} {shipment.reference} · {shipment.barcode}
        {shipment.shop !== null && ` · ${shipment.shop}`}
        {shipment.depot !== null && ` · ${shipment.depot}`}
        {shipment.promisedText !== null && ` · ${words.promised} ${shipment.promisedText}`}
      </p>
      {[shipment.holdText, shipment.failureText].map((text) => text !== null && <p>{text}</p>)}
      {shipment.note !== null && (
        <p>
          {words.note}: {shipment.note}
        </p>
      )}
      {alerts.map(({ text, at }) => (
        <p role="alert">
          {text} ({at.text})
        </p>
      ))}
      <form method="post" action={`${path}/take`}>
        <input type="hidden" name="formToken" value={looking.formToken} />
        <button class="quiet" data-key="t">
          {words.take}
        </button>
      </form>
    </header>
  );
}
