import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('people', (table) => {
    // As argon2 writes it; none for whoever works by tokens alone.
    table.text('password_hash');
  });
  await knex.schema.createTable('sessions', (table) => {
    // Of what stands in the cookie.
    table.text('hash').primary();
    table.text('person_id').notNullable().references('people.id').index();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('seen_at').notNullable();
    table.bigInteger('ended_at');
  });
  await knex.schema.createTable('sign_in_failures', (table) => {
    // A hash of the name that was typed, or of where it was typed: neither can be read here.
    table.text('subject').primary();
    table.integer('count').notNullable();
    table.bigInteger('last_at').notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['sign_in_failures', 'sessions']) await knex.schema.dropTable(table);
  await knex.schema.alterTable('people', (table) => table.dropColumn('password_hash'));
}
