import { randomUUID } from 'node:crypto';
import { anOrder } from '../shipments-service';
import { type Answered, ask, type Racecourse } from './ask';

const AT_ONCE = 50;

/**
 * Two people change one shipment at once, round after round: one must win, the other hear that someone else was first, and
 * what the winner wrote be there. Returns what was otherwise.
 */
export async function raceForOneShipment(course: Racecourse, rounds: number): Promise<string[]> {
  const wrong: string[] = [];
  const { id } = await registered(course);
  const path = `/v1/shipments/${id}`;
  for (let round = 1; round <= rounds; round += 1) {
    const notes = [`first of ${round}`, `second of ${round}`];
    const answers = await Promise.all(
      notes.map((driverNote, n) =>
        ask(course, n, { method: 'PATCH', path, version: round, body: { driverNote } }),
      ),
    );
    const { body } = await ask(course, round, { method: 'GET', path });
    const winner = answers.findIndex(({ status }) => status === 200);
    const found = `${statuses(answers)}, version ${body.version}, ${String(body.driverNote)}`;
    if (found !== `200 412, version ${round + 1}, ${String(notes[winner])}`)
      wrong.push(`round ${round}: ${found}`);
  }
  return wrong;
}

/**
 * Sends one order many times at once with one idempotency key, and then one change of it: each must be done once, and whoever
 * hears that it is done must hear of the same. Returns what was otherwise.
 */
export async function raceForOneKey(course: Racecourse, rounds: number): Promise<string[]> {
  const wrong: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const key = randomUUID();
    const order = await atOnce(course, {
      method: 'POST',
      path: '/v1/shipments',
      key,
      body: anOrder({ reference: key }),
    });
    wrong.push(...unlessOnce(`order ${round}`, order, 201));
    const id = order.find(({ status }) => status === 201)?.body.id ?? '';
    const path = `/v1/shipments/${id}`;
    const body = { driverNote: key };
    const change = await atOnce(course, { method: 'PATCH', path, key: randomUUID(), version: 1, body });
    wrong.push(...unlessOnce(`change ${round}`, change, 200));
    const { body: now } = await ask(course, round, { method: 'GET', path });
    if (now.version !== 2 || now.driverNote !== key) wrong.push(`change ${round}: version ${now.version}`);
  }
  return wrong;
}

function atOnce(course: Racecourse, asked: Parameters<typeof ask>[2]): Promise<Answered[]> {
  return Promise.all(Array.from({ length: AT_ONCE }, (_, n) => ask(course, n, asked)));
}

/** Done once: one answer that is no replay, and the others replay it or say that it is under way. */
function unlessOnce(what: string, answers: readonly Answered[], done: number): string[] {
  const successes = answers.filter(({ status }) => status === done);
  const firsts = successes.filter(({ replayed }) => !replayed);
  const ids = new Set(successes.map(({ body }) => `${body.id} ${body.version}`));
  const others = answers.filter(({ status }) => status !== done && status !== 409);
  const isOnce = firsts.length === 1 && ids.size === 1 && others.length === 0;
  return isOnce ? [] : [`${what}: ${statuses(answers)}; ${firsts.length} first answers, ${ids.size} effects`];
}

function statuses(answers: readonly Answered[]): string {
  return answers
    .map(({ status }) => status)
    .sort()
    .join(' ');
}

async function registered(course: Racecourse): Promise<Answered['body']> {
  const order = anOrder({ reference: randomUUID() });
  return (await ask(course, 0, { method: 'POST', path: '/v1/shipments', body: order })).body;
}
