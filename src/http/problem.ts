import type { Language, Localised } from './language';
import { problemTypes, type ProblemCode } from './problem-types';

export type { ProblemCode } from './problem-types';

/** One field that is wrong: where it is, what is wrong with it, and that in words. */
export interface FieldError {
  in: 'body' | 'path' | 'query' | 'header';
  /** A JSON pointer (RFC 6901) from the top of what `in` names. */
  pointer: string;
  code: string;
  message: string;
}

/** As a FieldError, where the language of the answer is not known yet. */
export type LocalisedFieldError = Omit<FieldError, 'message'> & { message: string | Localised };

export interface ProblemDetails {
  detail?: Localised;
  errors?: readonly LocalisedFieldError[];
  headers?: Readonly<Record<string, string>>;
  /** What else helps: extension members (RFC 9457, 3.2), which the endpoint documents. */
  extensions?: Readonly<Record<string, unknown>>;
}

/** Thrown anywhere to answer a request with a problem (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** A problem as it goes over the line. It holds no address of the request: that may be personal. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string;
  requestId: string;
  errors?: readonly FieldError[];
}

/** Puts a problem into words. */
export function problemBody(problem: Problem, language: Language, requestId: string): ProblemBody {
  const { status, title, advice } = problemTypes[problem.code];
  return {
    type: `/docs/problems/${problem.code}`,
    title: title[language],
    status,
    detail: (problem.details.detail ?? advice)[language],
    requestId,
    ...(problem.details.errors && {
      errors: problem.details.errors.map((error) => inLanguage(error, language)),
    }),
    ...problem.details.extensions,
  };
}

function inLanguage({ message, ...error }: LocalisedFieldError, language: Language): FieldError {
  return { ...error, message: typeof message === 'string' ? message : message[language] };
}
