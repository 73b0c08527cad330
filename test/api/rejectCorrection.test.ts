import { itKeepsToTheChecklist } from '../support/corrections-checklist';
import { type CorrectionsService, startCorrections } from '../support/corrections-service';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShownCorrection } from '../support/shipments-service';

const { right, mixedAgain, noSuchNumber } = addresses;
const reason = 'Gebeld: het eerste adres klopt toch';

onEveryDatabase('rejectCorrection', (databases) => {
  let service: CorrectionsService;
  beforeEach(async () => (service = await startCorrections(await databases.open())));
  afterEach(() => service.close());

  const proposed = async (address: object): Promise<ShownCorrection> => {
    const { id } = await service.ordered();
    return (await service.propose('owner', id, { address })).body;
  };
  const reject = (correction: ShownCorrection, body: object = { reason }) =>
    service.decide('agent', correction, 'reject', { body });

  it.each([
    ['open', noSuchNumber],
    ['blocked', mixedAgain],
  ])('turns down what is %s, with a reason that is kept and shown', async (_, address) => {
    const correction = await proposed(address);
    const { status, body, etag } = await reject(correction);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'rejected', reason, address: null, decidedBy: 'carrier' });
    expect(etag).toBe(`"v${body.version}"`);
    expect(await service.correction(correction)).toEqual(body);
    expect((await service.shipment(String(correction.shipmentId))).state).toBe('held');
  });

  it('is for what is still to be decided', async () => {
    const { body: applied } = await service.propose('owner', (await service.ordered()).id, {
      address: right,
    });
    const { status, body } = await reject(applied);
    expect([status, body.detail]).toEqual([409, 'De correctie is doorgevoerd; daarom kan dit niet meer.']);
    const { body: rejected } = await reject(await proposed(noSuchNumber));
    expect((await reject(rejected)).body.detail).toBe('De correctie is afgewezen; daarom kan dit niet meer.');
  });

  it('needs a reason, and nothing else', async () => {
    const correction = await proposed(noSuchNumber);
    const codes = async (body: object) => {
      const answer = await reject(correction, body);
      return [answer.status, answer.body.errors.map(({ pointer, code }) => [pointer, code]).sort()];
    };
    expect(await codes({})).toEqual([400, [['/reason', 'required']]]);
    expect(await codes({ reason: '  ' })).toEqual([400, [['/reason', 'too_small']]]);
    expect(await codes({ reason: 'Gebeld \ud83d' })).toEqual([400, [['/reason', 'half_character']]]);
    expect(await codes({ reason: 'x'.repeat(501), address: right })).toEqual([
      ...[
        400,
        [
          ['/address', 'unknown_field'],
          ['/reason', 'too_big'],
        ],
      ],
    ]);
  });

  itKeepsToTheChecklist(() => service, {
    ...{ who: 'supervisor', without: ['owner', 'stranger'], status: 200 },
    ready: async () => {
      const { id, shipmentId, version } = await proposed(noSuchNumber);
      const path = `/v1/shipments/${String(shipmentId)}/corrections/${id}/reject`;
      return { path, body: { reason }, otherBody: { reason: 'Anders' }, version };
    },
  });
});
