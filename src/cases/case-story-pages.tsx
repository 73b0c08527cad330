import { FormToken } from '../desk/layout';
import type { CaseProps } from './case-props';

/** Where the parcel is at this moment. */
export function Whereabouts({ view: { whereabouts }, words }: CaseProps) {
  return (
    <section>
      <h2>{words.whereabouts}</h2>
      <p>{whereabouts.text}</p>
    </section>
  );
}

/** What the driver was told, and how far that has come. */
export function Driver({ view: { instruction }, words }: CaseProps) {
  if (instruction === null) return null;
  return (
    <section class={`instruction ${instruction.state}`}>
      <h2>{words.driver}</h2>
      <p>
        {instruction.title}: <b>{instruction.stateText}</b>
      </p>
      <ol class="steps">
        {instruction.steps.map(({ text, at }) => (
          <li class={at === null ? 'to-come' : 'done'}>
            {at === null ? '○' : '●'} {text} {at !== null && <time>{at.text}</time>}
          </li>
        ))}
      </ol>
      {instruction.reason !== null && <blockquote>{instruction.reason}</blockquote>}
      {instruction.alert !== null && <p role="alert">{instruction.alert.text}</p>}
    </section>
  );
}

/** The ready text for the customer, and a question to the driver. */
export function Customer({ view, words, looking, formKey, path }: CaseProps) {
  const { customer, whereabouts } = view;
  return (
    <>
      {whereabouts.route !== null && (
        <form method="post" action={`${path}/ask`} class="question">
          <FormToken formToken={looking.formToken} />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="routeId" value={whereabouts.route.id} />
          <label>
            {words.ask}
            <input name="text" maxLength={140} required data-key="v" />
          </label>
          <button class="secondary">{words.send}</button>
        </form>
      )}
      <section class="customer">
        <h2>{words.customer}</h2>
        <p>
          <b lang={customer.language}>{customer.subject}</b>
        </p>
        <pre id="customer-text" lang={customer.language}>
          {customer.text}
        </pre>
        <button type="button" class="quiet needs-script" data-copies="customer-text" data-key="c">
          {words.copy}
        </button>
      </section>
    </>
  );
}

/** Everything that happened, the newest first, each with who and when. */
export function Timeline({ view: { timeline }, words }: CaseProps) {
  return (
    <section class="past">
      <h2>{words.timeline}</h2>
      <ol class="timeline">
        {timeline.map(({ at, text, by, note }) => (
          <li>
            <time>{at.text}</time> {text} <small>{by}</small>
            {note !== null && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
