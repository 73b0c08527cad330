import type { Ask } from '../ask-service';
import { askService } from '../ask-service';
import { type Door, someDoors } from '../fleet/doors';
import {
  type Agent,
  type Approval,
  approve,
  type Case,
  type Choice,
  choiceAmong,
  propose,
  type Pushed,
  pushedBy,
  redirect,
  sameRoute,
} from '../fleet/redirect';
import { leave, sendOut, type Van } from '../fleet/send-out';
import type { Bearers } from '../issue-access';

/** One database behind one or several services, and who is let in to them. */
export interface RouteCourse {
  urls: readonly string[];
  bearers: Bearers;
  /** Every approval that was acknowledged, for whoever looks into the database afterwards. */
  pushed: Pushed[];
}

/** What a round is run on: a route under way, and two agents who each ask a service of their own where there are two. */
interface Track {
  van: Van;
  agents: readonly [Agent, Agent];
}

interface Outcome {
  wrong: string[];
  pushed: (Pushed | null)[];
}

type Round = (track: Track, n: number) => Promise<Outcome>;

const STOPS = 20;
/** Then another route: after more, what stands there of each parcel is more than there ever is. */
const ROUNDS_OF_A_ROUTE = 50;

/**
 * Two agents approve one correction at once: one pushes it, the other is told, and what can be done then. Theirs, proposed
 * then, takes its place.
 * Returns what was otherwise.
 */
export function raceForOneParcel(course: RouteCourse, rounds: number): Promise<string[]> {
  return race(course, rounds, async ({ van, agents: [first, second] }, n) => {
    const parcel = van.parcels[n % STOPS]!;
    const [to, other] = someDoors(2) as [Door, Door];
    const { of, choice } = await shown(first, parcel, to);
    const answers = await Promise.all([approve(first, of, choice), approve(second, of, choice)]);
    const again = await redirect(second, parcel, other);
    const late = again === null ? ['the other could not be approved afterwards'] : [];
    const loser = answers.find(({ ok }) => !ok);
    const unshown =
      choiceAmong(loser?.body.options) === null ? ['the other was not shown what can be done'] : [];
    const won = answers.map((answer) => pushedIf(answer, { of, choice }));
    return { wrong: [...unlessOneWon(answers), ...unshown, ...late], pushed: [...won, again] };
  });
}

/**
 * Two agents approve corrections of two parcels of one route at once, both by the same version of it: one pushes theirs, the
 * other is told what can be done now, and does that. Returns what was otherwise.
 */
export function raceForOneRoute(course: RouteCourse, rounds: number): Promise<string[]> {
  return race(course, rounds, async ({ van, agents }, n) => {
    const parcels = [van.parcels[(2 * n) % STOPS]!, van.parcels[(2 * n + 1) % STOPS]!];
    const attempts = await Promise.all(
      agents.map(async (agent, at) => ({ agent, ...(await shown(agent, parcels[at]!, someDoors(1)[0]!)) })),
    );
    const answers = await Promise.all(attempts.map(approved));
    const loser = answers.findIndex(({ ok }) => !ok);
    const choice = choiceAmong(answers[loser]?.body.options);
    const second = choice === null ? null : { ...attempts[loser]!, choice };
    const again = second === null ? null : await approved(second);
    const late = again?.ok === true ? [] : [`what the other was shown was answered ${String(again?.status)}`];
    const won = answers.map((answer, at) => pushedIf(answer, attempts[at]!));
    const pushed = [...won, again && second && pushedIf(again, second)];
    return { wrong: [...unlessOneWon(answers), ...late], pushed };
  });
}

interface Attempt {
  agent: Agent;
  of: Case;
  choice: Choice;
}

function approved({ agent, of, choice }: Attempt): Promise<Approval> {
  return approve(agent, of, choice);
}

function pushedIf(answer: Approval, { of, choice }: Omit<Attempt, 'agent'>): Pushed | null {
  return answer.ok ? pushedBy(answer, of.shipmentId, choice) : null;
}

async function race(course: RouteCourse, rounds: number, run: Round): Promise<string[]> {
  const wrong: string[] = [];
  let track: Track | undefined;
  for (let n = 0; n < rounds; n += 1) {
    if (track === undefined || n % ROUNDS_OF_A_ROUTE === 0) track = await prepared(course);
    const outcome = await run(track, n);
    wrong.push(...outcome.wrong.map((what) => `round ${n + 1}: ${what}`));
    course.pushed.push(...outcome.pushed.filter((one) => one !== null));
  }
  return wrong;
}

async function prepared({ urls, bearers }: RouteCourse): Promise<Track> {
  const asks = [0, 1].map(
    (n): Ask =>
      (asked) =>
        askService(urls[n % urls.length] ?? '', asked),
  );
  const van = await sendOut(asks[0]!, bearers, STOPS);
  await leave(asks[0]!, van);
  const [first, second] = asks.map((ask): Agent => ({ ask, bearer: bearers.agent }));
  return { van, agents: [first!, second!] };
}

/** A correction as an agent sees it, with what can be done. */
async function shown(agent: Agent, parcel: string, to: Door): Promise<{ of: Case; choice: Choice }> {
  const of = await propose(agent, parcel, to);
  const choice = of && (await sameRoute(agent, of));
  if (of === null || choice === null) throw new Error('A parcel in a van could not be corrected');
  return { of, choice };
}

function unlessOneWon(answers: readonly Approval[]): string[] {
  const [won, other] = answers.map(({ status }) => status).sort((a, b) => a - b);
  const isRight = won === 200 && other === 412;
  return isRight ? [] : [`answered ${answers.map(({ status }) => status).join(' and ')}`];
}
