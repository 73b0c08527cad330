import { newToken } from './token-format';

export type KeyKind = 'secret' | 'publishable';
export type KeyMode = 'live' | 'test';

export interface KeyForm {
  kind: KeyKind;
  mode: KeyMode;
}

const shortKind: Record<KeyKind, string> = { secret: 'sk', publishable: 'pk' };

/** A new key of a shop, as `klopt_sk_live_…`. */
export function newKey({ kind, mode }: KeyForm): string {
  return newToken(`${shortKind[kind]}_${mode}`);
}
