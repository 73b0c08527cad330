import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('register_amendments', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable().checkIn(['street', 'number', 'former_name']);
    table.text('place').notNullable();
    table.text('street').notNullable();
    table.text('former_name');
    table.text('postcode');
    table.integer('house_number');
    table.text('addition');
    table.text('reason').notNullable();
    table.text('created_by_key').notNullable().references('api_keys.id');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('expires_at').notNullable().index();
    table.bigInteger('deleted_at');
  });
  await knex('change_markers').insert({ name: 'register_amendments', version: 0 });
}

export async function down(knex: Knex): Promise<void> {
  await knex('change_markers').where({ name: 'register_amendments' }).delete();
  await knex.schema.dropTable('register_amendments');
}
