import fc from 'fast-check';
import { anyCheckBody } from './any-check-request';
import { authenticateChecks } from './checks-cast';
import { OpenapiContract } from './openapi-contract';
import { startApp } from './start-app';

const request = {
  title: 'any',
  method: 'POST',
  path: '/v1/address-checks',
  contentType: 'application/json',
  body: undefined,
  headers: {},
};
/** Bodies asked at once. */
const AT_ONCE = 20;

/**
 * Asks a running service this many bodies of any kind over HTTP. Throws where one is answered with 5xx, or otherwise than
 * openapi.yaml documents; gives how often each status was answered.
 */
export async function fuzzChecks(bodies: number): Promise<Map<number, number>> {
  const running = await startApp({ authenticate: authenticateChecks });
  const contract = new OpenapiContract(running);
  const statuses = new Map<number, number>();
  const ask = async (body: string, who: string) => {
    const headers = { authorization: `Bearer ${who}`, 'content-type': request.contentType };
    const answer = await running.ask(request.path, { method: 'POST', headers, body });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const errors = answer.status < 500 ? await contract.errors(request, answer) : [`${answer.status}`];
    if (errors.length > 0) throw new Error(`${JSON.stringify(errors)} to ${body}`);
  };
  const who = fc.constantFrom('owner', 'owner', 'shopfront', 'test');
  const several = fc.array(fc.tuple(anyCheckBody, who), { minLength: AT_ONCE, maxLength: AT_ONCE });
  try {
    await fc.assert(
      fc.asyncProperty(several, async (all) => {
        await Promise.all(all.map(([body, caller]) => ask(body, caller)));
      }),
      { numRuns: Math.ceil(bodies / AT_ONCE), endOnFailure: true },
    );
  } finally {
    await running.close();
  }
  return statuses;
}
