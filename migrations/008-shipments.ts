import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await createAddresses(knex);
  await createShipments(knex);
  await createShipmentChecks(knex);
  await createShipmentEvents(knex);
}

/** Where parcels go. A row never changes and belongs to one shipment: another address is another row. */
async function createAddresses(knex: Knex): Promise<void> {
  await knex.schema.createTable('addresses', (table) => {
    table.text('id').primary();
    // No foreign key: a shipment refers to its address, which is therefore written before it.
    table.text('shipment_id').notNullable().index();
    table.text('street').notNullable();
    table.integer('house_number').notNullable();
    table.text('addition');
    table.text('postcode');
    table.text('city').notNullable();
    table.text('country').notNullable();
  });
}

async function createShipments(knex: Knex): Promise<void> {
  await knex.schema.createTable('shipments', (table) => {
    table.text('id').primary();
    table.text('shop_id').notNullable().references('shops.id');
    table.text('reference').notNullable();
    table.text('barcode').notNullable();
    table.integer('version').notNullable();
    table.text('state').notNullable();
    // When it came into its state, by the clock of whoever saw it: an older scan does not change it.
    table.bigInteger('state_at').notNullable();
    table.text('hold_reason');
    table.text('hold_note');
    table.text('failure_reason');
    // Being held does not bring it back: what has left can no longer be cancelled.
    table.integer('has_left').notNullable();
    table.text('recipient_name').notNullable();
    table.text('recipient_email');
    table.text('recipient_phone');
    table.text('recipient_language').notNullable().checkIn(['nl', 'en']);
    table.text('customer');
    table.text('depot').references('depots.code');
    table.text('promised_on');
    table.text('driver_note');
    table.text('entry').notNullable();
    table.integer('is_confirmed').notNullable();
    table.text('address_id').references('addresses.id');
    table.text('check_id');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    // The shop comes second, so that the desk finds them too.
    table.unique(['reference', 'shop_id']);
    table.unique(['barcode', 'shop_id']);
    // Whose list it is, then what is asked for; the newest first is the order of ids.
    for (const whose of [['shop_id'], ['depot'], []]) {
      if (whose.length > 0) table.index([...whose, 'id']);
      table.index([...whose, 'state', 'id']);
      table.index([...whose, 'promised_on', 'id']);
    }
  });
}

/** Every check of a shipment's address, that of its order first. A row never changes. */
async function createShipmentChecks(knex: Knex): Promise<void> {
  await knex.schema.createTable('shipment_checks', (table) => {
    table.text('id').primary();
    table.text('shipment_id').notNullable().references('shipments.id').index();
    table.bigInteger('at').notNullable();
    table.text('entry').notNullable();
    table.text('answer').notNullable();
  });
}

/** What happened to a shipment: scans, and what people decided. A row never changes. */
async function createShipmentEvents(knex: Knex): Promise<void> {
  await knex.schema.createTable('shipment_events', (table) => {
    table.text('id').primary();
    table.text('shipment_id').notNullable().references('shipments.id');
    table.text('code').notNullable();
    table.text('reason');
    table.text('effect').notNullable().checkIn(['applied', 'late', 'repeated', 'not_possible']);
    table.text('state').notNullable();
    table.text('actor').notNullable();
    table.text('device');
    table.bigInteger('occurred_at').notNullable();
    table.bigInteger('received_at').notNullable();
    table.index(['shipment_id', 'id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['shipment_events', 'shipment_checks', 'shipments', 'addresses'])
    await knex.schema.dropTable(table);
}
