import fc from 'fast-check';
import type { Database } from '../../../src/database/open-database';
import { onEveryDatabaseTogether } from '../../support/databases';
import { writtenIn } from '../../support/everything-in';
import { type ListRow, listOf, sendList } from '../../support/route-lists';
import { type RoutesService, startRoutes } from '../../support/routes-service';

const PARCELS = 6;

/** A list of two or three routes, each of some of the parcels; what stands twice in a route is refused there. */
const anyList = fc.array(
  fc.record({
    reference: fc.constantFrom('R-1', 'R-2', 'R-3'),
    sequence: fc.integer({ min: 1, max: 4 }),
    parcel: fc.integer({ min: 0, max: PARCELS - 1 }),
    driver: fc.constantFrom('Jelle', 'Sietske'),
  }),
  { minLength: 1, maxLength: 8 },
);

onEveryDatabaseTogether('lists of routes, however often they are run', (databases) => {
  let service: RoutesService;
  let database: Database;
  let parcels: string[];
  beforeAll(async () => {
    database = await databases.open();
    service = await startRoutes(database);
    parcels = [];
    for (let nth = 0; nth < PARCELS; nth += 1) parcels.push((await service.parcel()).id);
  });
  afterAll(() => service.close());

  it('have each parcel on one route at most, a feed without gaps, and change nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyList, async (rows) => {
        const list = listOf(
          rows.map(({ parcel, ...row }): ListRow => ({ ...row, shipment: parcels[parcel]! })),
        );
        const first = await sendList({ service }, list);
        const before = await writtenIn(database);
        const again = await sendList({ service }, list);
        expect(again.map(({ reference, outcome }) => [reference, outcome])).toEqual(
          first.map(({ reference, outcome }) => [reference, outcome === 'refused' ? 'refused' : 'unchanged']),
        );
        expect(await writtenIn(database)).toEqual(before);
        await holdsTogether();
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  /** What must hold whatever was planned. */
  async function holdsTogether(): Promise<void> {
    const placed: string[] = await database('stop_shipments').pluck('shipment_id');
    expect(new Set(placed).size).toBe(placed.length);
    for (const { id, version } of await database<{ id: string; version: number }>('routes').select()) {
      const seqs: number[] = await database('route_changes')
        .where({ route_id: id })
        .orderBy('seq')
        .pluck('seq');
      expect(seqs).toEqual(Array.from({ length: version }, (_, index) => index + 1));
      const ranks: number[] = await database('stops').where({ route_id: id }).orderBy('rank').pluck('rank');
      expect(new Set(ranks).size).toBe(ranks.length);
    }
  }
});
