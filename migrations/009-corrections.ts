import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('corrections', (table) => {
    table.text('id').primary();
    table.text('shipment_id').notNullable().references('shipments.id');
    table.integer('version').notNullable();
    table.text('state').notNullable();
    table.text('source').notNullable().checkIn(['agent', 'shop', 'customer', 'email']);
    table.text('proposed_by').notNullable();
    table.text('entry').notNullable();
    table.text('answer');
    // The address that was approved; null until then.
    table.text('address');
    table.text('reason');
    table.text('decided_by');
    // How the shipment was before it was applied, so that it can be undone.
    table.text('prior');
    // How it is carried out where the parcel was on a route, or is to go another day.
    table.text('plan');
    table.text('superseded_by');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.index(['shipment_id', 'id']);
  });
  // Exactly one is in effect, whatever the code may do.
  await knex.raw(
    "CREATE UNIQUE INDEX corrections_in_effect ON corrections (shipment_id) WHERE state IN ('approved', 'pushed', 'acknowledged', 'applied')",
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('corrections');
}
