import { OpenAPIRegistry, OpenApiGeneratorV31, type ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { apiVersion } from './api-version';
import type { Endpoint, Examples, ResponseDefinition } from './endpoint';
import { headersOf, registerHeaders } from './openapi-headers';
import { pagesTag } from './openapi-tags';
import { problemResponses, problemSchema } from './openapi-problems';

type Document = ReturnType<OpenApiGeneratorV31['generateDocument']>;

const info = {
  title: 'Klopt',
  version: apiVersion,
  description:
    'Says whether a postcode and a street belong together, and which complete addresses may be meant. ' +
    'Requests are strict: an unknown field is refused. Responses may gain fields. ' +
    'Explained apart: every [problem](/docs/problems) and every [reason code](/docs/reason-codes).',
  license: { name: 'MIT', identifier: 'MIT' },
};

/** The OpenAPI 3.1 document of these endpoints. It takes some 100 ms, so it is made when first asked for. */
export function openapiOf(endpoints: readonly Endpoint[]): Document {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'The key of a shop, the token of one of the carrier’s people, or that of a driver’s device: `Authorization: Bearer …`. A publishable key works from its own origins only, a device’s token for its own route only.',
  });
  registerHeaders(registry);
  const documented = endpoints.filter(({ tags }) => !tags.includes(pagesTag));
  for (const endpoint of documented) register(registry, endpoint);
  const document = new OpenApiGeneratorV31([
    { type: 'schema', schema: problemSchema },
    ...registry.definitions,
  ]).generateDocument({
    openapi: '3.1.0',
    info,
    servers: [{ url: '/', description: 'This service' }],
  });
  return { ...document, tags: tagsOf(documented) };
}

function tagsOf(endpoints: readonly Endpoint[]): { name: string }[] {
  return [...new Set(endpoints.flatMap(({ tags }) => tags))].sort().map((name) => ({ name }));
}

function register(registry: OpenAPIRegistry, endpoint: Endpoint): void {
  const { method, path, operationId, summary, description, tags, scopes, responses } = endpoint;
  registry.registerPath({
    method,
    path,
    operationId,
    summary,
    ...(description !== undefined && { description }),
    tags: [...tags],
    security: scopes === 'public' ? [] : scopes.map((scope) => ({ key: [scope] })),
    request: requestOf(endpoint),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses).map(([status, response]) => [status, responseOf(response)]),
      ),
      ...problemResponses(registry, endpoint),
    },
  });
}

type RequestConfig = NonNullable<Parameters<OpenAPIRegistry['registerPath']>[0]['request']>;

function requestOf({ request }: Endpoint): RequestConfig {
  const { body, stream, line, params, query, headers, examples } = request;
  const schema = body ?? line;
  const content = { ...(schema && { schema }), ...valuesOf(examples) };
  return {
    ...(params && { params }),
    ...(query && { query }),
    ...(headers && { headers }),
    ...((body ?? stream) && {
      body: { required: true, content: { [stream ?? 'application/json']: content } },
    }),
  };
}

function responseOf({ description, schema, contentType, examples }: ResponseDefinition): ResponseConfig {
  const content = schema && { [contentType ?? 'application/json']: { schema, ...valuesOf(examples) } };
  const headers = headersOf('API-Version', 'X-Request-Id');
  return { description, headers, ...(content && { content }) };
}

function valuesOf(examples: Examples | undefined): {
  examples?: Record<string, { summary: string; value: unknown }>;
} {
  return examples ? { examples: { ...examples } } : {};
}
