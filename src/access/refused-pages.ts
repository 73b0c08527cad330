import type { Context } from '../http/endpoint';
import { Problem, problemBody, type FieldError } from '../http/problem';

/** Why something was refused, as a page shows it. */
export interface Refused {
  detail: string;
  errors: readonly FieldError[];
  /** How the page is answered. */
  options: { status: number; headers: Readonly<Record<string, string>> };
}

/** What a page says of a problem; any other error is thrown again. */
export function refusedBy(
  error: unknown,
  { language, requestId }: Pick<Context, 'language' | 'requestId'>,
): Refused {
  if (!(error instanceof Problem)) throw error;
  const { detail = '', status, errors = [] } = problemBody(error, language, requestId);
  return { detail, errors, options: { status, headers: error.details.headers ?? {} } };
}
