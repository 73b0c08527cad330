/** Why something cannot be done for a person, where a page says it in words of its own. */
export type PersonRefusal =
  | 'name_taken'
  | 'no_such_depot'
  | 'has_ended'
  | 'two_tokens'
  | 'last_supervisor'
  | 'account_taken'
  | 'no_email';

/** What cannot be done for a person as asked, in a sentence for the command line. */
export class PersonRefused extends Error {
  override name = 'PersonRefused';

  constructor(
    message: string,
    readonly why: PersonRefusal | null = null,
  ) {
    super(message);
  }
}
