import type { Knex } from 'knex';

/** Which agent has taken which shipment's case. A row whose case is done says nothing, and is written over by the next. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('taken_cases', (table) => {
    table.text('shipment_id').primary().references('shipments.id');
    table.text('person_id').notNullable().references('people.id');
    table.bigInteger('taken_at').notNullable();
  });
  // The queue asks for all that is open, which is little of all that ever was.
  await knex.raw(
    "CREATE INDEX corrections_open ON corrections (shipment_id) WHERE state IN ('proposed', 'blocked', 'refused')",
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX corrections_open');
  await knex.schema.dropTable('taken_cases');
}
