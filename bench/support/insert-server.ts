import express from 'express';
import { openDatabase } from '../../src/database/open-database';
import { newId } from '../../src/ids';
import { serveForParent } from './report-to-parent';

const [url = ''] = process.argv.slice(2);

/** What registering a shipment is compared with: the order as it came, as one row. */
async function main(): Promise<void> {
  const database = await openDatabase(url);
  await database.schema.createTable('bench_orders', (table) => {
    table.text('id').primary();
    table.text('reference').notNullable();
    table.text('body').notNullable();
    table.bigInteger('created_at').notNullable();
  });
  const app = express();
  app.post('/v1/orders', express.json(), async (request, response) => {
    const order = request.body as { reference: string };
    const nowMs = Date.now();
    const row = { id: newId('snd', nowMs), reference: order.reference, created_at: nowMs };
    await database('bench_orders').insert({ ...row, body: JSON.stringify(order) });
    response.status(201).json({ id: row.id, ...order });
  });
  serveForParent(app, '/v1/orders');
}

void main();
