import pino from 'pino';

/** Everything that may be logged. An address, a name, a key, a URL or a header is no field, so cannot be. */
export interface LogFields {
  requestId?: string;
  operationId?: string;
  method?: string;
  status?: number;
  durationMs?: number;
  problem?: string;
  shopId?: string;
  keyId?: string;
  edition?: string;
  rows?: number;
  probe?: string;
  signal?: string;
  host?: string;
  port?: number;
  error?: unknown;
}

export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** Writes out what is still buffered; to be called before the process ends. */
  flush(): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

const allowed: Record<keyof LogFields, true> = {
  requestId: true,
  operationId: true,
  method: true,
  status: true,
  durationMs: true,
  problem: true,
  shopId: true,
  keyId: true,
  edition: true,
  rows: true,
  probe: true,
  signal: true,
  host: true,
  port: true,
  error: true,
};

/** Where lines go; a test hands in an array's push. */
interface LogDestination {
  write(line: string): void;
  flushSync?(): void;
}

const flushEveryMs = 1_000;

/** Logs one JSON object a line on the standard output, gathered in the memory and written each second. */
export function createLog(level: LogLevel, destination: LogDestination = bufferedOutput()): Log {
  const logger = pino(
    { level, base: null, formatters: { level: (label) => ({ level: label }), log: onlyAllowed } },
    destination,
  );
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    flush: () => destination.flushSync?.(),
  };
}

function bufferedOutput(): LogDestination {
  // As much at once as it may be: a write costs a turn of another thread, and half as many are 4 % less CPU of a check.
  const output = pino.destination({ fd: 1, sync: false, minLength: 16_000 });
  setInterval(() => output.flush(), flushEveryMs).unref();
  return output;
}

function onlyAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name in fields) {
    if (!Object.hasOwn(allowed, name)) continue;
    const value = fields[name];
    kept[name] = name === 'error' ? withoutMessage(value) : value;
  }
  return kept;
}

/** Where it went wrong, not with what: messages of databases and parsers quote the values they choke on. */
function withoutMessage(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    code: 'code' in error ? error.code : undefined,
    at: at.map((line) => line.trim()),
  };
}
