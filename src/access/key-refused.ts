/** One mistake in a key that is asked for, at its field. */
export interface KeyMistake {
  field: 'shopName' | 'scopes' | 'origins' | 'requestsPerMinute';
  code: string;
  message: Record<'nl' | 'en', string>;
}

/** A key that cannot be made as asked, in a sentence for the command line; with no mistakes where its shop has enough of them. */
export class KeyRefused extends Error {
  override name = 'KeyRefused';

  constructor(
    message: string,
    readonly mistakes: readonly KeyMistake[] = [],
  ) {
    super(message);
  }
}
