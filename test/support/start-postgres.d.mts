export interface StartedPostgres {
  url: string;
  /** Ends the server as a crash would. */
  crash: (signal: 'SIGQUIT' | 'SIGKILL') => Promise<void>;
  /** Starts it again on what was left. */
  startAgain: () => Promise<void>;
  stop: () => Promise<void>;
}
export const asItComes: readonly string[];
export function startPostgres(settings?: readonly string[]): Promise<StartedPostgres>;
