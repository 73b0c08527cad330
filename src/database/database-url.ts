/** Where the data is kept, taken apart from `KLOPT_DATABASE_URL`. */
export type DatabaseLocation =
  { kind: 'sqlite'; file: string; name: string } | { kind: 'postgres'; url: string; name: string };

const inMemory = ':memory:';

/**
 * Reads `sqlite:PATH`, `sqlite::memory:` or `postgres://…`; null where it is none of these.
 * `name` says where it is without user or password, for messages.
 */
export function parseDatabaseUrl(text: string): DatabaseLocation | null {
  if (text.startsWith('sqlite:')) {
    const file = text.slice('sqlite:'.length);
    return file === '' ? null : { kind: 'sqlite', file, name: file === inMemory ? 'memory' : file };
  }
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return null;
  const { hostname, port, pathname } = new URL(text);
  return { kind: 'postgres', url: text, name: `${hostname}:${port || '5432'}${pathname}` };
}

export function isInMemory(location: DatabaseLocation): boolean {
  return location.kind === 'sqlite' && location.file === inMemory;
}
