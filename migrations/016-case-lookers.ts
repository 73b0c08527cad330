import type { Knex } from 'knex';

/** Who looks at which shipment's case now, a row for each page that is open. It says nothing once its time is over. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('case_lookers', (table) => {
    table.text('id').primary();
    table.text('shipment_id').notNullable().references('shipments.id').index();
    table.text('person_id').notNullable().references('people.id');
    table.bigInteger('looks_until').notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('case_lookers');
}
