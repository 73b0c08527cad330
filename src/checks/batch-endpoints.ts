import { Readable } from 'node:stream';
import type { ShopCaller } from '../http/caller';
import { type Context, type Endpoint, endpoint } from '../http/endpoint';
import { Problem, problemBody } from '../http/problem';
import { streamed } from '../http/reply';
import type { Log } from '../log';
import { batchExamples, batchResponses } from './batch-examples';
import type { BatchLine } from './batch-lines';
import { addressCheckBatchLine, LONGEST_LINE_BYTES, parseBatchLine } from './batch-schemas';
import { answerBatch } from './batch-worker';
import type { ChecksDependencies } from './checks-endpoints';
import { addressCheckRequest } from './checks-schemas';
import { keepCheck } from './keep-check';

export interface BatchDependencies extends Omit<ChecksDependencies, 'clock' | 'enumeration'> {
  clock: { nowMs(): number; monotonicMs(): number };
  log: Log;
}

const NDJSON = 'application/x-ndjson';

/** Judges many addresses, a line each. */
export function batchEndpoints(dependencies: BatchDependencies): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/address-checks/batch',
      operationId: 'checkAddressBatch',
      summary: 'Check many addresses, a line each',
      description:
        'Newline-delimited JSON both ways: each line is what `POST /v1/address-checks` reads, and is answered by a line ' +
        'with its `line` and its `check`, in the same order. A line that cannot be read has a `problem` in place of ' +
        '`check` and spoils no other; blank lines are skipped. The answer begins before the request has ended: read ' +
        'while you send, for the service reads on only as its answers are taken. There is no limit to the number of ' +
        'lines; a line is at most 64 KB, and all must come in within five minutes. A batch counts as one request, needs ' +
        'a secret key, and keeps only the checks that were not accepted.',
      tags: ['checks'],
      scopes: ['checks'],
      request: { stream: NDJSON, line: addressCheckRequest, examples: batchExamples },
      responses: {
        200: {
          description: 'A line for each line that is not blank',
          schema: addressCheckBatchLine,
          contentType: NDJSON,
          examples: batchResponses,
        },
      },
      handle: ({ stream }, context) => {
        if (context.caller.kind !== 'secret') throw needsSecretKey;
        const answers = answerBatch(stream, {
          longestLineBytes: LONGEST_LINE_BYTES,
          answerTo: (line) => answerTo(line, dependencies, context),
          monotonicMs: () => dependencies.clock.monotonicMs(),
        });
        // Answers come in pieces of some 100 KB: one of them waiting is enough.
        return streamed(Readable.from(answers, { highWaterMark: 1 }), NDJSON);
      },
    }),
  ];
}

type Asked = Context & { caller: ShopCaller };

/** One line answered; whatever is wrong with it stays with it. */
function answerTo({ line, bytes }: BatchLine, dependencies: BatchDependencies, asked: Asked): string {
  try {
    const request = parseBatchLine(bytes, asked.language);
    if (request === null) return '';
    return `{"line":${line},"check":${JSON.stringify(judge(request, dependencies, asked))}}\n`;
  } catch (error) {
    const { requestId, language } = asked;
    if (!(error instanceof Problem)) dependencies.log.error({ requestId, error }, 'a line of a batch failed');
    const problem = error instanceof Problem ? error : new Problem('internal-error');
    return `${JSON.stringify({ line, problem: problemBody(problem, language, requestId) })}\n`;
  }
}

type Request = NonNullable<ReturnType<typeof parseBatchLine>>;

function judge(
  { address, knownAddresses }: Request,
  { checker, checkMemory, clock }: BatchDependencies,
  { caller, language }: Asked,
) {
  const checked = checker({ address, knownAddresses, language, isTest: caller.test });
  // A correction follows only on what was not accepted. Keeping all would take as long again as checking them.
  if (checked.judgement.verdict !== 'accept')
    keepCheck(checkMemory, caller, checked, { address, nowMs: clock.nowMs() });
  return checked.answer;
}

const needsSecretKey = new Problem('forbidden', {
  detail: {
    nl: 'Lijsten kunnen alleen met een geheime sleutel, vanaf uw server.',
    en: 'Batches need a secret key, from your server.',
  },
});
