import { sendAgainPage } from '../desk/send-again-pages';
import type { Context } from '../http/endpoint';
import { formTokenOf, type Looking, seeOther, sessionCookie } from '../http/pages';
import type { Reply } from '../http/reply';
import { codePage } from './code-pages';
import { STAGES } from './session';
import { sessionOf } from './session-of';
import { setUpPage } from './set-up-pages';
import { beginSecondFactor } from './set-up-second-factor';
import type { Opened } from './sign-in';
import type { SecondFactorDependencies } from './take-code';

/** Whoever looks, by a session that was opened just now. */
export interface Landed {
  looking: Looking;
  headers: Readonly<Record<string, string>>;
}

/** What is shown of a new session: its header, its forms, and the cookie by which it goes on. */
export async function landed(
  dependencies: SecondFactorDependencies,
  token: string,
  { language, kept, isSecure }: Pick<Context, 'language' | 'kept' | 'isSecure'>,
): Promise<Landed> {
  const session = (await sessionOf(dependencies, token, 'person')) ?? undefined;
  const headers = { 'Set-Cookie': sessionCookie(token, { isSecure }) };
  return { looking: { language, session, kept, formToken: formTokenOf(token) }, headers };
}

/** Goes on with a new session: to what is to be shown first, to what was typed before, or to where somebody wanted to go. */
export async function land(
  dependencies: SecondFactorDependencies,
  { token, stage }: Opened,
  next: string,
  context: Pick<Context, 'language' | 'kept' | 'isSecure'>,
): Promise<Reply<Buffer | undefined>> {
  const { looking, headers } = await landed(dependencies, token, context);
  const { mustFirst } = STAGES[stage];
  if (looking.kept === undefined)
    return seeOther(mustFirst === undefined ? next : withNext(mustFirst, next), headers);
  if (stage === 'giving-code') return codePage({ next, refused: null }, looking, { headers });
  const setUp = stage === 'setting-up' ? await beginFor(dependencies, looking) : null;
  if (setUp !== null) return setUpPage({ next, setUp, refused: null }, looking, { headers });
  return sendAgainPage(looking, { headers });
}

function beginFor(dependencies: SecondFactorDependencies, { session }: Looking) {
  if (session === undefined) return null;
  return beginSecondFactor(dependencies, { personId: session.caller.personId, name: session.name });
}

function withNext(path: string, next: string): string {
  return `${path}?next=${encodeURIComponent(next)}`;
}
