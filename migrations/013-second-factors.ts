import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('people', (table) => {
    // Since when a supervisor wants a second factor of them.
    table.bigInteger('second_factor_required_at');
  });
  await knex.schema.alterTable('sessions', (table) => {
    // Whether it lets in, or what is still to be shown first.
    table.text('stage').notNullable().defaultTo('in');
  });
  await knex.schema.createTable('second_factors', (table) => {
    table.text('person_id').primary().references('people.id');
    // Encrypted: whoever reads it makes its codes.
    table.text('sealed_secret').notNullable();
    table.bigInteger('created_at').notNullable();
    // None until a first code showed that it is in the person's app.
    table.bigInteger('confirmed_at');
    // The last half minute of which a code was taken: none is taken twice.
    table.bigInteger('last_step');
  });
  await knex.schema.createTable('recovery_codes', (table) => {
    table.text('hash').primary();
    table.text('person_id').notNullable().references('people.id').index();
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['recovery_codes', 'second_factors']) await knex.schema.dropTable(table);
  await knex.schema.alterTable('sessions', (table) => table.dropColumn('stage'));
  await knex.schema.alterTable('people', (table) => table.dropColumn('second_factor_required_at'));
}
