import { IN_EFFECT } from '../../src/corrections/states';
import {
  type CorrectionAnswer,
  type CorrectionsService,
  startCorrections,
} from '../support/corrections-service';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShownShipment } from '../support/shipments-service';

const { old, right, noSuchNumber } = addresses;
/** Of each race; a hundred in all. */
const ROUNDS = 25;

/** Two at once, whoever is first. */
type Round = (service: CorrectionsService) => Promise<{ shipment: ShownShipment; both: CorrectionAnswer[] }>;

async function proposed(service: CorrectionsService) {
  const shipment = await service.ordered();
  const { body } = await service.propose('owner', shipment.id, { address: noSuchNumber }, { etag: '"v1"' });
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
  const { body: applied } = await service.propose('owner', shipment.id, { address: right }, { etag: '"v1"' });
  const undo = service.decide('agent', applied, 'withdraw');
  const propose = service.propose('owner', shipment.id, { address: old }, { etag: '"v2"' });
  return { shipment, both: await Promise.all([undo, propose]) };
};

onEveryDatabase('of two people who are at one shipment at once', (databases) => {
  let service: CorrectionsService;
  beforeEach(async () => (service = await startCorrections(await databases.open())));
  afterEach(() => service.close());

  const stateOf = async ({ id }: ShownShipment) => {
    const { database } = service;
    const inEffect = await database('corrections').where({ shipment_id: id }).whereIn('state', IN_EFFECT);
    const [now] = await database('shipments').where({ id });
    const [address] = await database('addresses').where({ id: now.address_id ?? '' });
    return { inEffect: inEffect as { id: string; address: string }[], address };
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
      const { inEffect, address } = await stateOf(shipment);
      expect(inEffect.map(({ id }) => id)).toEqual(won?.body.state === 'applied' ? [won.body.id] : []);
      expect(address?.street).toBe(inEffect[0] && JSON.parse(inEffect[0].address).street);
    }
  });
});
