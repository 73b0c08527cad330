import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await createLeases(knex);
  await createAuditEntries(knex);
  await (isPostgres(knex) ? lockOnPostgres(knex) : lockOnSqlite(knex));
}

function isPostgres(knex: Knex): boolean {
  return (knex.client as { driverName: string }).driverName === 'pg';
}

/** Work that one process at a time may do, and who does it until when. */
async function createLeases(knex: Knex): Promise<void> {
  await knex.schema.createTable('leases', (table) => {
    table.text('name').primary();
    table.text('holder').notNullable();
    table.bigInteger('lease_until').notNullable();
  });
}

/** What was done by whom; ids and states only. A row only ever gets its place in the chain, and its seal. */
async function createAuditEntries(knex: Knex): Promise<void> {
  await knex.schema.createTable('audit_entries', (table) => {
    table.text('id').primary();
    table.bigInteger('at').notNullable();
    table.text('actor').notNullable();
    table.text('action').notNullable();
    table.text('subject').notNullable().index();
    table.text('details').notNullable();
    table.bigInteger('seq');
    table.text('hash');
    table.check('(seq IS NULL) = (hash IS NULL)');
  });
  // Two that seal at once must not both follow the same entry.
  await knex.raw('CREATE UNIQUE INDEX audit_entries_chain ON audit_entries (seq) WHERE seq IS NOT NULL');
  await knex.raw('CREATE INDEX audit_entries_unsealed ON audit_entries (id) WHERE seq IS NULL');
}

const CONTENT = ['id', 'at', 'actor', 'action', 'subject', 'details'];
const OTHER_THAN_SEALING = [
  'OLD.seq IS NOT NULL',
  'NEW.seq IS NULL',
  ...CONTENT.map((column) => `NEW.${column} <> OLD.${column}`),
].join(' OR ');
const REFUSAL = 'the audit log is only ever added to';

async function lockOnSqlite(knex: Knex): Promise<void> {
  const refuse = `BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`;
  await knex.raw(
    `CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries WHEN ${OTHER_THAN_SEALING} ${refuse}`,
  );
  await knex.raw(`CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries ${refuse}`);
}

async function lockOnPostgres(knex: Knex): Promise<void> {
  await knex.raw(
    `CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION '${REFUSAL}'; END $$`,
  );
  const refuse = 'EXECUTE FUNCTION refuse_audit_change()';
  await knex.raw(
    `CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
     FOR EACH ROW WHEN (${OTHER_THAN_SEALING}) ${refuse}`,
  );
  await knex.raw(
    `CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries FOR EACH ROW ${refuse}`,
  );
  await knex.raw(
    `CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT ${refuse}`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('audit_entries');
  if (isPostgres(knex)) await knex.raw('DROP FUNCTION refuse_audit_change()');
  await knex.schema.dropTable('leases');
}
