import type { Answered, Ask } from '../ask-service';
import type { Door } from './doors';

/** A correction that was pushed to a driver, as its approval was answered. */
export interface Pushed {
  correctionId: string;
  shipmentId: string;
  routeId: string;
  /** The version of the route that it was chosen on. */
  routeVersion: number;
}

/** A correction that an agent decides. */
export interface Case {
  shipmentId: string;
  correctionId: string;
  version: number;
}

interface ShownCorrection {
  id: string;
  version: number;
  state: string;
  plan: { routeId: string | null } | null;
  options?: ShownOption[];
}

interface ShownOption {
  kind: string;
  allowed: boolean;
  routeId: string | null;
  routeVersion: number | null;
}

/** An option as it is chosen. */
export interface Choice {
  kind: 'same_route';
  routeId: string;
  routeVersion: number;
}

export type Approval = Answered<ShownCorrection>;

/** One of the desk, who asks. */
export interface Agent {
  ask: Ask;
  bearer: string;
}

/** Proposes another address for a parcel; null where it is past correcting. */
export async function propose(
  { ask, bearer }: Agent,
  shipmentId: string,
  address: Door,
): Promise<Case | null> {
  const path = `/v1/shipments/${shipmentId}`;
  for (;;) {
    const { etag } = await ask({ method: 'GET', path, bearer });
    const body = { address, source: 'agent' };
    const asked = { method: 'POST', path: `${path}/corrections`, bearer, etag, body } as const;
    const answer = await ask<ShownCorrection>(asked);
    if (answer.ok) return { shipmentId, correctionId: answer.body.id, version: answer.body.version };
    if (answer.status === 409) return null;
    if (answer.status !== 412) throw new Error(`A proposal was answered ${JSON.stringify(answer)}`);
  }
}

/** How a correction can be carried out on its parcel's route, as things stand; null where it cannot. */
export async function sameRoute({ ask, bearer }: Agent, of: Case): Promise<Choice | null> {
  const answer = await ask<ShownCorrection>({ method: 'GET', path: `${pathOf(of)}/options`, bearer });
  return choiceAmong(answer.body.options);
}

/** The choice among options that were shown. */
export function choiceAmong(options: readonly ShownOption[] | undefined): Choice | null {
  const shown = options?.find(({ kind }) => kind === 'same_route');
  if (shown?.allowed !== true || shown.routeId === null || shown.routeVersion === null) return null;
  return { kind: 'same_route', routeId: shown.routeId, routeVersion: shown.routeVersion };
}

export function approve({ ask, bearer }: Agent, of: Case, option: Choice): Promise<Approval> {
  const etag = `"v${of.version}"`;
  return ask({ method: 'POST', path: `${pathOf(of)}/approve`, bearer, etag, body: { option } });
}

/** Proposes and approves, by the options as they are now, until it is pushed; null where that can no longer be. */
export async function redirect(agent: Agent, shipmentId: string, address: Door): Promise<Pushed | null> {
  const proposed = await propose(agent, shipmentId, address);
  let choice = proposed && (await sameRoute(agent, proposed));
  while (proposed !== null && choice !== null) {
    const answer = await approve(agent, proposed, choice);
    if (answer.ok) return pushedBy(answer, shipmentId, choice);
    if (answer.status !== 412 && answer.status !== 409)
      throw new Error(`An approval was answered ${JSON.stringify(answer)}`);
    // With an ETag it is the correction that is no longer what it was: another took its place, or somebody else decided it.
    choice = answer.etag === '' ? choiceAmong(answer.body.options) : null;
  }
  return null;
}

export function pushedBy({ body }: Approval, shipmentId: string, choice: Choice): Pushed {
  if (body.state !== 'pushed') throw new Error(`An approval left a correction ${body.state}`);
  const { routeId, routeVersion } = choice;
  return { correctionId: body.id, shipmentId, routeId, routeVersion };
}

function pathOf({ shipmentId, correctionId }: Case): string {
  return `/v1/shipments/${shipmentId}/corrections/${correctionId}`;
}
