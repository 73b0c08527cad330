import { everythingIn } from '../support/everything-in';
import { heldToConfirm, heldToFix, pathOf, scanned } from '../support/held-and-released';
import { addresses, anOrder, type ShownCorrection } from '../support/shipments-service';
import { onStage, type Stage } from '../support/shipments-stage';

const secret = {
  customerReference: 'klant-geheim-93',
  recipient: { name: 'Wilhelmina Onbekend', email: 'w@geheim.example', phone: '06-98765432' },
  driverNote: 'Sleutel onder de mat',
};
/**
 * Whatever was told of a customer, in any part; a reference is the shop's own, and stands in lists.
 * Digits count where they begin a word: within a time or a hash they come by chance.
 */
const told = /wilhelmina|geheim|98765432|sleutel|lindelaan|kerkstraat|\b8951|\b8962|zilverwaard|klant belt/i;

onStage('what is told of a customer', (stage) => {
  beforeAll(() => wholeLife(stage));

  it('is never logged, nor counted', async () => {
    expect(stage.service.logged.length).toBeGreaterThan(10);
    expect(JSON.stringify(stage.service.logged)).not.toMatch(told);
    expect(await stage.service.metrics.registry.metrics()).not.toMatch(told);
  });

  it('is kept without the name that the shop has for the customer', async () => {
    const kept = JSON.stringify(await everythingIn(stage.database));
    expect(kept).toContain('Wilhelmina');
    expect(kept).not.toContain(secret.customerReference);
  });

  it('stands nowhere in the audit log, and on nothing that another shop may see', async () => {
    const { audit_entries: audited = [] } = await everythingIn(stage.database);
    expect(audited.length).toBeGreaterThan(8);
    expect(JSON.stringify(audited)).not.toMatch(told);
    const others = await stage.service.read('stranger', '/v1/shipments');
    expect(others.body.shipments).toEqual([]);
  });

  it('is not logged by a write that breaks, whose statement holds it all', async () => {
    await stage.database.schema.renameTable('shipment_events', 'away');
    try {
      const broken = await stage.service.write('owner', '/v1/shipments', { body: anOrder(secret) });
      expect([broken.status, JSON.stringify(broken.body)]).toEqual([500, expect.not.stringMatching(told)]);
    } finally {
      await stage.database.schema.renameTable('away', 'shipment_events');
    }
    expect(stage.service.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(JSON.stringify(stage.service.logged)).not.toMatch(told);
  });
});

/** Everything that can be done with shipments, rightly and wrongly. */
async function wholeLife(stage: Stage): Promise<void> {
  const { service } = stage;
  const fix = await heldToFix(stage, secret);
  const proposal = { body: { address: addresses.mixedAgain }, etag: fix.etag };
  const blocked = await service.write<ShownCorrection>('owner', pathOf(fix, '/corrections'), proposal);
  const path = pathOf(fix, `/corrections/${blocked.body.id}/approve`);
  const approved = { body: { address: addresses.right }, etag: blocked.etag };
  expect((await service.write<ShownCorrection>('agent', path, approved)).body.state).toBe('applied');
  await scanned(stage, fix, 'on_board', { code: 'EMH', reason: 'verhuisd' });
  const confirm = await heldToConfirm(stage, secret);
  const release = { body: { addressConfirmed: true }, etag: confirm.etag };
  const { etag } = await service.write('owner', pathOf(confirm, '/release'), release);
  const hold = { body: { reason: 'Klant belt: verhuisd' }, etag };
  await service.write('agent', pathOf(confirm, '/hold'), hold);
  await service.patch('owner', pathOf(confirm), { body: secret, etag });
  await service.write('owner', pathOf(confirm, '/cancel'), { body: secret, etag });
  await service.write('owner', '/v1/shipments', { body: { ...anOrder(secret), depot: 'NIX' } });
  await service.read('owner', '/v1/shipments?reference=Wilhelmina');
  await service.read('agent', pathOf(fix, '/known-addresses'));
}
