import { applyInsertion, type ChangedStops } from '../../src/routes/planning/apply-insertion';
import { estimateTimes } from '../../src/routes/planning/estimate';
import type { Insertion } from '../../src/routes/planning/insertion';
import type { InsertionQuestion } from '../../src/routes/planning/cheapest-place';
import { insertStop } from '../../src/routes/planning/insert-stop';
import { itineraryOf, stopOf } from '../../src/routes/planning/itinerary';
import { putBack } from '../../src/routes/planning/put-back';
import { anyQuestion } from './any-route';
import { naiveInsertion, type NaiveAnswer } from './naive-insertion';

export type Outcome = 'placed' | 'joined' | 'without place' | 'broke by leave' | 'refused';

/**
 * Asks for the cheapest place on a random route and holds the answer against trying every place from scratch: throws where
 * another was better, a promise was broken unasked, a locked stop was passed, or doing and undoing does not give the
 * same sequence again.
 */
export function judgeInsertion(seed: number): Outcome {
  const question = anyQuestion(seed);
  const naive = naiveInsertion(question);
  const { insertion, refusal } = insertStop(question);
  const must = mustOf(seed);
  if (insertion === null) {
    if (question.to.place !== null)
      must(naive.best === null, `refused (${refusal}), though there is a place`);
    return 'refused';
  }
  judgeApplied(question, insertion, naive, must);
  if (insertion.joinsStopId !== null) return 'joined';
  if (question.to.place === null) return 'without place';
  judgePlace(question, insertion, naive, must);
  return insertion.exceedsShift || insertion.moves.some(({ breaks }) => breaks) ? 'broke by leave' : 'placed';
}

type Must = (holds: boolean, what: string) => void;

function mustOf(seed: number): Must {
  return (holds, what) => {
    if (!holds) throw new Error(`Route ${seed}: ${what}.`);
  };
}

function judgePlace(question: InsertionQuestion, insertion: Insertion, naive: NaiveAnswer, must: Must): void {
  const { best } = naive;
  must(best !== null, 'placed where every place breaks something');
  must(best?.estimate.endMs === insertion.endMs, 'another place ends earlier');
  must(best?.index === insertion.stopsBefore, 'another place is as cheap and delays less, or comes earlier');
  must(best?.arriveMs === insertion.arriveMs, 'the arrival is not that of an estimate from scratch');
  if (question.mayBreakPromises) return;
  must(
    best?.breaks === false && !insertion.moves.some(({ breaks }) => breaks),
    'a promise is broken unasked',
  );
  must(best?.exceeds === false && !insertion.exceedsShift, 'the shift is exceeded unasked');
}

function judgeApplied(
  question: InsertionQuestion,
  insertion: Insertion,
  naive: NaiveAnswer,
  must: Must,
): void {
  const { route, nowMs, travelMs, shipmentId } = question;
  const redirection = { shipmentId, to: question.to, at: insertion, newStopId: 'new', window: null };
  const after = applyInsertion(route, redirection, travelMs);
  const old = stopOf(route.stops, shipmentId);
  must(isAscending(after.stops.map(({ rank }) => rank)), 'the ranks do not ascend');
  must(stopOf(after.stops, shipmentId)?.id === after.stopId, 'the parcel is not at its new stop');
  const isLeftBehind = old?.state === 'arrived' && !after.stops.some(({ id }) => id === old.id);
  if (!isLeftBehind) {
    const { arrivals, endMs } = estimateTimes({ ...route, stops: after.stops }, nowMs, travelMs);
    must(endMs === insertion.endMs, 'the end is another once it is done');
    must(
      (arrivals.get(after.stopId ?? '') ?? null) === insertion.arriveMs,
      'the arrival is another once it is done',
    );
  }
  const order = itineraryOf(after.stops);
  const index = order.findIndex(({ id }) => id === after.stopId);
  const passed = [...naive.before.arrivals.keys()].slice(0, naive.locked);
  must(
    order.slice(index + 1).every(({ id }) => !passed.includes(id)),
    'it comes before a locked stop',
  );
  judgeUndone(question, after, must);
}

function judgeUndone(
  { route, nowMs, travelMs, shipmentId }: InsertionQuestion,
  after: ChangedStops,
  must: Must,
): void {
  if (after.before === null) return;
  const changed = { ...route, stops: after.stops };
  const back = putBack(
    changed,
    { shipmentId, before: after.before, changedAtMs: nowMs, newStopId: 'again' },
    { nowMs, travelMs },
  );
  must(isAscending(back.stops.map(({ rank }) => rank)), 'the ranks do not ascend once it is undone');
  must(stopOf(back.stops, shipmentId)?.id === back.stopId, 'the parcel is not back');
  const wasDone = after.before.stop.doneAtMs !== null;
  if (!wasDone) must(sequence(back.stops) === sequence(route.stops), 'undone, the sequence is another');
}

function isAscending(ranks: readonly number[]): boolean {
  return ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? 0));
}

/** The stops, what is handed over there, and how far each has come. */
function sequence(stops: InsertionQuestion['route']['stops']): string {
  return stops
    .map(({ id, state, shipmentIds }) => `${id} ${state} ${[...shipmentIds].sort().join('+')}`)
    .join(', ');
}
