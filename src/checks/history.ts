import type { KnownCustomerAddress } from '../customers/known-address';
import type { Pseudonymise } from '../customers/pseudonym';
import { recallAddresses } from '../customers/remember-address';
import type { Database } from '../database/open-database';
import type { CheckMemory } from './check-memory-worker';
import type { PreviousCheck } from './correction';

/** What an entry names that happened before. */
export interface Named {
  previousCheckId?: string | null | undefined;
  customerReference?: string | null | undefined;
}

export interface History {
  /** Undefined where none is named, it is unknown, or another shop's. */
  previous: PreviousCheck | undefined;
  known: readonly KnownCustomerAddress[];
  /** Pointers to what was named and could not be read in time: the entry is judged without it. */
  notConsidered: readonly `/${keyof Named}`[];
}

/** Reads what happened before, of one shop and in time for its answer. */
export type ReadHistory = (shopId: string, named: Named) => Promise<History>;

/** The check must answer within its 800 ms whatever the database does. */
const PATIENCE_MS = 50;

interface HistoryDependencies {
  database: Database;
  checkMemory: CheckMemory;
  pseudonymise: Pseudonymise;
  patienceMs?: number;
}

export function createReadHistory(dependencies: HistoryDependencies): ReadHistory {
  const { database, checkMemory, pseudonymise, patienceMs = PATIENCE_MS } = dependencies;
  const inTime = inTimeOf(patienceMs);
  return async (shopId, { previousCheckId, customerReference }) => {
    const [previous, known] = await Promise.all([
      inTime(textOf(previousCheckId), undefined, (id) => checkMemory.find(shopId, id)),
      inTime(textOf(customerReference), [], (reference) =>
        recallAddresses(database, { shopId, customer: pseudonymise(shopId, reference) }),
      ),
    ]);
    return {
      previous: previous.found,
      known: known.found,
      notConsidered: [
        ...(previous.isLate ? (['/previousCheckId'] as const) : []),
        ...(known.isLate ? (['/customerReference'] as const) : []),
      ],
    };
  };
}

/** Whether an entry names anything that has to be waited for. */
export function namesHistory({ previousCheckId, customerReference }: Named): boolean {
  return textOf(previousCheckId) !== null || textOf(customerReference) !== null;
}

/** null where absent; blanks are. */
function textOf(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}

interface Found<Result> {
  found: Result;
  isLate: boolean;
}

/** Reads what is named; late or failed counts as nothing found. */
function inTimeOf(patienceMs: number) {
  return <Result>(
    name: string | null,
    nothing: Result,
    read: (name: string) => Promise<Result>,
  ): Promise<Found<Result>> => {
    if (name === null) return Promise.resolve({ found: nothing, isLate: false });
    return new Promise((resolve) => {
      const giveUp = () => {
        resolve({ found: nothing, isLate: true });
      };
      const timer = setTimeout(giveUp, patienceMs);
      read(name)
        .then((found) => {
          resolve({ found, isLate: false });
        }, giveUp)
        .finally(() => {
          clearTimeout(timer);
        });
    });
  };
}
