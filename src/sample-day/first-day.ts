import { amsterdamDay } from '../routes/planning/windows';
import { type DayDependencies, fillDay, type FilledDay } from './fill-day';

type People = FilledDay['cast']['people'];

/** Fills a database that is new with the sample's day, and gives what to tell of it to whoever starts the service. */
export async function fillFirstDay(dependencies: DayDependencies, url: string): Promise<string> {
  const date = amsterdamDay(dependencies.clock.nowMs());
  const { cast } = await fillDay(dependencies, { seed: 1, date, onProgress: () => undefined });
  return `${deskWelcome(cast.people, url)}\n`;
}

/** Where the desk is, and who signs in there with what; empty where no password was made just now. */
export function deskWelcome(people: People, url: string): string {
  const rows = people.flatMap(({ person: { name, depot }, password }) =>
    password === null ? [] : [`  ${name.padEnd(10)} ${(depot ?? 'all depots').padEnd(12)} ${password}`],
  );
  if (rows.length === 0) return '';
  return [
    `The desk is at ${url}/desk. Its people and their passwords, shown only this once:`,
    ...rows,
    '',
  ].join('\n');
}
