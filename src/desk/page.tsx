import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Looking } from '../http/pages';
import { reply, type Reply, type ReplyOptions } from '../http/reply';
import { pageSecurityHeaders } from '../http/security-headers';
import { Layout } from './layout';

const security = pageSecurityHeaders();

/** A part of a page, for one that is open. */
export function fragment(content: ComponentChild, { language }: Pick<Looking, 'language'>): Reply<Buffer> {
  return html(renderToString(<>{content}</>), language);
}

/** A page of the desk, whole. */
export function page(
  title: string,
  looking: Looking,
  content: ComponentChild,
  options: Pick<ReplyOptions, 'status' | 'headers'> = {},
): Reply<Buffer> {
  const whole = renderToString(
    <Layout title={title} looking={looking}>
      {content}
    </Layout>,
  );
  return html(`<!doctype html>${whole}`, looking.language, options);
}

function html(
  text: string,
  language: Looking['language'],
  options: Pick<ReplyOptions, 'status' | 'headers'> = {},
): Reply<Buffer> {
  return reply(Buffer.from(text), {
    contentType: 'text/html; charset=utf-8',
    security,
    ...options,
    headers: { 'Content-Language': language, ...options.headers },
  });
}
