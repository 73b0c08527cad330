import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('idempotency_keys', (table) => {
    // Whose key it is: a shop's or a person's id.
    table.text('owner').notNullable();
    table.text('key').notNullable();
    table.text('fingerprint').notNullable();
    // What the write is about, so that erasing that erases the kept answer too.
    table.text('subject').notNullable().index();
    table.text('result').notNullable();
    table.bigInteger('created_at').notNullable().index();
    table.primary(['owner', 'key']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('idempotency_keys');
}
