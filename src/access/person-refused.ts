/** What cannot be done for a person as asked, in a sentence. */
export class PersonRefused extends Error {
  override name = 'PersonRefused';
}
