import { FormToken } from '../desk/layout';
import { fragment } from '../desk/page';
import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import { CASE_PAGE_WORDS } from './case-page-words';
import type { CaseProps } from './case-props';
import type { TypedAddress } from './check-typed';

/** An address that nobody proposed: suggested and checked as it is typed, and then as strictly as any other. */
export function OtherAddress({ view: { shipment }, words, looking, formKey, path }: CaseProps) {
  return (
    <section>
      <details>
        <summary data-key="o">{words.other}</summary>
        <Seek words={words} looking={looking} />
        <form
          method="post"
          action={`${path}/correct`}
          class="address"
          {...{
            'hx-post': `${path}/typed`,
            'hx-trigger': 'input delay:250ms, filled',
            'hx-target': '#verdict',
          }}
          {...{ 'hx-params': 'not key,shipmentVersion', 'hx-sync': 'this:replace' }}
        >
          <FormToken formToken={looking.formToken} />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="shipmentVersion" value={String(shipment.version)} />
          <Field name="street" label={words.street} longest={200} />
          <Field name="houseNumber" label={words.houseNumber} longest={20} />
          <Field name="houseNumberAddition" label={words.addition} longest={40} />
          <Field name="postcode" label={words.postcode} longest={20} />
          <Field name="city" label={words.city} longest={200} />
          <div id="verdict" role="status" />
          <button class="secondary">{words.check}</button>
        </form>
      </details>
    </section>
  );
}

function Seek({ words, looking }: Pick<CaseProps, 'words' | 'looking'>) {
  return (
    <div class="seek needs-script">
      <label>
        {words.seek}
        <input
          name="text"
          autocomplete="off"
          maxLength={200}
          data-suggests="suggested"
          {...{ 'hx-post': '/desk/suggestions', 'hx-trigger': 'input changed delay:150ms' }}
          {...{ 'hx-target': '#suggested', 'hx-sync': 'this:replace' }}
          hx-vals={JSON.stringify({ formToken: looking.formToken })}
        />
      </label>
      <ul id="suggested" role="listbox" aria-label={words.seek} />
    </div>
  );
}

function Field({ name, label, longest }: { name: string; label: string; longest: number }) {
  return (
    <label>
      {label}
      <input name={`address.${name}`} maxLength={longest} autocomplete="off" />
    </label>
  );
}

/** What the check says so far. */
export function typedVerdict({ entry, isRight }: TypedAddress, looking: Looking): Reply<Buffer> {
  const words = CASE_PAGE_WORDS[looking.language];
  const content = isRight ? (
    <p class="right">✓ {words.isRight}</p>
  ) : (
    <ul>
      {isRight === null && <li>{words.notChecked}</li>}
      {entry.reasons.map(({ severity, text }) => (
        <li class={severity}>{text}</li>
      ))}
    </ul>
  );
  return fragment(content, looking);
}
