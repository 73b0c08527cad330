import type { ComponentChildren } from 'preact';
import { FormToken } from '../../desk/layout';
import { UPKEEP_PATH } from '../../desk/upkeep-page';
import type { Looking } from '../../http/pages';
import type { Amendment } from './amendment';
import { AMENDMENTS_WORDS } from './amendments-words';

export const AMENDMENTS_PATH = `${UPKEEP_PATH}/amendments`;

interface FormProps {
  looking: Looking;
  /** Made with the page: a form that is sent twice is done once. */
  formKey: string;
}

/** Where an amendment is added, a form for each kind with the fields that it has. */
export function AmendmentForms(props: FormProps) {
  const words = AMENDMENTS_WORDS[props.looking.language];
  return (
    <>
      <KindForm kind="street" {...props}>
        <Field name="street" label={words.newStreet} longest={200} required />
        <Field name="postcode" label={words.postcode} longest={20} />
        <Field name="houseNumber" label={words.houseNumber} longest={5} />
        <Field name="houseNumberAddition" label={words.addition} longest={40} />
      </KindForm>
      <KindForm kind="number" {...props}>
        <Field name="street" label={words.street} longest={200} required />
        <Field name="postcode" label={words.postcode} longest={20} />
        <Field name="houseNumber" label={words.houseNumber} longest={5} required />
        <Field name="houseNumberAddition" label={words.addition} longest={40} />
      </KindForm>
      <KindForm kind="former_name" {...props}>
        <Field name="street" label={words.street} longest={200} required />
        <Field name="formerName" label={words.formerName} longest={200} required />
      </KindForm>
    </>
  );
}

type KindFormProps = FormProps & { kind: Amendment['kind']; children: ComponentChildren };

function KindForm({ kind, looking, formKey, children }: KindFormProps) {
  const words = AMENDMENTS_WORDS[looking.language];
  return (
    <details class="form">
      <summary role="button" class="secondary">
        {words.kinds[kind]}
      </summary>
      <form method="post" action={AMENDMENTS_PATH}>
        <FormToken formToken={looking.formToken} />
        <input type="hidden" name="key" value={`${formKey}-${kind}`} />
        <input type="hidden" name="amendment.kind" value={kind} />
        <Field name="city" label={words.city} longest={200} required />
        {children}
        <label>
          {words.reason}
          <input name="amendment.reason" required maxLength={500} autocomplete="off" />
          <small>{words.reasonHint}</small>
        </label>
        <label>
          {words.expiresAt}
          <input name="amendment.expiresAt" type="date" required />
          <small>{words.expiresHint}</small>
        </label>
        <button>{words.submit}</button>
      </form>
    </details>
  );
}

interface FieldProps {
  name: string;
  label: string;
  longest: number;
  required?: boolean;
}

function Field({ name, label, longest, required = false }: FieldProps) {
  return (
    <label>
      {label}
      <input name={`amendment.${name}`} required={required} maxLength={longest} autocomplete="off" />
    </label>
  );
}
