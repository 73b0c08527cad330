import type { ShownCorrection } from '../shipments-service';
import { approves, looksWhatCanBeDone, mailsMixedAgain } from './desk';
import { orders } from './order';
import { hers, propose, setStage, type StoryPlace } from './stage';
import { expectWholeFeed } from './timeline';
import { leaves } from './van';

/** Two approvals while the phone is away, and what it makes of both when it is back. */
export async function playsUnseen(
  place: StoryPlace,
  { reference, routeId }: { reference: string; routeId: string },
) {
  const stage = setStage(place);
  const parcel = await orders(stage, reference);
  const phone = await leaves(stage, parcel, routeId);
  try {
    const first = await mailsMixedAgain(stage, parcel.id);
    phone.lose();
    await approves(stage, first, await looksWhatCanBeDone(stage, first));
    const second = await propose(stage, parcel.id, { by: 'shop', address: hers.today, source: 'customer' });
    await approves(stage, second, await looksWhatCanBeDone(stage, second));
    const had = phone.entries.length;
    await phone.connect();
    await phone.told('redirect');
    const missed = phone.entries.slice(had);
    const redirects = missed.flatMap(({ kind, instruction }) =>
      kind === 'stops_changed' && instruction !== null ? [instruction] : [],
    );
    const taps = redirects.map(({ id }) => ({ kind: 'acknowledged', instructionId: id }));
    const effects = await phone.send(...taps);
    await expectWholeFeed(stage, phone);
    const { body } = await stage.shop.get<{ corrections: ShownCorrection[] }>(
      `/v1/shipments/${parcel.id}/corrections`,
    );
    return {
      missed: missed.map(({ kind, instruction, stops }) => [
        ...[kind, instruction?.state],
        stops.find(({ shipmentIds }) => shipmentIds.includes(parcel.id))?.address.street ?? null,
      ]),
      effects,
      corrections: body.corrections.map(({ state }) => state),
    };
  } finally {
    phone.close();
  }
}
