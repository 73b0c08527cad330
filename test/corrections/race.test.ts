import { IN_EFFECT } from '../../src/corrections/states';
import {
  type CorrectionAnswer,
  type CorrectionsService,
  startCorrections,
} from '../support/corrections-service';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShownCorrection, type ShownShipment } from '../support/shipments-service';

const { old, right, noSuchNumber } = addresses;
/** Of each race; a hundred in all. */
const ROUNDS = 25;

/** Two at once, whoever is first. */
type Round = (service: CorrectionsService) => Promise<{ shipment: ShownShipment; both: CorrectionAnswer[] }>;

async function proposed(service: CorrectionsService) {
  const shipment = await service.ordered();
  const { body } = await service.propose('owner', shipment.id, { address: noSuchNumber });
  return { shipment, correction: body };
}

const approveBoth: Round = async (service) => {
  const { shipment, correction } = await proposed(service);
  const approve = (who: 'agent' | 'supervisor', address: object) =>
    service.decide(who, correction, 'approve', { body: { address } });
  return { shipment, both: await Promise.all([approve('agent', right), approve('supervisor', old)]) };
};

const proposeBoth: Round = async (service) => {
  const shipment = await service.ordered();
  const propose = (who: 'owner' | 'agent', address: object) =>
    service.propose(who, shipment.id, { address }, { etag: '"v1"' });
  return { shipment, both: await Promise.all([propose('owner', right), propose('agent', old)]) };
};

const proposeWhileApproving: Round = async (service) => {
  const { shipment, correction } = await proposed(service);
  const approve = service.decide('agent', correction, 'approve', { body: {} });
  const propose = service.propose('owner', shipment.id, { address: right }, { etag: '"v1"' });
  return { shipment, both: await Promise.all([approve, propose]) };
};

const undoWhileProposing: Round = async (service) => {
  const shipment = await service.ordered();
  const { body: applied } = await service.propose('owner', shipment.id, { address: right });
  const undo = service.decide('agent', applied, 'withdraw');
  const propose = service.propose('owner', shipment.id, { address: old }, { etag: '"v2"' });
  return { shipment, both: await Promise.all([undo, propose]) };
};

onEveryDatabase('of two people who are at one shipment at once', (databases) => {
  let service: CorrectionsService;
  beforeEach(async () => (service = await startCorrections(await databases.open())));
  afterEach(() => service.close());

  const stateOf = async (shipment: ShownShipment) => {
    const corrections = await service.read<{ corrections: ShownCorrection[] }>(
      'supervisor',
      `/v1/shipments/${shipment.id}/corrections`,
    );
    const inEffect = corrections.body.corrections.filter(({ state }) => IN_EFFECT.includes(state as never));
    return { inEffect, now: await service.shipment(shipment.id) };
  };

  it.each([
    ['both approve', approveBoth],
    ['both propose', proposeBoth],
    ['one proposes while the other approves', proposeWhileApproving],
    ['one proposes while the other undoes', undoWhileProposing],
  ])('one wins where %s, and the other is told', async (_, race) => {
    for (let round = 0; round < ROUNDS; round++) {
      const { shipment, both } = await race(service);
      const [won, lost] = both.sort((a, b) => a.status - b.status);
      expect([200, 201]).toContain(won?.status);
      expect([409, 412]).toContain(lost?.status);
      const { inEffect, now } = await stateOf(shipment);
      expect(inEffect.map(({ id }) => id)).toEqual(won?.body.state === 'applied' ? [won.body.id] : []);
      expect(now.address).toEqual(inEffect[0]?.address ?? null);
    }
  });
});
