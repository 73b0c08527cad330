import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';

const headers = {
  'API-Version': { description: 'The version of the API in full', schema: { type: 'string' as const } },
  'X-Request-Id': {
    description: 'The name of this request in our logs; the one that was sent, where it was sane',
    schema: { type: 'string' as const },
  },
  'Retry-After': { description: 'Seconds to wait before asking again', schema: { type: 'integer' as const } },
};

type HeaderName = keyof typeof headers;

/** Makes the headers of responses known, for responses to refer to. */
export function registerHeaders(registry: OpenAPIRegistry): void {
  for (const [name, header] of Object.entries(headers)) registry.registerComponent('headers', name, header);
}

/** References to these headers. */
export function headersOf(...names: readonly HeaderName[]): Record<string, { $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
