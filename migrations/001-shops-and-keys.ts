import type { Knex } from 'knex';

// Times are milliseconds since 1970, UTC, on both databases; lists are JSON in text.

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('shops', (table) => {
    table.text('id').primary();
    table.text('name').notNullable().unique();
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('api_keys', (table) => {
    table.text('id').primary();
    table.text('shop_id').notNullable().references('shops.id').index();
    table.text('kind').notNullable().checkIn(['secret', 'publishable']);
    table.text('mode').notNullable().checkIn(['live', 'test']);
    table.text('prefix').notNullable();
    table.text('hash').notNullable().unique();
    table.text('scopes').notNullable();
    table.text('origins').notNullable();
    table.integer('requests_per_minute');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('last_used_at');
    table.bigInteger('revoked_at');
    // The change (of change_markers) that made or revoked it: replicas ask for what is newer than they have.
    table.bigInteger('version').notNullable().index();
  });
  await knex.schema.createTable('change_markers', (table) => {
    table.text('name').primary();
    table.bigInteger('version').notNullable();
  });
  await knex('change_markers').insert({ name: 'api_keys', version: 0 });
  // The columns, in this order, that rate-limiter-flexible writes; used on PostgreSQL only.
  await knex.schema.createTable('rate_limits', (table) => {
    table.string('key', 255).primary();
    table.integer('points').notNullable().defaultTo(0);
    table.bigInteger('expire');
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['rate_limits', 'change_markers', 'api_keys', 'shops'])
    await knex.schema.dropTable(table);
}
