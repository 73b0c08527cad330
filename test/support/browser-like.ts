import type { Running } from './start-app';

/** The fields of a form; several of one name are a list. */
type Form = Readonly<Record<string, string | readonly string[]>>;

interface Sent {
  form?: Form;
  headers?: Readonly<Record<string, string>>;
}

/** An answer that a browser would show or follow. */
export interface Shown {
  status: number;
  location: string | null;
  text: string;
  headers: Headers;
}

/** Asks as a browser does: keeps cookies, says where a form stands, and sends the token that stands in the page. */
export class BrowserLike {
  private readonly cookies = new Map<string, string>();
  private formToken = '';

  constructor(private readonly running: Pick<Running, 'ask'>) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return this.ask(path, 'GET', { headers });
  }

  /** Sends a form of the page that was seen last. */
  post(path: string, form: Form = {}, headers = FROM_HERE): Promise<Shown> {
    return this.ask(path, 'POST', { form: { formToken: this.formToken, ...form }, headers });
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  private async ask(path: string, method: 'GET' | 'POST', { form, headers }: Sent): Promise<Shown> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await this.running.ask(path, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...(cookie !== '' && { cookie }) },
      ...(form && { body: fieldsOf(form) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.cookies.set(name, value);
    }
    const text = await textOf(answer);
    this.formToken = /name="formToken" value="([^"]*)"/.exec(text)?.[1] ?? this.formToken;
    return { status: answer.status, location: answer.headers.get('location'), text, headers: answer.headers };
  }
}

export const FROM_HERE: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' };

function fieldsOf(form: Form): URLSearchParams {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    ),
  );
}

/** What tells of changes never ends by itself: that it began is enough. */
async function textOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type') !== 'text/event-stream') return answer.text();
  await answer.body?.cancel();
  return '';
}
