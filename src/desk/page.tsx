import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Looking } from '../http/pages';
import { reply, type Reply, type ReplyOptions } from '../http/reply';
import { pageSecurityHeaders } from '../http/security-headers';
import { Layout } from './layout';

const security = pageSecurityHeaders();

/** A page of the desk, whole. */
export function page(
  title: string,
  looking: Looking,
  content: ComponentChild,
  options: Pick<ReplyOptions, 'status' | 'headers'> = {},
): Reply<Buffer> {
  const html = renderToString(
    <Layout title={title} looking={looking}>
      {content}
    </Layout>,
  );
  return reply(Buffer.from(`<!doctype html>${html}`), {
    contentType: 'text/html; charset=utf-8',
    security,
    ...options,
    headers: { 'Content-Language': looking.language, ...options.headers },
  });
}
