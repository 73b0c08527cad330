import { html, type Html } from './html';
import type { Language, Localised } from './language';
import { problemTypes } from './problem-types';

/** A code that answers may hold, explained to whoever meets it. */
export interface CodeExplained {
  code: string;
  title: Localised;
  /** What to do about it. */
  advice: Localised;
  /** An entry or answer in which it is seen. */
  example?: string;
}

/** A page that explains codes of one kind. */
export interface CodePage {
  path: string;
  title: Localised;
  codes: readonly CodeExplained[];
}

export const problemsPage: CodePage = {
  path: '/docs/problems',
  title: { nl: 'Problemen', en: 'Problems' },
  codes: Object.entries(problemTypes).map(([code, { status, title, advice }]) => ({
    code,
    title: { nl: `${status}: ${title.nl}`, en: `${status}: ${title.en}` },
    advice,
  })),
};

/** The page of reason codes; the checks know what they are. */
export function reasonCodesPage(codes: readonly CodeExplained[]): CodePage {
  return { path: '/docs/reason-codes', title: { nl: 'Redenen', en: 'Reason codes' }, codes };
}

export function renderReference(): string {
  const body = html`<redoc spec-url="/v1/openapi.json"></redoc>
    <script src="/docs/assets/redoc.standalone.js"></script>`;
  return document('Klopt', 'en', body);
}

export function renderCodes(page: CodePage, language: Language, codes = page.codes): string {
  const title = page.title[language];
  const sections = codes.map((code) => section(page, code, language));
  const body = html`<main>
    <p><a href="/docs">Klopt</a> · <a href="${page.path}">${title}</a></p>
    <h1>${title}</h1>
    ${sections}
  </main>`;
  return document(`${title} · Klopt`, language, body);
}

function section(page: CodePage, { code, title, advice, example }: CodeExplained, language: Language): Html {
  return html`<section id="${code}">
    <h2>
      <a href="${page.path}/${code}"><code>${code}</code></a>
    </h2>
    <p>${title[language]}</p>
    <p>${advice[language]}</p>
    ${example === undefined ? '' : html`<pre>${example}</pre>`}
  </section>`;
}

function document(title: string, language: Language, body: Html): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="/docs/assets/docs.css" />
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
}
