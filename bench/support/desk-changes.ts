import { SESSION_COOKIE, FORM_TOKEN, formTokenOf } from '../../src/http/pages';
import { type Ask, askService } from '../../test/support/ask-service';
import { propose } from '../../test/support/fleet/redirect';
import { hers } from '../../test/support/story/stage';
import type { AtDesk } from './desk-floor';

/** A case that agents work on in turn. */
export interface WorkedOn {
  shipmentId: string;
  /** Who takes it, and whom it is handed to. */
  hands: readonly [AtDesk, AtDesk];
}

export interface Changing {
  url: string;
  /** By which corrections are proposed over the API. */
  bearer: string;
}

/** What agents do with a case in turn; after the last, the first can be done again. */
export const STEPS = ['taken', 'proposed', 'handed over', 'given back'] as const;

/**
 * Does the next thing that is done with a case.
 * @throws Error where it is answered otherwise than it should
 */
export async function change(on: Changing, of: WorkedOn, step: (typeof STEPS)[number]): Promise<void> {
  const [first, second] = of.hands;
  if (step === 'taken') return send(on, first, `${of.shipmentId}/take`, {});
  if (step === 'proposed') return proposeMixed(on, of);
  const [from, to] = step === 'handed over' ? [first, second.caller.personId] : [second, ''];
  return send(on, from, `${of.shipmentId}/hand-over`, { from: from.caller.personId, to });
}

async function proposeMixed({ url, bearer }: Changing, { shipmentId }: WorkedOn): Promise<void> {
  const ask: Ask = (request) => askService(url, request);
  if ((await propose({ ask, bearer }, shipmentId, hers.mixedAgain)) === null)
    throw new Error('A correction could not be proposed');
}

async function send(
  { url }: Changing,
  { sessionToken }: AtDesk,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<void> {
  const answer = await fetch(`${url}/desk/cases/${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `${SESSION_COOKIE}=${sessionToken}`, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ [FORM_TOKEN]: formTokenOf(sessionToken), ...form }),
  });
  if (answer.status !== 303) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
}
