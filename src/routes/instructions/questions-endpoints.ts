import { endpoint, type Endpoint, type Examples } from '../../http/endpoint';
import { type Reply, reply } from '../../http/reply';
import { onceHeaders, replayedHeader } from '../../idempotency/idempotency-schemas';
import { onceOf } from '../../idempotency/once';
import type { Written } from '../../idempotency/write-once';
import { askQuestion, type QuestionDependencies, withdrawQuestion } from './ask-question';
import type { Instruction } from './instruction';
import { questionExample } from './instructions-examples';
import { instructionParams, questionRequest } from './questions-schemas';
import { instruction, routeParams } from '../routes-schemas';
import { shownInstruction } from '../shown-route';

const tags = ['routes'];
const problems = ['not-found', 'conflict', 'unprocessable'] as const;

/** What an agent asks a driver. */
export function questionsEndpoints(dependencies: QuestionDependencies): Endpoint[] {
  return [ask(dependencies), withdraw(dependencies)];
}

function ask(dependencies: QuestionDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/routes/{routeId}/questions',
    operationId: 'askQuestion',
    summary: "Ask a route's driver something that takes a yes or a no",
    description:
      "It is pushed by the route's feed, and the answer stands in the feed as well. It takes no If-Match: whatever " +
      'happened on the route meanwhile, the question is the same.',
    tags,
    scopes: ['desk'],
    request: { params: routeParams, headers: onceHeaders, body: questionRequest, examples: questions },
    responses: {
      201: {
        description: 'It is pushed',
        schema: instruction,
        examples: { pushed: { summary: 'Not answered yet', value: questionExample } },
      },
    },
    problems,
    handle: async ({ params, headers, body }, { caller }) => {
      const once = onceOf(caller, headers['idempotency-key'], { operationId: 'askQuestion', params, body });
      const question = { text: body.text, shipmentId: body.shipmentId ?? null };
      return replyWith(await askQuestion(dependencies, { caller, ...params, ...question }, once), 201);
    },
  });
}

function withdraw(dependencies: QuestionDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/routes/{routeId}/instructions/{instructionId}/withdraw',
    operationId: 'withdrawQuestion',
    summary: 'Take a question back that has not been answered',
    description: 'Only a question: what a correction tells the driver is withdrawn with the correction.',
    tags,
    scopes: ['desk'],
    request: { params: instructionParams, headers: onceHeaders },
    responses: {
      200: {
        description: 'It is withdrawn',
        schema: instruction,
        examples: {
          withdrawn: { summary: 'Withdrawn', value: { ...questionExample, state: 'withdrawn' } },
        },
      },
    },
    problems,
    handle: async ({ params, headers }, { caller }) => {
      const once = onceOf(caller, headers['idempotency-key'], { operationId: 'withdrawQuestion', params });
      return replyWith(await withdrawQuestion(dependencies, { caller, ...params }, once), 200);
    },
  });
}

function replyWith(
  { result, replayed }: Written<Instruction>,
  status: number,
): Reply<ReturnType<typeof shownInstruction>> {
  return reply(shownInstruction(result), { status, headers: replayedHeader(replayed) });
}

const questions: Examples = {
  time: { summary: 'About the time', value: { text: 'Kun je nog vóór 14:30 langs?' } },
};
