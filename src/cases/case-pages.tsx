import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import { MapFigure } from '../desk/map-figure';
import { page } from '../desk/page';
import { CASE_PAGE_WORDS } from './case-page-words';
import type { CaseProps } from './case-props';
import { Candidates, Entry, KnownAddresses } from './case-addresses-pages';
import { Decision } from './case-decision-pages';
import { OtherAddress } from './case-typed-pages';
import { Hands } from './case-hands-pages';
import { Customer, Driver, Timeline, Whereabouts } from './case-story-pages';
import type { CaseView } from './case-view';

/** What is made anew for each page that is shown. */
export type MadeForPage = Pick<CaseProps, 'formKey' | 'mark' | 'tilesUrl'>;

/** Everything about one shipment's address, and what an agent can do about it. */
export function casePage(view: CaseView, looking: Looking, made: MadeForPage): Reply<Buffer> {
  const words = CASE_PAGE_WORDS[looking.language];
  const { shipment } = view;
  const props: CaseProps = { view, words, looking, ...made, path: `/desk/cases/${shipment.id}` };
  return page(`${shipment.reference}: ${view.entry.text}`, looking, <Case {...props} />, {
    tilesUrl: made.tilesUrl,
  });
}

/** Renews itself when it is told so, and every minute for times that pass. */
function Case(props: CaseProps) {
  const { path, mark, view, words } = props;
  return (
    <div
      id="case"
      {...{
        'hx-get': path,
        'hx-trigger': 'changed, every 60s',
        'hx-select': '#case',
        'hx-swap': 'outerHTML',
      }}
      hx-disinherit="*"
      data-follows={`${path}/live?mark=${mark}`}
      data-choice={choiceShown(view)}
    >
      <p class="renew" role="status" hidden>
        {words.changedMeanwhile}{' '}
        <a href={path} data-key="r">
          {words.renew}
        </a>
      </p>
      <Heading {...props} />
      <div class="columns">
        <div>
          <Entry {...props} />
          <Candidates {...props} />
          <KnownAddresses {...props} />
          <OtherAddress {...props} />
          <CaseMap {...props} />
          <Timeline {...props} />
        </div>
        <div>
          <div id="live" aria-live="polite" data-tells>
            <Whereabouts {...props} />
            <Driver {...props} />
          </div>
          <Decision {...props} />
          <Customer {...props} />
        </div>
      </div>
    </div>
  );
}

/**
 * What `a` approves. While that stays the same the page may be renewed under an agent's hands; where it does not, the agent is
 * told, and renews it.
 */
function choiceShown({ open, options }: CaseView): string {
  const first = options?.options.find(({ allowed }) => allowed);
  return `${open?.id ?? ''} ${first?.kind ?? ''} ${options?.addressText ?? ''}`;
}

function CaseMap({ view: { map }, looking: { language }, tilesUrl }: CaseProps) {
  return map && <MapFigure view={map} language={language} tilesUrl={tilesUrl} />;
}

function Heading(props: CaseProps) {
  const { shipment, alerts } = props.view;
  const { words } = props;
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
      <Hands {...props} />
    </header>
  );
}
