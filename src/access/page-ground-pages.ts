import { showProblem } from '../desk/problem-pages';
import { sendAgainPage } from '../desk/send-again-pages';
import type { PageGround } from '../http/pages';
import { type SessionDependencies, sessionOf } from './session-of';
import { askToSignIn, type SignInDependencies } from './sign-in-endpoints';

type Shows = Pick<SignInDependencies, 'signOn'>;

/** What pages stand on: who is signed in, and what is shown in place of a page. */
export function createPageGround(dependencies: SessionDependencies & Shows): PageGround {
  return {
    sessionOf: (token, askedBy) => sessionOf(dependencies, token, askedBy),
    ...shownInstead(dependencies),
  };
}

/** What is shown in place of a page. */
export function shownInstead(shows: Shows): Omit<PageGround, 'sessionOf'> {
  return {
    showProblem,
    askToSignIn: (looking) => askToSignIn(shows, looking),
    // Refused, as any form of another session is; what was typed is there all the same.
    askToSendAgain: (looking) => sendAgainPage(looking, { status: 403 }),
  };
}
