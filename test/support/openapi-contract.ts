import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { openapiOf } from '../../src/http/openapi';
import type { Running } from './start-app';

interface Media {
  schema?: object;
  examples?: Record<string, { value: unknown }>;
}
interface Answer {
  content?: Record<string, Media>;
}
interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: { example?: unknown; examples?: unknown[] };
}
interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Answer | { $ref: string }>;
}

/** One request that openapi.yaml documents. */
export interface DocumentedRequest {
  title: string;
  method: string;
  path: string;
  contentType: string | undefined;
  body: string | undefined;
  /** Of its parameters, by their examples. */
  headers: Record<string, string>;
}

/** What an app says of itself, for tests to hold it to. */
export class OpenapiContract {
  readonly operations: { method: string; path: string; operation: Operation }[];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<Media, ValidateFunction>();
  private readonly document: {
    paths?: object;
    components?: { responses?: Record<string, Answer>; schemas?: Record<string, unknown> };
  };

  constructor({ app }: Pick<Running, 'app'>) {
    this.document = JSON.parse(JSON.stringify(openapiOf(app.endpoints)));
    addFormats(this.ajv);
    this.ajv.addSchema(this.document, 'openapi');
    this.operations = Object.entries(this.document.paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
        method,
        path,
        operation,
      })),
    );
  }

  /** Every example of every request; one request where there is nothing to choose. */
  requests(): DocumentedRequest[] {
    return this.operations.flatMap(({ method, path, operation }) => {
      const [contentType, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
      const bodies = Object.entries(media?.examples ?? { only: { value: undefined } });
      return bodies.map(([name, { value }]) => ({
        title: `${operation.operationId}: ${name}`,
        method: method.toUpperCase(),
        path: filled(path, operation.parameters ?? []),
        contentType,
        headers: headersOf(operation.parameters ?? []),
        body: value === undefined || typeof value === 'string' ? value : JSON.stringify(value),
      }));
    });
  }

  /** Places in request bodies where an unknown field would be let through. */
  openRequests(): string[] {
    return this.operations.flatMap(({ operation }) =>
      Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
        this.openObjects(schema).map((place) => `${operation.operationId}: ${place}`),
      ),
    );
  }

  private openObjects(node: unknown, place = ''): string[] {
    if (typeof node !== 'object' || node === null) return [];
    if ('$ref' in node)
      return this.openObjects(this.document.components?.schemas?.[nameOf(node.$ref)], place);
    const inner = Object.entries(node).flatMap(([key, value]) => this.openObjects(value, `${place}/${key}`));
    const isOpen =
      'properties' in node && (node as { additionalProperties?: unknown }).additionalProperties !== false;
    return isOpen ? [place, ...inner] : inner;
  }

  /** Every example of every answer, with the errors that its schema finds in it. */
  answerExamples(): { title: string; errors: unknown[] }[] {
    return this.operations.flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, answer]) =>
        Object.values(this.resolved(answer).content ?? {}).flatMap((media) =>
          Object.entries(media.examples ?? {}).map(([name, { value }]) => ({
            title: `${operation.operationId} ${status} ${name}`,
            errors: this.flaws(media, value),
          })),
        ),
      ),
    );
  }

  /** What is wrong with an answer by the document: nothing, when it keeps its word. */
  async errors(request: DocumentedRequest, answer: Response): Promise<unknown[]> {
    const found = this.operations.find(
      ({ method, path }) => method.toUpperCase() === request.method && matches(path, request.path),
    );
    const documented = found?.operation.responses[String(answer.status)];
    const text = await answer.text();
    if (!documented)
      return [`${request.method} ${request.path} is not documented to answer ${answer.status}: ${text}`];
    const { content } = this.resolved(documented);
    if (!content) return text === '' ? [] : ['a body that is not documented'];
    const contentType = answer.headers.get('content-type') ?? '';
    const media = content[contentType];
    if (!media) return [`${contentType} where ${Object.keys(content).join()} is documented`];
    return contentType.endsWith('json') && !contentType.includes('ndjson')
      ? this.flaws(media, JSON.parse(text))
      : [];
  }

  private flaws(media: Media, body: unknown): unknown[] {
    const validate = this.validators.get(media) ?? this.ajv.compile(rooted(media.schema ?? {}));
    this.validators.set(media, validate);
    return validate(body) ? [] : (validate.errors ?? []);
  }

  private resolved(answer: Answer | { $ref: string }): Answer {
    if (!('$ref' in answer)) return answer;
    return this.document.components?.responses?.[nameOf(answer.$ref)] ?? {};
  }
}

function nameOf(reference: unknown): string {
  return String(reference).split('/').at(-1) ?? '';
}

/** Lets references within the document be found from a schema that was taken out of it. */
function rooted(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object;
}

function headersOf(parameters: readonly Parameter[]): Record<string, string> {
  const headers = parameters.filter((parameter) => parameter.in === 'header');
  return Object.fromEntries(headers.map(({ name, schema }) => [name, exampleOf(schema)]));
}

function exampleOf({ example, examples }: Parameter['schema']): string {
  return String(example ?? examples?.[0]);
}

function filled(path: string, parameters: readonly Parameter[]): string {
  return parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((text, { name, schema }) => text.replace(`{${name}}`, exampleOf(schema)), path);
}

function matches(template: string, path: string): boolean {
  const [asked = []] = [path.split('?')[0]?.split('/')];
  const steps = template.split('/');
  return (
    steps.length === asked.length &&
    steps.every((step, index) => step.startsWith('{') || step === asked[index])
  );
}
