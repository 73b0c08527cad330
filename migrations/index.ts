import type { Knex } from 'knex';
import * as shopsAndKeys from './001-shops-and-keys';
import * as checks from './002-checks';
import * as registerAmendments from './003-register-amendments';
import * as people from './004-people';
import * as audit from './005-audit';
import * as idempotency from './006-idempotency';
import * as knownAddresses from './007-known-addresses';
import * as shipments from './008-shipments';
import * as corrections from './009-corrections';
import * as routes from './010-routes';
import * as sessions from './011-sessions';
import * as takenCases from './012-taken-cases';
import * as secondFactors from './013-second-factors';
import * as companyAccounts from './014-company-accounts';
import * as upkeep from './015-upkeep';
import * as caseLookers from './016-case-lookers';

export interface NamedMigration {
  name: string;
  up: (knex: Knex) => Promise<void>;
  down: (knex: Knex) => Promise<void>;
}

/** All migrations in their order. A name never changes once it has been released, nor does what it does. */
export const migrations: readonly NamedMigration[] = [
  { name: '001-shops-and-keys', up: shopsAndKeys.up, down: shopsAndKeys.down },
  { name: '002-checks', up: checks.up, down: checks.down },
  { name: '003-register-amendments', up: registerAmendments.up, down: registerAmendments.down },
  { name: '004-people', up: people.up, down: people.down },
  { name: '005-audit', up: audit.up, down: audit.down },
  { name: '006-idempotency', up: idempotency.up, down: idempotency.down },
  { name: '007-known-addresses', up: knownAddresses.up, down: knownAddresses.down },
  { name: '008-shipments', up: shipments.up, down: shipments.down },
  { name: '009-corrections', up: corrections.up, down: corrections.down },
  { name: '010-routes', up: routes.up, down: routes.down },
  { name: '011-sessions', up: sessions.up, down: sessions.down },
  { name: '012-taken-cases', up: takenCases.up, down: takenCases.down },
  { name: '013-second-factors', up: secondFactors.up, down: secondFactors.down },
  { name: '014-company-accounts', up: companyAccounts.up, down: companyAccounts.down },
  { name: '015-upkeep', up: upkeep.up, down: upkeep.down },
  { name: '016-case-lookers', up: caseLookers.up, down: caseLookers.down },
];
