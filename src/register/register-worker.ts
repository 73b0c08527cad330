import { statSync } from 'node:fs';
import type { Clock } from '../clock';
import { every } from '../every';
import type { Log } from '../log';
import { CurrentRegister } from './current-register';
import { loadEdition, readEdition } from './edition/edition-file';
import type { EditionInfo } from './edition/edition-format';

export interface RegisterDependencies {
  /** Path of the edition file. */
  path: string;
  clock: Clock;
  log: Log;
}

/** The register of a running service, which changes to a newer edition when one is put in the place of its file. */
export interface OpenRegister {
  register: CurrentRegister;
  state(): EditionState;
  /** Looks for a newer edition now, and loads the file even where it looks the same. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface EditionState {
  info: EditionInfo;
  /** Why the file that is there now is not in use; null where it is. */
  refusal: string | null;
}

const POLL_EVERY_MS = 2_000;

/**
 * Reads the edition and follows its file, by poll and by SIGHUP. A file that is no good is refused, and the edition in
 * use is kept. Throws EditionError where there is none to begin with.
 */
export function openRegister({ path, clock, log }: RegisterDependencies): OpenRegister {
  // Before the file is read: what replaces it meanwhile must look new.
  let seen = signatureOf(path);
  const first = readEdition(path);
  const register = new CurrentRegister(first, clock);
  const state: EditionState = { info: first.info, refusal: null };
  let underWay: Promise<void> = Promise.resolve();

  async function load(): Promise<void> {
    seen = signatureOf(path);
    try {
      const edition = await loadEdition(path);
      register.useEdition(edition);
      Object.assign(state, { info: edition.info, refusal: null } satisfies EditionState);
      log.info({ edition: edition.info.edition }, 'another edition of the register is in use');
    } catch (error) {
      state.refusal = (error as Error).message;
      const { edition } = state.info;
      log.error({ error, edition }, `the register stays as it is: ${state.refusal}`);
    }
  }

  function reload(): Promise<void> {
    underWay = underWay.then(load);
    return underWay;
  }

  const onHangUp = () => void reload();
  process.on('SIGHUP', onHangUp);
  const polling = every(POLL_EVERY_MS, () => (signatureOf(path) === seen ? undefined : reload()));
  return {
    register,
    state: () => state,
    reload,
    async close() {
      process.off('SIGHUP', onHangUp);
      await polling.stop();
      await underWay;
    },
  };
}

/** What tells one file from another in its place; null where there is none to be seen: reading it tells why. */
function signatureOf(path: string): string | null {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return null;
  }
}
