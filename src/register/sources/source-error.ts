/** A source that is not what it should be; the message names the file and the line or byte. */
export class SourceError extends Error {
  override name = 'SourceError';
}
