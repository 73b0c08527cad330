import type { Database } from '../database/open-database';
import { hasAccount } from './company-accounts-store';
import { findPasswordOf } from './passwords-store';
import { countRecoveryCodes, findFactorState } from './second-factors-store';

/** What somebody's own page tells of how they get in. */
export interface Account {
  hasPassword: boolean;
  /** Whether the account of their company lets them in. */
  isLinked: boolean;
  secondFactor: { isConfirmed: boolean; isRequired: boolean; recoveryCodesLeft: number };
}

export async function accountOf(database: Database, personId: string): Promise<Account> {
  const { isConfirmed, isRequired } = await findFactorState(database, personId);
  const recoveryCodesLeft = await countRecoveryCodes(database, personId);
  return {
    hasPassword: (await findPasswordOf(database, personId)) !== null,
    isLinked: await hasAccount(database, personId),
    secondFactor: { isConfirmed, isRequired, recoveryCodesLeft },
  };
}
