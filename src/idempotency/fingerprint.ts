import { hash } from 'node:crypto';

/** What tells one request from another, of which nothing can be read back. */
export function fingerprintOf(asked: unknown): string {
  return hash('sha256', JSON.stringify(asked), 'hex');
}
