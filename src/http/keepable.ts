import { z } from 'zod';
import type { Endpoint } from './endpoint';
import type { KeptForm } from './kept-form';

const keptSchema = z.strictObject({
  path: z.string().max(500),
  fields: z.array(z.tuple([z.string().max(200), z.string()])).max(200),
});

/** Whether what is sent to an endpoint may be carried: a form of a page, of somebody who is signed in, without secrets. */
export function isKeepable({ page, method, scopes, keepsNothing }: Endpoint): boolean {
  return page === true && method === 'post' && scopes !== 'public' && keepsNothing !== true;
}

/** Makes the reader of what pages carry; it takes nothing but forms of these endpoints. */
export function createReadKept(endpoints: readonly Endpoint[]): (text: unknown) => KeptForm | undefined {
  const paths = endpoints.filter(isKeepable).map(({ path }) => path);
  return (text) => {
    if (typeof text !== 'string') return undefined;
    const kept = keptSchema.safeParse(parsed(text)).data;
    return kept !== undefined && paths.some((form) => isOfPath(kept.path, form)) ? kept : undefined;
  };
}

/** Whether a path is one of these, such as `/desk/cases/{shipmentId}/take`. */
export function isOfPath(path: string, form: string): boolean {
  const [segments, wanted] = [path.split('/'), form.split('/')];
  const isOf = (segment: string, at: number) =>
    wanted[at]?.startsWith('{') === true ? /^[\w-]+$/.test(segment) : segment === wanted[at];
  return segments.length === wanted.length && segments.every(isOf);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
