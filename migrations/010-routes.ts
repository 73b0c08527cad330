import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await createRoutes(knex);
  await createStops(knex);
  await createInstructions(knex);
  await createRouteChanges(knex);
  await createDevices(knex);
  await createAlerts(knex);
}

/** A driver's round of one day. Its version is the number of the latest entry of its feed. */
async function createRoutes(knex: Knex): Promise<void> {
  await knex.schema.createTable('routes', (table) => {
    table.text('id').primary();
    table.text('reference').notNullable();
    table.text('day').notNullable();
    table.text('depot').notNullable().references('depots.code');
    table.text('driver').notNullable();
    table.text('vehicle').notNullable();
    table.text('state').notNullable().checkIn(['planned', 'under_way', 'ended']);
    table.integer('version').notNullable();
    table.double('start_lat');
    table.double('start_lon');
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('ends_at').notNullable();
    // What a device did before it, and sends later, is done all the same.
    table.bigInteger('ended_at');
    // Of the plan as it was sent: the same again changes nothing.
    table.text('fingerprint').notNullable();
    // Where the device was last, which raises no version: it comes every few seconds.
    table.double('position_lat');
    table.double('position_lon');
    table.bigInteger('position_at');
    table.bigInteger('device_seen_at');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.unique(['depot', 'day', 'reference']);
    table.index(['day', 'id']);
    table.index(['state', 'id']);
  });
}

async function createStops(knex: Knex): Promise<void> {
  await knex.schema.createTable('stops', (table) => {
    table.text('id').primary();
    table.text('route_id').notNullable().references('routes.id');
    // Its place in the sequence; one that is put in between takes a number in between, and no other row changes.
    table.double('rank').notNullable();
    table.text('state').notNullable();
    table.text('street').notNullable();
    table.integer('house_number').notNullable();
    table.text('addition');
    table.text('postcode');
    table.text('city').notNullable();
    table.text('country').notNullable();
    table.double('lat');
    table.double('lon');
    table.bigInteger('service_ms').notNullable();
    table.bigInteger('window_from');
    table.bigInteger('window_until');
    table.text('window_state').checkIn(['estimated', 'promised', 'met', 'missed']);
    table.bigInteger('planned_at');
    // What the road takes from that stop; where another comes before it, it is estimated anew.
    table.bigInteger('travel_ms');
    table.text('travel_from');
    table.text('failure_reason');
    table.bigInteger('arrived_at');
    table.bigInteger('done_at');
    table.index(['route_id', 'rank']);
  });
  await knex.schema.createTable('stop_shipments', (table) => {
    table.text('stop_id').notNullable().references('stops.id').onDelete('CASCADE');
    table.text('route_id').notNullable().references('routes.id').index();
    table.text('shipment_id').notNullable().index();
    table.primary(['stop_id', 'shipment_id']);
  });
}

/** What a driver is told or asked, and what came of it. */
async function createInstructions(knex: Knex): Promise<void> {
  await knex.schema.createTable('instructions', (table) => {
    table.text('id').primary();
    table.text('route_id').notNullable().references('routes.id');
    // The entry of the feed that carries it.
    table.integer('seq').notNullable();
    table.text('kind').notNullable().checkIn(['redirect', 'take_back', 'question']);
    table.text('state').notNullable();
    table.text('shipment_id').index();
    table.text('correction_id').index();
    table.text('stop_id');
    // A question, and its answer.
    table.text('text');
    table.text('answer');
    // Why it was refused.
    table.text('reason');
    // How the parcel was placed before, so that it can be undone.
    table.text('before');
    table.text('actor').notNullable();
    table.bigInteger('pushed_at').notNullable();
    table.bigInteger('received_at');
    // By the device's clock.
    table.bigInteger('answered_at');
    table.bigInteger('closed_at');
    table.index(['route_id', 'state']);
  });
  await knex.raw("CREATE INDEX instructions_waiting ON instructions (pushed_at) WHERE state = 'pushed'");
}

/** The feed of a route: gapless, in the order of commits. A row never changes. */
async function createRouteChanges(knex: Knex): Promise<void> {
  await knex.schema.createTable('route_changes', (table) => {
    table.text('route_id').notNullable().references('routes.id');
    table.integer('seq').notNullable();
    table.bigInteger('at').notNullable();
    table.text('kind').notNullable();
    table.text('instruction_id');
    table.text('content').notNullable();
    table.primary(['route_id', 'seq']);
  });
}

/** Tokens of drivers' devices, each for one route, and what the devices have sent. */
async function createDevices(knex: Knex): Promise<void> {
  await knex.schema.createTable('device_tokens', (table) => {
    table.text('id').primary();
    table.text('route_id').notNullable().references('routes.id').index();
    table.text('prefix').notNullable();
    table.text('hash').notNullable().unique();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.bigInteger('last_used_at');
    table.bigInteger('revoked_at');
    // As that of api_keys.
    table.bigInteger('version').notNullable().index();
  });
  await knex('change_markers').insert({ name: 'device_tokens', version: 0 });
  await knex.schema.createTable('device_events', (table) => {
    table.text('device_id').notNullable().references('device_tokens.id');
    // The device's own count: sent again, it is not done again.
    table.integer('device_seq').notNullable();
    table.text('route_id').notNullable().references('routes.id').index();
    table.text('kind').notNullable();
    table.text('subject');
    table.text('effect').notNullable().checkIn(['applied', 'late', 'not_possible']);
    table.bigInteger('occurred_at').notNullable();
    table.bigInteger('received_at').notNullable();
    table.primary(['device_id', 'device_seq']);
  });
}

/** What an agent must look at now. */
async function createAlerts(knex: Knex): Promise<void> {
  await knex.schema.createTable('alerts', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('depot').references('depots.code');
    // The instruction, stop, correction or route that it is about.
    table.text('subject').notNullable();
    table.text('route_id');
    table.text('shipment_id');
    table.text('correction_id');
    table.bigInteger('raised_at').notNullable();
    table.bigInteger('closed_at');
    // `system` where it was over by itself: then it may come again. What someone has looked at does not.
    table.text('closed_by');
    table.index(['closed_at', 'depot', 'id']);
    table.index(['subject']);
  });
  // However many replicas look, one alert of a thing.
  await knex.raw('CREATE UNIQUE INDEX alerts_open ON alerts (kind, subject) WHERE closed_at IS NULL');
}

export async function down(knex: Knex): Promise<void> {
  await knex('change_markers').where({ name: 'device_tokens' }).delete();
  for (const table of [
    'alerts',
    'device_events',
    'device_tokens',
    'route_changes',
    'instructions',
    'stop_shipments',
    'stops',
    'routes',
  ])
    await knex.schema.dropTable(table);
}
