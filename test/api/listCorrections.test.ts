import { itIsShownToItsOwnOnly } from '../support/corrections-checklist';
import { type CorrectionsService, startCorrections } from '../support/corrections-service';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShownCorrection } from '../support/shipments-service';

const { right, mixedAgain, noSuchNumber } = addresses;

onEveryDatabase('listCorrections', (databases) => {
  let service: CorrectionsService;
  beforeEach(async () => (service = await startCorrections(await databases.open())));
  afterEach(() => service.close());

  const list = (id: string, language = 'nl') =>
    service.ask(`/v1/shipments/${id}/corrections`, { headers: { 'accept-language': language } });
  const listed = async (id: string) =>
    ((await (await list(id)).json()) as { corrections: ShownCorrection[] }).corrections;

  it('shows all of a shipment, the newest first, as each is now', async () => {
    const [{ id }, other] = [await service.ordered(), await service.ordered()];
    await service.propose('owner', other.id, { address: right });
    expect(await listed(id)).toEqual([]);
    const entries = [noSuchNumber, mixedAgain, right];
    const made: ShownCorrection[] = [];
    for (const address of entries) made.unshift((await service.propose('owner', id, { address })).body);
    const corrections = await listed(id);
    expect(corrections.map(({ state }) => state)).toEqual(['applied', 'superseded', 'superseded']);
    expect(corrections).toEqual(await Promise.all(made.map((one) => service.correction(one))));
  });

  it('tells of who did what only on which side, in the reader’s language', async () => {
    const { id } = await service.ordered();
    await service.propose('agent', id, { address: mixedAgain });
    const [nl, en] = [await (await list(id)).text(), await (await list(id, 'en')).text()];
    expect(nl).not.toMatch(/per_|key_|tok_/);
    expect(nl).toContain('De postcode en de straat horen niet bij elkaar.');
    expect(en).toContain('The postcode and the street do not belong together.');
  });

  it('does not know a shipment that is not there', async () => {
    expect((await list('snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X')).status).toBe(404);
  });

  itIsShownToItsOwnOnly(
    () => service,
    async () => `/v1/shipments/${(await service.ordered()).id}/corrections`,
  );
});
