import type { Knex } from 'knex';

/** What supervisors keep up at the desk: amendments of their own, and an audit log that answers at once when it is long. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('register_amendments', (table) => {
    table.setNullable('created_by_key');
  });
  await knex.schema.alterTable('register_amendments', (table) => {
    // Who made it, where no shop did.
    table.text('created_by_person').references('people.id');
  });
  // The newest of a subject or an action, without sorting all that there is of it.
  await knex.schema.alterTable('audit_entries', (table) => {
    table.index(['action', 'id']);
    table.index(['subject', 'id']);
    table.dropIndex('subject');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('audit_entries', (table) => {
    table.index('subject');
    table.dropIndex(['subject', 'id']);
    table.dropIndex(['action', 'id']);
  });
  // The release before knows of none that a person made.
  await knex('register_amendments').whereNull('created_by_key').delete();
  await knex.schema.alterTable('register_amendments', (table) => {
    table.dropColumn('created_by_person');
  });
  await knex.schema.alterTable('register_amendments', (table) => {
    table.dropNullable('created_by_key');
  });
}
