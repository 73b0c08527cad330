import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The service as a process of its own. */
export interface ServiceProcess {
  url: string;
  pid: number;
  /** Ends it as a power cut would: at once, whatever it is doing. */
  kill(): Promise<void>;
  /** Ends it as an update would. */
  stop(): Promise<void>;
}

/** What Node runs: the sources, which are always there, or what a build made of them, which starts in a third of the time. */
export const FROM_SOURCE = ['--import', 'tsx', 'src/main.ts'];
export const BUILT = ['dist/src/main.js'];

/** Starts the service, and waits until it answers. */
export async function startService(
  environment: Readonly<Record<string, string>>,
  program: readonly string[] = FROM_SOURCE,
): Promise<ServiceProcess> {
  const child = spawn(process.execPath, program, {
    cwd: join(__dirname, '../..'),
    env: {
      ...process.env,
      NODE_ENV: 'development',
      KLOPT_PORT: '0',
      KLOPT_METRICS_PORT: '0',
      ...environment,
    },
    // The log is written, and read by nobody.
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let output = '';
  const heard = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      if (output.length < 10_000) output += bytes.toString();
      const url = /answers at (\S+);/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
    void exited.then(() => reject(new Error(`The service did not start: ${output}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return {
    url: await heard,
    pid: child.pid ?? 0,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
