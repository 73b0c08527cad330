import type { FilledDay } from '../sample-day/fill-day';
import { deskWelcome } from '../sample-day/first-day';
import type { RouteRun } from '../sample-day/run-routes';
import type { ShipmentRun } from '../sample-day/run-shipment';
import { etagOf } from '../http/version';
import { inColumns } from './columns';
import { inTime } from './figures';

export interface DayFilled extends FilledDay {
  date: string;
  seed: number;
  durationMs: number;
}

/** What there is now, and what of it was made now. Keys and tokens are there only where they were made now. */
export function sampleDayData({ cast, earlier, today, routes, ...day }: DayFilled) {
  const [story] = today;
  return {
    ...day,
    shops: cast.shops.map(({ shop, caller, key }) => ({ id: caller.shopId, name: shop.name, key })),
    people: cast.people.map(({ person, token, password }) => {
      const { id, role, name, depot } = person;
      return { id, role, name, depot, token, password };
    }),
    today: {
      ...madeOf(today),
      verdicts: countsOf(today, ({ verdict }) => verdict),
      states: countsOf(today, ({ shipment }) => shipment.state),
    },
    earlier: madeOf(earlier),
    scans: [...earlier, ...today].reduce((sum, { scans }) => sum + scans, 0),
    corrections: countsOf(today, ({ correction }) => correction),
    routes: routes.map(routeData),
    held: story === undefined ? null : heldOf(story, cast),
  };
}

function routeData({ id, plan, isNew }: RouteRun) {
  const { reference, depot, driver, startsAtMs, stops } = plan;
  const startsAt = new Date(startsAtMs).toISOString();
  return { id, reference, depot, driver, startsAt, stops: stops.length, isNew };
}

export type SampleDayData = ReturnType<typeof sampleDayData>;

function madeOf(runs: readonly ShipmentRun[]) {
  const made = runs.filter(({ isNew }) => isNew).length;
  return { made, alreadyThere: runs.length - made };
}

function countsOf(
  runs: readonly ShipmentRun[],
  nameOf: (run: ShipmentRun) => string | null | undefined,
): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of runs.map(nameOf)) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}

function heldOf({ shipment }: ShipmentRun, { shops }: FilledDay['cast']) {
  const shop = shops.find(({ caller }) => caller.shopId === shipment.shopId);
  const { id, version, reference } = shipment;
  return { id, etag: etagOf(version), reference, shop: shop?.shop.name ?? '', key: shop?.key ?? null };
}

/** The same for a person, with keys and tokens, and what to try. */
export function sampleDayText(filled: DayFilled, url: string): string {
  const data = sampleDayData(filled);
  const { date, today, earlier, scans, corrections, routes, durationMs } = data;
  const newRoutes = routes.filter(({ isNew }) => isNew).length;
  const counts = [
    ['shipments', `${today.made} made, ${today.alreadyThere} there already`, worded(today.states)],
    ['their checks', '', worded(today.verdicts)],
    ['of earlier days', `${earlier.made} made, ${earlier.alreadyThere} there already`, ''],
    ['scans', `${scans} made`, ''],
    ['corrections', '', worded(corrections) || 'none made'],
    ['routes', `${newRoutes} made, ${routes.length - newRoutes} there already`, routesInWords(routes)],
  ];
  return [
    `The sample's day, ${date}, in ${inTime(durationMs)}.`,
    inColumns(counts),
    '',
    ...credentialsOf(data),
    '',
    deskWelcome(filled.cast.people, url),
    ...tryNext(data, url),
  ].join('\n');
}

function routesInWords(routes: SampleDayData['routes']): string {
  return routes.map(({ reference, stops }) => `${reference} ${stops} stops`).join(', ');
}

function worded(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function credentialsOf({ shops, people }: SampleDayData): string[] {
  const rows = [
    ...shops.map(({ name, key }) => ['shop', name, key]),
    ...people.map(({ role, name, depot, token }) => [
      role,
      depot === null ? name : `${name}, ${depot}`,
      token,
    ]),
  ].flatMap(([kind, name, secret]) => (secret ? [[kind ?? '', name ?? '', secret]] : []));
  if (rows.length === 0)
    return ['Keys and tokens were shown when they were made: "klopt keys create --shop NAME" makes another.'];
  return ['Keys and tokens, which are shown only this once:', inColumns(rows)];
}

function tryNext({ held, people, routes }: SampleDayData, url: string): string[] {
  if (held === null) return [];
  const key = held.key ?? `KEY of ${held.shop}`;
  const token = people.find(({ role }) => role === 'supervisor')?.token ?? 'TOKEN of Hanna';
  const auth = (secret: string) => `-H 'Authorization: Bearer ${secret}'`;
  const right = JSON.stringify({
    address: { street: 'Lindelaan', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' },
  });
  return [
    `Try next, with the service running (npm start): ${held.reference} of Vera Verhuizer, who has just moved, is held.`,
    'Why, and which addresses may be meant:',
    `  curl ${url}/v1/shipments/${held.id} ${auth(key)}`,
    'What she mailed to the desk, mixed the other way round:',
    `  curl ${url}/v1/shipments/${held.id}/corrections ${auth(token)}`,
    'Put it right, and it is released:',
    `  curl ${url}/v1/shipments/${held.id}/corrections ${auth(key)} \\`,
    `    -H 'Content-Type: application/json' -H 'Idempotency-Key: first' -H 'If-Match: ${held.etag}' -d '${right}'`,
    'Everything that is held:',
    `  curl '${url}/v1/shipments?state=held' ${auth(token)}`,
    ...routes
      .slice(0, 1)
      .flatMap(({ id, reference, driver }) => [
        `Let the phone of ${driver}, who drives ${reference}, in to that route:`,
        `  klopt routes qr ${id}`,
      ]),
  ];
}
