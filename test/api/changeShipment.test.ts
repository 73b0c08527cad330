import { type Operation, refusesBadBodies, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { isDoneOncePerKey, isRefusedOnAnotherVersion } from '../support/checklist-of-writes';
import { pathOf, ready, released, scanned } from '../support/held-and-released';
import { onStage } from '../support/shipments-stage';

const told = {
  recipient: { name: 'Vera Verhuizer', email: 'vera@example.nl', phone: '+31612345678', language: 'en' },
  depot: 'ZLV',
  promisedOn: '2026-11-26',
  driverNote: 'Bel stuk',
};

onStage('changeShipment', (stage) => {
  const changing: Operation = {
    method: 'PATCH',
    who: 'owner',
    status: 200,
    ready: () => ready(released(stage), '', { driverNote: 'Graag kloppen' }),
  };
  const change = async (body: Record<string, unknown>) => {
    const made = await released(stage, told);
    const sent = { path: pathOf(made), body, etag: made.etag };
    return { made, changed: await sendAs<typeof made.body>(stage, 'PATCH', 'owner', sent) };
  };

  it('changes what is told, and counts the change', async () => {
    const { made, changed } = await change({ recipient: { phone: '0612345678' }, promisedOn: '2026-11-27' });
    expect([changed.status, changed.etag]).toEqual([200, '"v2"']);
    expect(changed.body).toEqual({
      ...made.body,
      version: 2,
      recipient: { ...told.recipient, phone: '0612345678' },
      promisedOn: '2026-11-27',
      updatedAt: stage.clock.now().toISOString(),
    });
    expect((await stage.service.read('owner', pathOf(made))).body).toEqual(changed.body);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['nothing', {}, {}],
    ['null for a note', { driverNote: null }, { driverNote: null }],
    ['null for a depot and a day', { depot: null, promisedOn: null }, { depot: null, promisedOn: null }],
    ['nothing of the recipient', { recipient: {} }, {}],
    ['another name', { recipient: { name: 'V.' } }, { recipient: { ...told.recipient, name: 'V.' } }],
    [
      'null for email and phone',
      { recipient: { email: null, phone: null } },
      { recipient: { ...told.recipient, email: null, phone: null } },
    ],
    [
      'another language',
      { recipient: { language: 'nl' } },
      { recipient: { ...told.recipient, language: 'nl' } },
    ],
  ])('leaves what is left out, and takes away what is null: %s', async (_, body, expected) => {
    const { changed } = await change(body);
    expect(changed.body).toMatchObject({ ...told, ...expected });
  });

  it.each([{}, { recipient: {} }, { driverNote: 'Bel stuk', depot: 'zlv', recipient: told.recipient }])(
    'leaves one as it is of which nothing new is told, its version and the audit log too: %j',
    async (body) => {
      const { made, changed } = await change(body);
      expect([changed.status, changed.etag, changed.body]).toEqual([200, made.etag, made.body]);
      const audited: unknown = await stage.database('audit_entries').where({ subject: made.body.id });
      expect(audited).toMatchObject([{ action: 'shipment.registered' }]);
      const other = await sendAs(stage, 'PATCH', 'owner', { path: pathOf(made), body, etag: '"v2"' });
      expect(other.status).toBe(412);
    },
  );

  it('lets the agent of its depot change it, who may give it to another depot', async () => {
    const made = await released(stage);
    const sent = { body: { depot: 'mlh' }, etag: made.etag };
    const { status, body } = await stage.service.patch('agent', pathOf(made), sent);
    expect([status, body.depot]).toEqual([200, 'MLH']);
    expect((await stage.service.read('agent', pathOf(made))).status).toBe(404);
  });

  it('refuses a depot that is none, by its field, and changes nothing', async () => {
    const { made, changed } = await change({ depot: 'NIX', driverNote: 'Achterom' });
    expect([changed.status, changed.body.errors]).toEqual([
      400,
      [expect.objectContaining({ in: 'body', pointer: '/depot', code: 'unknown_depot' })],
    ]);
    expect((await stage.service.read('owner', pathOf(made))).body).toEqual(made.body);
  });

  it('changes nothing of one that is over', async () => {
    const made = await released(stage);
    const { etag } = await scanned(stage, made, 'on_board', 'delivered');
    const sent = { path: pathOf(made), body: { driverNote: 'Te laat' }, etag };
    const { status, body } = await sendAs(stage, 'PATCH', 'owner', sent);
    expect([status, body.detail]).toEqual([409, expect.stringMatching(/delivered/)]);
  });

  it('is no event of the parcel, but it is audited without what was told', async () => {
    const { made } = await change({ recipient: { name: 'Wilhelmina' } });
    const { body } = await stage.service.read('owner', pathOf(made, '/events'));
    expect(body.events).toHaveLength(1);
    const [, audited] = (await stage
      .database('audit_entries')
      .where({ subject: made.body.id })
      .orderBy('at')) as unknown[];
    expect(audited).toMatchObject({ actor: 'key_owner', action: 'shipment.changed' });
    expect(JSON.stringify(audited)).not.toContain('Wilhelmina');
  });

  refusesTheWrongPerson(stage, changing, {
    ...{ nobody: 401, page: 403, tester: 403, planner: 403 },
    ...{ stranger: 404, colleague: 404 },
  });

  refusesBadBodies(stage, changing, [
    ['with the address, which a correction changes', { address: {} }, [['/address', 'unknown_field']]],
    [
      'with what is its own for good',
      { reference: 'ORD', barcode: '3SABCD', state: 'released' },
      [
        ['/reference', 'unknown_field'],
        ['/barcode', 'unknown_field'],
        ['/state', 'unknown_field'],
      ],
    ],
    [
      'with null where something must be',
      { recipient: { name: null, language: null } },
      [
        ['/recipient/name', 'type'],
        ['/recipient/language', 'not_allowed'],
      ],
    ],
    [
      'with everything wrong at once',
      {
        recipient: { name: '', email: 'vera', phone: 'x', language: 'de', surname: 'V' },
        ...{ depot: '?', promisedOn: 'morgen', driverNote: 'x'.repeat(501) },
      },
      [
        ['/recipient/name', 'too_small'],
        ['/recipient/email', 'format'],
        ['/recipient/phone', 'format'],
        ['/recipient/language', 'not_allowed'],
        ['/recipient/surname', 'unknown_field'],
        ['/depot', 'format'],
        ['/promisedOn', 'format'],
        ['/driverNote', 'too_big'],
      ],
    ],
    [
      'of the wrong types',
      { recipient: [], depot: 1, promisedOn: false, driverNote: {} },
      [
        ['/recipient', 'type'],
        ['/depot', 'type'],
        ['/promisedOn', 'type'],
        ['/driverNote', 'type'],
      ],
    ],
  ]);

  isRefusedOnAnotherVersion(stage, changing);
  isDoneOncePerKey(stage, changing, { driverNote: 'Iets anders' });
});
