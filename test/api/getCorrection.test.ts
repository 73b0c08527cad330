import { itIsShownToItsOwnOnly } from '../support/corrections-checklist';
import { type CorrectionsService, startCorrections } from '../support/corrections-service';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShownCorrection } from '../support/shipments-service';

onEveryDatabase('getCorrection', (databases) => {
  let service: CorrectionsService;
  beforeEach(async () => (service = await startCorrections(await databases.open())));
  afterEach(() => service.close());

  const proposed = async (who: 'owner' | 'agent' = 'owner') => {
    const { id } = await service.ordered();
    return service.propose(who, id, { address: addresses.mixedAgain });
  };
  const pathOf = ({ shipmentId, id }: ShownCorrection) =>
    `/v1/shipments/${String(shipmentId)}/corrections/${id}`;

  it('shows a correction as it was answered, with its ETag', async () => {
    const { body, etag } = await proposed();
    for (const who of ['owner', 'agent', 'supervisor'] as const) {
      const shown = await service.read<ShownCorrection>(who, pathOf(body));
      expect([shown.status, shown.body, shown.etag]).toEqual([200, body, etag]);
    }
  });

  it('tells of who did what only on which side', async () => {
    const { body } = await proposed('agent');
    const approved = await service.decide('agent', body, 'approve', { body: { address: addresses.right } });
    const answer = await service.ask(pathOf(approved.body));
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ proposedBy: 'carrier', decidedBy: 'carrier' });
    expect(text).not.toMatch(/per_|key_|tok_/);
  });

  it('speaks the language of the reader', async () => {
    const { body } = await proposed();
    const told = async (language: string) => {
      const shown = await service.ask(pathOf(body), { headers: { 'accept-language': language } });
      const { check } = (await shown.json()) as { check: { reasons: { message: string }[] } };
      return check.reasons[0]?.message;
    };
    expect(await told('nl')).toBe('De postcode en de straat horen niet bij elkaar.');
    expect(await told('en')).toBe('The postcode and the street do not belong together.');
  });

  it('does not know one that is not there, or of another shipment', async () => {
    const { body } = await proposed();
    const other = await service.ordered();
    for (const path of [
      pathOf({ ...body, id: 'cor_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
      pathOf({ ...body, shipmentId: other.id }),
      pathOf({ ...body, shipmentId: 'snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
    ])
      expect((await service.read('owner', path)).status).toBe(404);
  });

  itIsShownToItsOwnOnly(
    () => service,
    async () => pathOf((await proposed()).body),
  );
});
