import type { Knex } from 'knex';
import * as shopsAndKeys from './001-shops-and-keys';
import * as checks from './002-checks';
import * as registerAmendments from './003-register-amendments';
import * as people from './004-people';

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
];
