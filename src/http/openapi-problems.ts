import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Endpoint } from './endpoint';
import { headersOf } from './openapi-headers';
import { Problem, problemBody, type FieldError, type ProblemCode } from './problem';
import { problemTypes } from './problem-types';

const fieldError = z
  .object({
    in: z.enum(['body', 'path', 'query', 'header']),
    pointer: z.string().describe('JSON pointer (RFC 6901) from the top of what `in` names'),
    code: z.string(),
    message: z.string().describe('In the language of Accept-Language'),
  })
  .meta({ id: 'FieldError' });

/** What every problem's answer looks like; the shared responses refer to it by name. */
export const problemSchema = z
  .object({
    type: z.string().describe('Page of this kind of problem, relative to the service'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string(),
    errors: z.array(fieldError).optional().describe('Every field that is wrong, all together'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, as application/problem+json' });

type Answers = Record<string, { $ref: string }>;

/** The problems that an endpoint can answer with: its own, and those that follow from what it reads and whom it lets in. */
export function problemResponses(registry: OpenAPIRegistry, endpoint: Endpoint): Answers {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(endpoint)) {
    const { status } = problemTypes[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .filter(([status]) => !(status in endpoint.responses))
      .map(([status, codes]) => [String(status), { $ref: shared(registry, codes) }]),
  );
}

function problemsOf({ scopes, request, responses, problems }: Endpoint): ReadonlySet<ProblemCode> {
  const reads = request.body ?? request.stream;
  return new Set<ProblemCode>([
    'invalid-request',
    ...(reads
      ? (['malformed-json', 'request-timeout', 'payload-too-large', 'unsupported-media-type'] as const)
      : []),
    ...(scopes === 'public' ? [] : (['unauthenticated', 'forbidden', 'too-many-requests'] as const)),
    ...problems,
    'internal-error',
    ...(503 in responses ? [] : (['unavailable'] as const)),
  ]);
}

/** The same problems are described once, as a component that all endpoints refer to. */
function shared(registry: OpenAPIRegistry, codes: readonly ProblemCode[]): string {
  const name = codes.join('_or_');
  const known = registry.definitions.some(
    (definition) => definition.type === 'component' && definition.name === name,
  );
  if (!known)
    registry.registerComponent('responses', name, {
      description: codes.map((code) => problemTypes[code].title.en).join('; or: '),
      headers: headersOf(
        'API-Version',
        'X-Request-Id',
        ...(codes.some(comesBack) ? (['Retry-After'] as const) : []),
      ),
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          examples: examplesOf(codes),
        },
      },
    });
  return `#/components/responses/${name}`;
}

function comesBack(code: ProblemCode): boolean {
  return code === 'too-many-requests' || code === 'unavailable';
}

const wrongField: FieldError = {
  in: 'body',
  pointer: '/address/stret',
  code: 'unknown_field',
  message: 'Unknown field. Did you mean street?',
};

function examplesOf(codes: readonly ProblemCode[]): Record<string, { summary: string; value: unknown }> {
  const example = (code: ProblemCode) => {
    const details = code === 'invalid-request' ? { errors: [wrongField] } : {};
    return problemBody(new Problem(code, details), 'en', 'req_01JD0000000000000000000000');
  };
  return Object.fromEntries(
    codes.map((code) => [code, { summary: problemTypes[code].title.en, value: example(code) }]),
  );
}
