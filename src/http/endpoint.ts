import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { CallerWith, Scope, Session } from './caller';
import type { OpenEnded } from './event-stream';
import type { KeptForm } from './kept-form';
import type { Language } from './language';
import type { ProblemCode } from './problem';
import type { Reply } from './reply';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** `public`, or the scopes of which the caller must have one. */
export type Scopes = 'public' | readonly [Scope, ...Scope[]];

/** The parts of a request that an endpoint reads, each a strict object (`z.strictObject`). */
export interface RequestShape {
  body?: z.ZodType;
  /** How long the body may be, where that is more than 64 KB. */
  limitBytes?: number;
  /** The media type of a body that the handler reads bit by bit, in place of `body`. */
  stream?: string;
  /** What one line of a streamed body is: for the documentation, since the handler does the reading. */
  line?: z.ZodType;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Names in lower case; other headers than these are let through. */
  headers?: z.ZodObject;
  /** Bodies that work as they stand; the tests send each of them. */
  examples?: Examples;
}

export type Examples = Readonly<Record<string, { summary: string; value: unknown }>>;

export interface ResponseDefinition {
  description: string;
  /** None for an answer without a body. */
  schema?: z.ZodType;
  /** `application/json` unless told otherwise. */
  contentType?: string;
  examples?: Examples;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** A request after parsing. */
export interface Input<Shape extends RequestShape> {
  body: Parsed<Shape['body']>;
  stream: Shape['stream'] extends string ? Readable : undefined;
  params: Parsed<Shape['params']>;
  query: Parsed<Shape['query']>;
  headers: Parsed<Shape['headers']>;
}

/** What else is known of a request. */
export interface Context<Access extends Scopes = Scopes> {
  caller: Access extends readonly Scope[] ? CallerWith<Access[number]> : undefined;
  requestId: string;
  language: Language;
  /** For counting only: never kept or logged. Behind a proxy the caller's own where KLOPT_TRUST_PROXY is set. */
  clientAddress: string;
  /** Of a page: who is signed in, where somebody is, and what its forms must bear. */
  session: Session | undefined;
  formToken: string;
  kept: KeptForm | undefined;
  /** What stands in the cookie of its session. */
  sessionToken: string;
  /** Whether the browser asked by HTTPS. */
  isSecure: boolean;
}

type Responses = Readonly<Record<number, ResponseDefinition>>;
type BodyOf<Answer> = Answer extends { schema: infer Schema } ? Parsed<Schema> : undefined;
type Body<Answers extends Responses> = { [Status in keyof Answers]: BodyOf<Answers[Status]> }[keyof Answers];
type Result<Answers extends Responses> = Body<Answers> | Reply<Body<Answers> | Readable | Buffer | OpenEnded>;

export interface EndpointDefinition<
  Shape extends RequestShape,
  Access extends Scopes,
  Answers extends Responses,
> {
  method: Method;
  /** As OpenAPI writes it: `/v1/postcodes/{postcode}`. */
  path: string;
  operationId: string;
  summary: string;
  description?: string;
  tags: readonly string[];
  scopes: Access;
  request?: Shape;
  responses: Answers;
  /** The problems of its own, beside those that follow from what it reads and whom it lets in. */
  problems?: readonly ProblemCode[];
  /** A page for a browser: let in by its session, sent by forms, and what goes wrong is a page too. */
  page?: true;
  /** Of a page's form: what it is sent is not shown again to whoever was no longer signed in, such as a password. */
  keepsNothing?: true;
  /** Answered at once where it returns a value; a promise gets `unavailable` when it takes too long. */
  handle: (input: Input<Shape>, context: Context<Access>) => Result<Answers> | Promise<Result<Answers>>;
}

/** An endpoint of which only the runtime needs to know what it reads. */
export interface Endpoint extends Omit<
  EndpointDefinition<RequestShape, Scopes, Responses>,
  'request' | 'problems' | 'handle'
> {
  request: RequestShape;
  problems: readonly ProblemCode[];
  handle: (input: never, context: never) => unknown;
}

/**
 * An HTTP method and path, and everything there is to know about it: the one source from which it is mounted,
 * parsed, typed and documented.
 */
export function endpoint<
  const Shape extends RequestShape,
  const Access extends Scopes,
  const Answers extends Responses,
>(definition: EndpointDefinition<Shape, Access, Answers>): Endpoint {
  return {
    ...definition,
    request: definition.request ?? {},
    problems: definition.problems ?? [],
  };
}
