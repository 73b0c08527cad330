import { createServer, type AddressInfo } from 'node:net';
import { launchBrowser } from '../../test/support/driver/phone';

/** What Lighthouse made of a page. Scores are from 0 to 1, as it gives them. */
export interface PageJudgement {
  performance: number;
  accessibility: number;
  /** Until the first and the largest thing is painted, in milliseconds; how long the main thread was busy; how far things moved. */
  measured: { firstMs: number; largestMs: number; blockedMs: number; shift: number };
  /** What it would have otherwise: the audits that are not passed. */
  shortcomings: string[];
}

export interface PageJudge {
  /** @throws Error where the page could not be judged, or is not the one that was asked for */
  judge(url: string): Promise<PageJudgement>;
  close(): Promise<void>;
}

/** A browser that reaches no host but this one, with the cookie of somebody who is signed in. */
export async function openPageJudge(cookie: string): Promise<PageJudge> {
  const port = await freePort();
  const browser = await launchBrowser(
    `--remote-debugging-port=${port}`,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  );
  // Loaded when it is used, since it is made of modules that `require` does not load in every Node that is supported.
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  return {
    async judge(url) {
      const flags = { port, logLevel: 'silent', extraHeaders: { Cookie: cookie } } as const;
      const only = { ...flags, onlyCategories: ['performance', 'accessibility'] };
      const result = await lighthouse(url, only, desktopConfig);
      if (result === undefined) throw new Error(`${url} was not judged`);
      const { lhr } = result;
      if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
      if (lhr.finalDisplayedUrl !== url) throw new Error(`${url} led to ${lhr.finalDisplayedUrl}`);
      const numberOf = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN;
      return {
        performance: lhr.categories.performance?.score ?? 0,
        accessibility: lhr.categories.accessibility?.score ?? 0,
        measured: {
          firstMs: numberOf('first-contentful-paint'),
          largestMs: numberOf('largest-contentful-paint'),
          blockedMs: numberOf('total-blocking-time'),
          shift: numberOf('cumulative-layout-shift'),
        },
        shortcomings: Object.values(lhr.audits).flatMap(({ id, score, displayValue = '' }) =>
          score !== null && score < 0.9 ? [`${id} ${displayValue}`.trim()] : [],
        ),
      };
    },
    close: () => browser.close(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
