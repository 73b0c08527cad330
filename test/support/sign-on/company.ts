import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A company's own sign-on, as a process of its own. */
export interface Company {
  issuer: string;
  /** Does what a browser and its person would there: signs on as somebody, or stops; gives where they are sent back to. */
  signOn(url: string, who: string | null): Promise<URL>;
  /** How it behaves from now on; well, where nothing is said. */
  behave(mood?: { delayMs?: string; wrong?: string }): Promise<void>;
  close(): Promise<void>;
}

export async function startCompany(
  redirectUri: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Company> {
  const child = spawn(process.execPath, [join(__dirname, 'provider.mjs'), redirectUri], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit');
  const [heard] = (await once(child.stdout, 'data')) as [Buffer];
  const issuer = heard.toString().trim();
  return {
    issuer,
    signOn: (url, who) => follow(new URL(url), who, issuer),
    behave: async (mood = {}) => {
      await fetch(`${issuer}/mood?${new URLSearchParams(mood).toString()}`);
    },
    close: async () => {
      child.kill();
      await exited;
    },
  };
}

async function follow(start: URL, who: string | null, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = start;
  while (url.origin === issuer) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, ...(who !== null && { 'x-who': who }) },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${url.pathname}: ${answer.status} ${await answer.text()}`);
    url = new URL(location, url);
  }
  return url;
}
