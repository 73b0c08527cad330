import type { Clock } from '../../clock';
import type { Database } from '../../database/open-database';
import { transaction } from '../../database/transaction';
import { Problem, type LocalisedFieldError } from '../../http/problem';
import type { RoutePlan } from './plan';
import { columnName } from './plan-columns';
import type { ListedPlan, RowMistake } from './plan-rows';
import { refuseFarDay } from './refuse-far-day';
import { type PlanGround, writePlan, type WrittenPlan } from './write-plan';

export interface ImportDependencies extends PlanGround {
  database: Database;
  clock: Clock;
}

const MOST_NAMED = 50;

/** On whose behalf plans are imported. */
export interface Importer {
  actor: string;
  /** Reads a plan, or says everything that is wrong with it. */
  read: (request: unknown) => RoutePlan | readonly LocalisedFieldError[];
  /** @throws Problem where the plan is not theirs to carry out */
  refuse: (plan: RoutePlan) => void;
}

/** What became of one route of a list. */
export interface ImportedPlan {
  reference: string;
  day: string;
  depot: string;
  outcome: WrittenPlan['outcome'] | 'refused';
  routeId: string | null;
  version: number | null;
  mistakes: readonly NamedMistake[];
}

/** What is wrong with a row, in a column by the name that the list has for it. */
export type NamedMistake = Omit<RowMistake, 'column'> & { column: string | null };

/**
 * Carries out the plan of one route of a list, in a transaction of its own: one that is refused keeps no other back, and the
 * whole list can be run again.
 */
export async function importPlan(
  { database, clock, ...ground }: ImportDependencies,
  listed: ListedPlan,
  { actor, read, refuse }: Importer,
): Promise<ImportedPlan> {
  if (listed.request === null) return refused(listed, listed.mistakes);
  const plan = read(listed.request);
  if (!('stops' in plan)) return refused(listed, [...listed.mistakes, ...inRows(listed, plan)]);
  if (listed.mistakes.length > 0) return refused(listed, listed.mistakes);
  try {
    refuse(plan);
    refuseFarDay(plan, clock.nowMs());
    const write = (trx: Parameters<typeof writePlan>[0]) =>
      writePlan(trx, ground, { plan, actor }, clock.nowMs());
    const { route, outcome } = await transaction(database, write, 'read committed');
    const { reference, day, depot, id, version } = route;
    return { reference, day, depot, outcome, routeId: id, version, mistakes: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return refused(listed, mistakesIn(listed, error));
  }
}

function refused(
  { reference, day, depot, headings }: ListedPlan,
  mistakes: readonly RowMistake[],
): ImportedPlan {
  return {
    reference,
    day,
    depot,
    outcome: 'refused',
    routeId: null,
    version: null,
    mistakes: named(mistakes, headings),
  };
}

/** The first of the mistakes, and how many more there are: each row of a route can be wrong in each of its columns. */
function named(mistakes: readonly RowMistake[], headings: ListedPlan['headings']): readonly NamedMistake[] {
  const first = mistakes.slice(0, MOST_NAMED).map(({ column, ...mistake }) => ({
    ...mistake,
    column: column === null ? null : (headings[column] ?? columnName(column)),
  }));
  const [more] = mistakes.slice(MOST_NAMED);
  if (more === undefined) return first;
  const left = mistakes.length - MOST_NAMED;
  const message = {
    nl: `En nog ${left} fouten in deze route.`,
    en: `And ${left} more mistakes in this route.`,
  };
  return [...first, { row: more.row, column: null, code: 'more', message }];
}

function mistakesIn(listed: ListedPlan, { code, details }: Problem): RowMistake[] {
  if (details.errors !== undefined) return inRows(listed, details.errors);
  const { row } = listed.placeOf('/reference');
  return [{ row, column: null, code, message: details.detail ?? code }];
}

function inRows({ placeOf }: ListedPlan, errors: readonly LocalisedFieldError[]): RowMistake[] {
  const inList = (text: string, row: string) =>
    text.replace(/\/stops\/\d+\/shipments\/\d+/, (pointer) => `${row} ${placeOf(pointer).row}`);
  return errors.map(({ pointer, code, message }) => ({
    ...placeOf(pointer),
    code,
    message:
      typeof message === 'string'
        ? message
        : { nl: inList(message.nl, 'rij'), en: inList(message.en, 'row') },
  }));
}
