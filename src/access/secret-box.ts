import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets so that the database alone does not tell them. */
export interface SecretBox {
  /** What may be kept of a secret of somebody. */
  seal: (secret: string, personId: string) => string;
  /** The secret again; null where it was sealed by another key, for somebody else, or is no longer whole. */
  open: (sealed: string, personId: string) => string | null;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param key The secret of KLOPT_PSEUDONYM_KEY, of which a key for this alone is derived. */
export function createSecretBox(key: string): SecretBox {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'klopt second factors', 32));
  return {
    seal(secret, personId) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, own, nonce).setAAD(Buffer.from(personId));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(sealed, personId) {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv(CIPHER, own, bytes.subarray(0, NONCE_BYTES));
        decipher.setAAD(Buffer.from(personId));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([opened, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
