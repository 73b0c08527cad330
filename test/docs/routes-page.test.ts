import { findPlanColumns, PLAN_COLUMNS } from '../../src/routes/plans/plan-columns';
import * as routes from '../../src/routes/states';
import { blocksOf, textOf } from '../support/documents';
import { routePlan } from '../../src/routes/plans/plan-schemas';

const page = textOf('docs/routes.md');
const quoted = (text: string) => Array.from(text.matchAll(/`([^`]+)`/g), ([, word = '']) => word);

/** The cells of the rows of the first table after some words. */
function rowsAfter(words: string): string[][] {
  const [, rows = ''] = page.slice(page.indexOf(words)).split(/^\| -[^\n]*\n/m);
  return rows
    .split('\n\n', 1)[0]!
    .trim()
    .split('\n')
    .map((row) => row.split('|').slice(1, -1));
}

describe('docs/routes.md', () => {
  it.each([
    ['A route:', routes.ROUTE_TRANSITIONS],
    ['A stop:', routes.STOP_TRANSITIONS],
    ['An instruction:', routes.INSTRUCTION_TRANSITIONS],
  ])('has the transitions as they are: %s', (words, transitions) => {
    const shown = rowsAfter(`\n${words}\n`).map(([state = '', next = '']) => [
      quoted(state)[0],
      quoted(next),
    ]);
    expect(Object.fromEntries(shown)).toEqual(transitions);
  });

  it('names every column of a list, in English and in Dutch', () => {
    const rows = rowsAfter('| column ');
    const english = rows.flatMap(([columns = '']) => quoted(columns));
    const dutch = rows.flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
    expect(Object.keys(findPlanColumns(english).columns).sort()).toEqual(Object.keys(PLAN_COLUMNS).sort());
    const known = dutch.map((name) => Object.keys(findPlanColumns([name]).columns).length);
    expect(known).toEqual(dutch.map(() => 1));
  });

  it('shows a plan that can be sent', () => {
    const [block] = blocksOf(page).filter(({ language }) => language === 'json');
    expect(routePlan.safeParse(JSON.parse(block?.text ?? '')).success).toBe(true);
  });
});
