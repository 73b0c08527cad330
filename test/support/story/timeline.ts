import { expectThat } from './caller';
import type { Phone } from './phone';
import { routeNow, type Stage } from './stage';
import { timeOfDay } from './words';

export interface TimelineEvent {
  code: string;
  reason: string | null;
  by: string;
  device: string | null;
  occurredAt: string;
}

/** What happened to her parcel, who did it and when. */
export async function timelineOf({ agent }: Stage, shipmentId: string): Promise<TimelineEvent[]> {
  return (await agent.get<{ events: TimelineEvent[] }>(`/v1/shipments/${shipmentId}/events`)).body.events;
}

/** A line for each of its events. */
export function timelineInWords(events: readonly TimelineEvent[]): string[] {
  return events.map(({ code, reason, by, occurredAt }) => {
    // Which correction it was is an id, and no news.
    const why = reason === null || reason.startsWith('cor_') ? '' : ` "${reason}"`;
    return `${timeOfDay(occurredAt)}  ${by.padEnd(9)}${code.replaceAll('_', ' ')}${why}`;
  });
}

/** The phone was told everything that happened on its route: once, in order, whatever line it had. */
export async function expectWholeFeed(stage: Stage, phone: Phone): Promise<number> {
  const { version } = await routeNow(stage, phone.routeId);
  await phone.until(({ seq }) => seq === version);
  const seqs = phone.entries.map(({ seq }) => seq);
  expectThat(
    seqs.length === version && seqs.every((seq, at) => seq === at + 1),
    `the feed has gaps: ${seqs.join()}`,
  );
  return version;
}
