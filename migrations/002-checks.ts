import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('checks', (table) => {
    table.text('id').primary();
    table.text('shop_id').notNullable().references('shops.id');
    // Read by nothing but the retention, which deletes from the oldest on.
    table.bigInteger('created_at').notNullable().index();
    table.text('entry').notNullable();
    table.text('verdict').notNullable().checkIn(['accept', 'confirm', 'fix']);
    table.text('status').notNullable();
    table.text('reasons').notNullable();
    // Not a reference: the earlier check may be past its retention, or not yet written.
    table.text('previous_check_id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('checks');
}
