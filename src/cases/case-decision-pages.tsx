import { FormToken } from '../desk/layout';
import type { CaseCorrection } from './case-corrections';
import type { CaseOption } from './case-options';
import type { CaseProps } from './case-props';

/** What waits and what is in effect, and what can be done about it. */
export function Decision(props: CaseProps) {
  const { view, words } = props;
  return (
    <section class="decision">
      {view.open !== null && <Waiting correction={view.open} {...props} />}
      <h2>{words.options}</h2>
      {view.options === null ? <p>{words.nothingToChoose}</p> : <Options {...props} />}
      {view.inEffect !== null && <InEffect correction={view.inEffect} {...props} />}
    </section>
  );
}

function Waiting({ correction, ...props }: CaseProps & { correction: CaseCorrection }) {
  const { words, path } = props;
  return (
    <>
      <h2>{words.open}</h2>
      <p>
        {correction.addressText}{' '}
        <small>
          {correction.sourceText}, {correction.proposedAt.text}
        </small>
      </p>
      <ul>
        {correction.blocks
          .filter((text) => !isSaidOfEntry(text, props))
          .map((text) => (
            <li>{text}</li>
          ))}
      </ul>
      <details>
        <summary>{words.turnDown}</summary>
        <form method="post" action={`${path}/turn-down`}>
          <OfCorrection correction={correction} {...props} />
          <label>
            {words.why}
            <textarea name="reason" required maxLength={500} rows={2} />
          </label>
          <button class="secondary">{words.turnDown}</button>
        </form>
      </details>
    </>
  );
}

/** What stands beside what was entered is not said twice. */
function isSaidOfEntry(text: string, { view: { entry } }: CaseProps): boolean {
  return entry.reasons.some((reason) => reason.text === text);
}

function InEffect({ correction, ...props }: CaseProps & { correction: CaseCorrection }) {
  const { words, path } = props;
  return (
    <>
      <h2>{words.inEffect}</h2>
      <p>
        {correction.addressText}{' '}
        <small>
          {correction.stateText}, {correction.changedAt.text}
          {correction.decidedBy !== null && `, ${words.by} ${correction.decidedBy}`}
        </small>
      </p>
      {correction.planText !== null && <p>{correction.planText}</p>}
      <form method="post" action={`${path}/undo`}>
        <OfCorrection correction={correction} {...props} />
        <button class="secondary" data-key="u">
          {words.undo}
        </button>
      </form>
    </>
  );
}

function OfCorrection({ correction, looking, formKey }: CaseProps & { correction: CaseCorrection }) {
  return (
    <>
      <FormToken formToken={looking.formToken} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="correctionId" value={correction.id} />
      <input type="hidden" name="correctionVersion" value={String(correction.version)} />
    </>
  );
}

function Options(props: CaseProps) {
  const { options } = props.view;
  if (options === null) return null;
  const [first, ...others] = options.options.filter(({ allowed }) => allowed);
  const refused = options.options.filter(({ allowed }) => !allowed);
  return (
    <>
      <p>
        {props.words.forAddress} <strong>{options.addressText}</strong>
      </p>
      {options.note !== null && <p>{options.note}</p>}
      <ul class="options">
        {first && <OptionForm option={first} isFirst {...props} />}
        {[...others, ...refused].map((option) => (
          <OptionForm option={option} isFirst={false} {...props} />
        ))}
      </ul>
    </>
  );
}

function OptionForm({ option, isFirst, ...props }: CaseProps & { option: CaseOption; isFirst: boolean }) {
  const { words, path } = props;
  if (!option.allowed)
    return (
      <li class="refused">
        <b>{option.title}</b> <small>{option.refusal}</small>
      </li>
    );
  return (
    <li>
      <form method="post" action={`${path}/settle`}>
        <OfChoice option={option} {...props} />
        <div>
          <b>{option.title}</b>
          <Consequences option={option} {...props} />
          <Reason {...props} />
        </div>
        <button data-key={isFirst ? 'a' : undefined} class={isFirst ? '' : 'secondary'}>
          {words.approve}
        </button>
      </form>
    </li>
  );
}

function Consequences({ option, words }: CaseProps & { option: CaseOption }) {
  const { windowText, dayText, addedText, delayedText, stopsAwayText, closesAt, costText } = option;
  return (
    <ul>
      {windowText !== null && (
        <li>
          {words.promise}: <b>{windowText}</b>
        </li>
      )}
      {[dayText, addedText, delayedText, stopsAwayText].map((text) => text !== null && <li>{text}</li>)}
      {closesAt !== null && (
        <li>
          {words.until}{' '}
          <time dateTime={new Date(closesAt.atMs).toISOString()} data-counts-down>
            {closesAt.text}
          </time>
        </li>
      )}
      <li>{costText}</li>
    </ul>
  );
}

/** Asked where the check does not let the address through that is to be approved. */
function Reason({ view: { open, options }, words }: CaseProps) {
  if (open?.needsReason !== true || options?.candidate !== null) return null;
  return (
    <label>
      {words.reason}
      <input name="reason" required maxLength={500} />
      <small>{words.reasonHint}</small>
    </label>
  );
}

function OfChoice({ option: { chosen }, view, looking, formKey }: CaseProps & { option: CaseOption }) {
  const { open, options, shipment } = view;
  const fields: Record<string, string | number | null | undefined> = {
    key: formKey,
    shipmentVersion: shipment.version,
    correctionId: open?.id,
    correctionVersion: open?.version,
    candidate: options?.candidate,
    'option.kind': chosen.kind,
    'option.routeVersion': chosen.routeVersion,
    'option.routeId': chosen.routeId,
    'option.depot': chosen.depot,
  };
  return (
    <>
      <FormToken formToken={looking.formToken} />
      {Object.entries(fields).map(
        ([name, value]) =>
          value !== null && value !== undefined && <input type="hidden" name={name} value={String(value)} />,
      )}
    </>
  );
}
