import { Secret, TOTP } from 'otpauth';
import { madeUp } from './made-up';
import { hashToken } from './token-format';

/** RFC 6238 as every app has it. Half a minute either way is for clocks that differ, and for who types slowly. */
const CODE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const WINDOW = 1;
const RECOVERY_CODES = 10;

/** A new secret for somebody's app, in base 32: 160 bits, as long as the hash. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an app reads from the QR code. */
export function secretUri(secret: string, name: string): string {
  return totpOf(secret, name).toString();
}

/** The half minute since 1970 that a code is of; null where it is of none near enough. */
export function stepOfCode(secret: string, code: string, nowMs: number): number | null {
  const totp = totpOf(secret);
  const off = totp.validate({ token: code, timestamp: nowMs, window: WINDOW });
  return off === null ? null : totp.counter({ timestamp: nowMs }) + off;
}

/** What somebody typed for a code, without blanks and dashes. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toLowerCase();
}

/** Codes for whoever has lost their phone: 80 bits of chance each, in four groups. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, madeUp);
}

/** What is kept of a recovery code, however it was typed. Its chance is too much to be searched, so a fast hash will do. */
export function hashRecoveryCode(typed: string): string {
  return hashToken(`recovery ${plainCode(typed)}`);
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Klopt', label, secret, ...CODE });
}
