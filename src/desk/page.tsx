import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Looking } from '../http/pages';
import { reply, type Reply, type ReplyOptions } from '../http/reply';
import { pageSecurityHeaders } from '../http/security-headers';
import { Layout } from './layout';

/** How a page is answered, besides its content. */
export interface PageOptions extends Pick<ReplyOptions, 'status' | 'headers'> {
  /** Where the tiles of its map are, with {z}, {x} and {y}; empty for a plain drawing, absent where it has no map. */
  tilesUrl?: string;
}

const security = pageSecurityHeaders();
let withTiles = { tilesUrl: '', security };

/** Worked out once: there is one host of tiles, and it never changes. */
function securityWith(tilesUrl: string): typeof security {
  if (tilesUrl === '') return security;
  if (withTiles.tilesUrl !== tilesUrl) {
    const { origin } = new URL(tilesUrl);
    withTiles = { tilesUrl, security: pageSecurityHeaders({ imgSrc: ["'self'", 'data:', origin] }) };
  }
  return withTiles.security;
}

/** A part of a page, for one that is open. */
export function fragment(content: ComponentChild, { language }: Pick<Looking, 'language'>): Reply<Buffer> {
  return html(renderToString(<>{content}</>), language);
}

/** A page of the desk, whole. */
export function page(
  title: string,
  looking: Looking,
  content: ComponentChild,
  { tilesUrl = '', ...options }: PageOptions = {},
): Reply<Buffer> {
  const whole = renderToString(
    <Layout title={title} looking={looking} tilesUrl={tilesUrl}>
      {content}
    </Layout>,
  );
  return html(`<!doctype html>${whole}`, looking.language, { security: securityWith(tilesUrl), ...options });
}

/**
 * Pages are sent as they are, never packed: each bears the token of its session's forms beside words that others may have
 * written (a customer's address, a driver's note), and how well the two pack together would tell of the token (BREACH). It would
 * save 8 KB of the queue and 17 KB of a case; what is the same for everyone, the files, is packed.
 */
function html(
  text: string,
  language: Looking['language'],
  options: Pick<ReplyOptions, 'status' | 'headers' | 'security'> = {},
): Reply<Buffer> {
  return reply(Buffer.from(text), {
    contentType: 'text/html; charset=utf-8',
    security,
    ...options,
    headers: { 'Content-Language': language, ...options.headers },
  });
}
