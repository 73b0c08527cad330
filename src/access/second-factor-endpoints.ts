import { type Context, endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { seeOther } from '../http/pages';
import type { Reply } from '../http/reply';
import { landed } from './landing-pages';
import { refusedBy } from './refused-pages';
import { recoveryCodesPage, setUpPage } from './set-up-pages';
import { beginSecondFactor, confirmSecondFactor } from './set-up-second-factor';
import { codeForm, nextQuery } from './sign-in-schemas';
import type { SecondFactorDependencies, Somebody } from './take-code';

const page = { tags: [pagesTag], page: true, path: '/desk/second-factor' } as const;
const scopes = ['desk', 'setting-up'] as const;
const htmlPage = { description: 'A page', contentType: 'text/html; charset=utf-8' };
const ACCOUNT_PATH = '/desk/account';

type Whose = Context<typeof scopes>;

/** How somebody turns a second factor on, of their own accord or because they must. */
export function secondFactorEndpoints(dependencies: SecondFactorDependencies): Endpoint[] {
  return [showSetUp(dependencies), turnOn(dependencies)];
}

/** Whose page it is. */
export function somebody({
  caller,
  session,
  clientAddress,
}: Pick<Context<typeof scopes>, 'caller' | 'session' | 'clientAddress'>): Somebody {
  return { personId: caller.personId, name: session?.name ?? '', clientAddress };
}

function showSetUp(dependencies: SecondFactorDependencies): Endpoint {
  return endpoint({
    ...{ ...page, scopes },
    method: 'get',
    operationId: 'showSetUp',
    summary: 'Where somebody puts a second factor into their app',
    request: { query: nextQuery },
    responses: { 200: htmlPage, 303: { description: 'To the account, where one is on already' } },
    handle: ({ query: { next = ACCOUNT_PATH } }, context) =>
      showAgain(dependencies, { next, refused: null, options: {} }, context),
  });
}

function turnOn(dependencies: SecondFactorDependencies): Endpoint {
  return endpoint({
    ...{ ...page, scopes },
    method: 'post',
    operationId: 'turnOnSecondFactor',
    summary: 'Turns a second factor on, by a first code of the app',
    keepsNothing: true,
    request: { body: codeForm },
    responses: { 200: htmlPage, 303: { description: 'To the account' }, 401: htmlPage },
    handle: async ({ body: { code, next = ACCOUNT_PATH } }, context) => {
      try {
        const confirmed = await confirmSecondFactor(dependencies, { ...somebody(context), code });
        const { looking, headers } = await landed(dependencies, confirmed.token, context);
        return recoveryCodesPage({ codes: confirmed.recoveryCodes, next }, looking, { headers });
      } catch (error) {
        const { detail, options } = refusedBy(error, context);
        return showAgain(dependencies, { next, refused: detail, options }, context);
      }
    },
  });
}

interface Shown {
  next: string;
  refused: string | null;
  options: { status?: number; headers?: Readonly<Record<string, string>> };
}

async function showAgain(
  dependencies: SecondFactorDependencies,
  { next, refused, options }: Shown,
  context: Whose,
): Promise<Reply<Buffer | undefined>> {
  const setUp = await beginSecondFactor(dependencies, somebody(context));
  if (setUp === null) return seeOther(ACCOUNT_PATH);
  return setUpPage({ next, setUp, refused }, context, options);
}
