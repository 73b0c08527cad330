/** What somebody typed into a form of a page, kept while they sign in. */
export interface KeptForm {
  path: string;
  fields: [name: string, value: string][];
}

/** The field that carries a kept form from page to page: no URL, no cookie and no database holds it. */
export const KEPT_FIELD = 'kept';

/** A form as it was read (`formOf`), as something to be carried. */
export function keptForm(path: string, form: unknown): KeptForm {
  return { path, fields: fieldsOf(form, '') };
}

function fieldsOf(value: unknown, name: string): KeptForm['fields'] {
  if (typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(one, name));
  const prefix = name === '' ? '' : `${name}.`;
  return Object.entries(value as object).flatMap(([key, inner]) => fieldsOf(inner, prefix + key));
}
