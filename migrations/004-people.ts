import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('depots', (table) => {
    table.text('code').primary();
    table.text('name').notNullable();
    // Where it is, which tells which depot is nearest to an address.
    table.double('lat');
    table.double('lon');
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('people', (table) => {
    table.text('id').primary();
    table.text('role').notNullable().checkIn(['agent', 'supervisor', 'planner']);
    table.text('name').notNullable();
    // None for whoever works for all depots.
    table.text('depot').references('depots.code').index();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('ended_at');
    // A name is free again when whoever bore it has ended.
    table.unique(['role', 'name'], { predicate: knex.whereNull('ended_at') });
  });
  await knex.schema.createTable('person_tokens', (table) => {
    table.text('id').primary();
    table.text('person_id').notNullable().references('people.id').index();
    table.text('prefix').notNullable();
    table.text('hash').notNullable().unique();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('last_used_at');
    table.bigInteger('revoked_at');
    // As that of api_keys.
    table.bigInteger('version').notNullable().index();
  });
  await knex('change_markers').insert({ name: 'person_tokens', version: 0 });
}

export async function down(knex: Knex): Promise<void> {
  await knex('change_markers').where({ name: 'person_tokens' }).delete();
  for (const table of ['person_tokens', 'people', 'depots']) await knex.schema.dropTable(table);
}
