import { hash } from 'node:crypto';

/** A short text, another one for other contents. */
export function markOf(contents: unknown): string {
  return hash('sha256', JSON.stringify(contents), 'base64url').slice(0, 16);
}
