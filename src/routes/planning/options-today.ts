import type { Route } from '../route';
import type { InsertionAnswer } from './insert-stop';
import type { Insertion, NoInsertion } from './insertion';
import { estimateTimes } from './estimate';
import { itineraryOf } from './itinerary';
import { isLocked, LOCKED_AHEAD_MS } from './locked';
import { allowed, insertInto, oldStop, onRoute, refused, type Option, type OptionsQuestion } from './option';

/**
 * The driver who has it delivers it at the right address on the same round. Open until 10 minutes before he would be at
 * whichever comes first, the new place or the old stop; where he is at the old stop or all but there, the parcel is still in
 * his van, and only the new place counts.
 */
export function sameRoute(question: OptionsQuestion): Option {
  const { route } = question;
  if (question.isFinal || oldStop(question)?.state === 'completed')
    return refused(question, 'same_route', 'final');
  if (isAbroad(question)) return refused(question, 'same_route', 'abroad');
  if (route === null) return refused(question, 'same_route', 'not_on_a_route');
  if (route.state === 'ended') return refused(question, 'same_route', 'route_ended');
  if (route.state === 'under_way' && !question.isOnBoard)
    return refused(question, 'same_route', 'not_on_board');
  const { insertion, refusal } = insertInto(question, route);
  if (insertion === null) return refused(question, 'same_route', refusal);
  return allowed(question, 'same_route', {
    ...onRoute(question, route, insertion),
    ...closing(question, route, insertion),
  });
}

function isAbroad({ address }: OptionsQuestion): boolean {
  return address.country !== 'NL';
}

function closing(
  question: OptionsQuestion,
  route: Route,
  { arriveMs, stopsBefore }: Insertion,
): Pick<Option, 'closesAtMs' | 'stopsAway'> {
  const old = openOldStop(question, route);
  const firstMs = Math.min(arriveMs ?? Infinity, old?.arriveMs ?? Infinity);
  return {
    closesAtMs: firstMs === Infinity ? route.endsAtMs : firstMs - LOCKED_AHEAD_MS,
    stopsAway: Math.min(stopsBefore, old?.stopsBefore ?? Infinity),
  };
}

function openOldStop(
  question: OptionsQuestion,
  route: Route,
): { arriveMs: number | null; stopsBefore: number } | null {
  const { nowMs, travelMs } = question;
  const stop = oldStop(question);
  if (stop === null) return null;
  const arriveMs = estimateTimes(route, nowMs, travelMs).arrivals.get(stop.id) ?? null;
  if (isLocked(stop, arriveMs, nowMs)) return null;
  return { arriveMs, stopsBefore: itineraryOf(route.stops).indexOf(stop) };
}

/** Another driver of the depot takes it along today, while it is not in a van yet. Open until that route starts. */
export function otherRouteToday(question: OptionsQuestion): Option {
  if (question.isFinal) return refused(question, 'other_route_today', 'final');
  if (isAbroad(question)) return refused(question, 'other_route_today', 'abroad');
  if (question.isOnBoard) return refused(question, 'other_route_today', 'on_board');
  const answers = question.others
    .filter((other) => isStillToLeave(question, other))
    .map((route) => ({ route, ...insertInto(question, route) }));
  const best = answers.sort(cheaper).find(({ insertion }) => insertion !== null);
  if (best?.insertion) {
    const { route, insertion } = best;
    return allowed(question, 'other_route_today', {
      ...onRoute(question, route, insertion),
      closesAtMs: route.startsAtMs,
      stopsAway: insertion.stopsBefore,
    });
  }
  return refused(question, 'other_route_today', mildest(answers) ?? 'no_other_route');
}

function isStillToLeave({ route, nowMs, depot }: OptionsQuestion, other: Route): boolean {
  return (
    other.id !== route?.id && other.depot === depot && other.state === 'planned' && other.startsAtMs > nowMs
  );
}

interface Asked {
  route: Route;
  insertion: Insertion | null;
}

function cheaper(one: Asked, other: Asked): number {
  const cost = ({ insertion }: Asked) => insertion?.addedMs ?? Infinity;
  const [first, second] = [cost(one), cost(other)];
  if (first !== second) return first - second;
  return one.route.startsAtMs - other.route.startsAtMs || (one.route.id < other.route.id ? -1 : 1);
}

/** Of the reasons of several routes, the one that an agent can do something about. */
function mildest(answers: readonly InsertionAnswer[]): NoInsertion | undefined {
  const reasons: readonly NoInsertion[] = ['breaks_promises', 'exceeds_shift', 'too_late'];
  return reasons.find((reason) => answers.some(({ refusal }) => refusal === reason));
}
