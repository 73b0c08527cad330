import type { ShopCaller } from '../http/caller';
import { type Endpoint, endpoint } from '../http/endpoint';
import type { Language } from '../http/language';
import { Problem } from '../http/problem';
import { countPostcodes, type Enumeration } from '../http/enumeration';
import { formatPostcode } from '../register/names/postcode';
import type { z } from 'zod';
import type { AddressChecker } from './address-checker';
import type { AddressCheckAnswer } from './answer';
import type { CheckMemory } from './check-memory-worker';
import { checkExamples, checkResponses } from './checks-examples';
import { addressCheck, addressCheckRequest } from './checks-schemas';
import { readEntry } from './entry';
import { type History, namesHistory, type ReadHistory } from './history';
import { keepCheck } from './keep-check';
import { knownTogether } from './known-together';

export interface ChecksDependencies {
  checker: AddressChecker;
  checkMemory: CheckMemory;
  readHistory: ReadHistory;
  clock: { nowMs(): number };
  enumeration: Enumeration;
}

type Request = z.output<typeof addressCheckRequest>;

/** Judges one address at a time. */
export function checksEndpoints(dependencies: ChecksDependencies): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/address-checks',
      operationId: 'checkAddress',
      summary: 'Does this address exist, and is it the one meant?',
      description:
        'Always 200 for a judgement: whatever a shopper can type is judged. `verdict` says what to do: deliver, ask, or ' +
        'offer the candidates. Give up after 800 ms and let the order through unchecked: an outage is not a verdict.',
      tags: ['checks'],
      scopes: ['checks'],
      request: { body: addressCheckRequest, examples: checkExamples },
      responses: { 200: { description: 'The judgement', schema: addressCheck, examples: checkResponses } },
      problems: ['forbidden'],
      handle: ({ body }, context) => {
        const { caller, language } = context;
        refuseCustomerReference(body, caller);
        if (caller.kind === 'publishable') return judgeForPage(dependencies, body, context);
        // Only an entry that names what happened before waits for the database; the others are answered at once.
        // What a test key learns is of no customer.
        if (caller.test || !namesHistory(body)) return judge(dependencies, body, caller, { language });
        return dependencies
          .readHistory(caller.shopId, body)
          .then((history) => judge(dependencies, body, caller, { language, history }));
      },
    }),
  ];
}

interface Beside {
  language: Language;
  history?: History;
}

function judge(
  { checker, checkMemory, clock }: ChecksDependencies,
  body: Request,
  caller: ShopCaller,
  { language, history }: Beside,
) {
  const { address } = body;
  const knownAddresses = knownOf(body, history);
  const checked = checker({
    ...{ address, knownAddresses, language },
    previous: history?.previous,
    isTest: caller.test,
  });
  keepCheck(checkMemory, caller, checked, { address, nowMs: clock.nowMs() });
  if (history === undefined || history.notConsidered.length === 0) return checked.answer;
  return { ...checked.answer, notConsidered: history.notConsidered };
}

function knownOf({ knownAddresses }: Request, history: History | undefined) {
  if (history === undefined || history.known.length === 0) return knownAddresses;
  return knownTogether(knownAddresses ?? [], history.known);
}

/** A page's key learns of so many postcodes an hour, whether it typed them or was told them. */
function judgeForPage(
  dependencies: ChecksDependencies,
  body: Request,
  context: { caller: ShopCaller; clientAddress: string; language: Language },
) {
  const answer = judge(dependencies, body, context.caller, context);
  const { postcode: typed } = readEntry(body.address);
  const told = typed === null ? [] : [formatPostcode(typed)];
  countPostcodes(dependencies.enumeration, context, [...told, ...postcodesIn(answer)]);
  return answer;
}

function postcodesIn({ address, candidates }: AddressCheckAnswer): string[] {
  return [address, ...candidates.map((candidate) => candidate.address)].flatMap((one) => one?.postcode ?? []);
}

/** A browser's key must not tell one customer's history to another. */
function refuseCustomerReference({ customerReference }: Request, caller: ShopCaller): void {
  if (!namesHistory({ customerReference }) || caller.kind === 'secret') return;
  throw new Problem('forbidden', {
    detail: {
      nl: 'customerReference kan alleen met een geheime sleutel, vanaf uw server.',
      en: 'customerReference needs a secret key, from your server.',
    },
  });
}
