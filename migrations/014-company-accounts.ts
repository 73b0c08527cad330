import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('company_accounts', (table) => {
    table.text('person_id').primary().references('people.id');
    // In lower case; by it somebody is known until they first sign on, from then on by issuer and subject.
    table.text('email').unique();
    table.text('issuer');
    table.text('subject');
    table.bigInteger('linked_at').notNullable();
    table.unique(['issuer', 'subject']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('company_accounts');
}
