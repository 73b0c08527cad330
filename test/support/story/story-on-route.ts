import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from './caller';
import { asksDriver, looksWhatCanBeDone, mailsMixedAgain } from './desk';
import { orders } from './order';
import { delivers, redirectsAgain, redirectsOutOfReach } from './redirect';
import { setStage, type StoryPlace } from './stage';
import { expectWholeFeed, timelineInWords, timelineOf, type TimelineEvent } from './timeline';
import { leaves } from './van';

export interface StoryTold {
  shipmentId: string;
  timeline: TimelineEvent[];
  /** From the approval to the phone, where that had a line. */
  receivedMs: number;
}

/**
 * Plays the whole story over the API: an order to a mix of two addresses, a correction that is mixed the other way round, one
 * approval to the driver's phone, a promise, a later correction in its place, the delivery.
 * @throws StoryBroken at the first thing that does not go as it is told
 */
export async function playStory(
  place: StoryPlace,
  { reference, routeId }: { reference: string; routeId: string },
): Promise<StoryTold> {
  const stage = setStage(place);
  const breath = () => pause(place.breathMs);
  const parcel = await orders(stage, reference);
  await breath();
  const phone = await leaves(stage, parcel, routeId);
  try {
    const mixedAgain = await mailsMixedAgain(stage, parcel.id);
    await breath();
    await looksWhatCanBeDone(stage, mixedAgain);
    await breath();
    await asksDriver(stage, phone, parcel.id);
    await breath();
    await redirectsOutOfReach(stage, phone, mixedAgain);
    await breath();
    const { second, receivedMs } = await redirectsAgain(stage, phone, mixedAgain);
    await breath();
    await delivers(stage, phone, second);
    const entries = await expectWholeFeed(stage, phone);
    stage.tell('Klopt', `told the phone all ${entries} changes of its route, each once and in order.`);
    const timeline = await timelineOf(stage, parcel.id);
    expectTimeline(timeline);
    stage.tell('Parcel', 'what happened to it, by whom and when:', ...timelineInWords(timeline));
    return { shipmentId: parcel.id, timeline, receivedMs };
  } finally {
    phone.close();
  }
}

const HAPPENED =
  'registered released out_for_delivery asked answered pushed acknowledged pushed acknowledged delivered';

function expectTimeline(timeline: readonly TimelineEvent[]): void {
  const codes = timeline.map(({ code }) => code).join(' ');
  expectThat(codes === HAPPENED, `the timeline tells of another story: ${codes}`);
}
