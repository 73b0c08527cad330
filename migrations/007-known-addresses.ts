import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('known_addresses', (table) => {
    table.text('id').primary();
    table.text('shop_id').notNullable().references('shops.id');
    // A keyed hash of the shop's own name for the customer.
    table.text('customer').notNullable();
    table.text('occasion').notNullable().checkIn(['ordered', 'corrected', 'delivered']);
    // The shipment or the correction that made it known: what is undone is forgotten.
    table.text('cause').notNullable();
    table.bigInteger('at').notNullable();
    table.text('street').notNullable();
    table.integer('house_number').notNullable();
    table.text('addition');
    table.text('postcode');
    table.text('city').notNullable();
    table.index(['shop_id', 'customer', 'at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('known_addresses');
}
