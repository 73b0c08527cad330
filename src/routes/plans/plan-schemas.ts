import { z } from 'zod';
import { everyFieldError } from '../../http/field-errors';
import type { Language } from '../../http/language';
import type { FieldError } from '../../http/problem';
import { shortText } from '../../http/short-text';
import type { PlannedStop, RoutePlan } from './plan';
import { hasFields, planIssues, windowIssues } from './plan-rules';
import { day, depot } from '../day-and-depot-schemas';
import type { Place } from '../route';

const MS_PER_MINUTE = 60_000;
const MOST_STOPS = 300;

/** What a plan of so many stops and parcels takes. */
export const PLAN_LIMIT_BYTES = 512 * 1024;

const instant = z.iso.datetime({ offset: true, abort: true }).regex(/^20/);

const place = z
  .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
  .meta({ id: 'Place', description: 'A point on the earth, in degrees (WGS 84).' });

const window = z
  .strictObject({
    from: instant,
    until: instant,
    promised: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether a customer was told; else it is an estimate, and may move.' }),
  })
  .superRefine((sent, context) => windowIssues(sent).forEach((found) => context.addIssue({ ...found })), {
    when: hasFields,
  });

const plannedStop = z.strictObject({
  shipments: z
    .array(shortText(64))
    .min(1)
    .max(50)
    .meta({
      description: 'What is handed over there, by barcode or id; all of one address.',
      example: ['3SKLPT0001042'],
    }),
  serviceMinutes: z
    .number()
    .min(0)
    .max(240)
    .default(2)
    .meta({ description: 'From arriving to driving on.', example: 2 }),
  window: window.nullish(),
  plannedAt: instant.nullish().meta({ description: 'When the driver is meant to arrive.' }),
  place: place.nullish().meta({ description: 'Where it is; as the register has it where absent.' }),
});

export const routePlan = z
  .strictObject({
    reference: shortText(64).meta({
      description:
        "The planning system's name for it, one a day and depot. Sent again, it is the same route.",
      example: 'R-12',
    }),
    ...{ day, depot },
    driver: shortText(100).meta({ example: 'Jelle' }),
    vehicle: shortText(40).meta({ example: 'V-123-BX' }),
    start: place.nullish().meta({ description: 'Where it leaves from.' }),
    startsAt: instant.meta({ example: '2026-11-27T08:00:00+01:00' }),
    endsAt: instant.meta({ description: 'The end of the shift.', example: '2026-11-27T17:00:00+01:00' }),
    stops: z.array(plannedStop).min(1).max(MOST_STOPS).meta({ description: 'In their sequence.' }),
  })
  .superRefine((sent, context) => planIssues(sent).forEach((found) => context.addIssue({ ...found })), {
    when: hasFields,
  })
  .meta({ id: 'RoutePlan' });

/** The plan that a request is. */
export function planOf(request: z.output<typeof routePlan>): RoutePlan {
  const { reference, day: on, depot: code, driver, vehicle } = request;
  return {
    ...{ reference, day: on, depot: code, driver, vehicle },
    start: placeIn(request.start),
    startsAtMs: Date.parse(request.startsAt),
    endsAtMs: Date.parse(request.endsAt),
    stops: request.stops.map(stopOf),
  };
}

function stopOf(stop: z.output<typeof plannedStop>): PlannedStop {
  const { shipments, serviceMinutes, window: told, plannedAt } = stop;
  return {
    parcels: shipments,
    serviceMs: Math.round(serviceMinutes * MS_PER_MINUTE),
    window: told ? windowOf(told) : null,
    plannedAtMs: plannedAt ? Date.parse(plannedAt) : null,
    place: placeIn(stop.place),
  };
}

function windowOf({ from, until, promised }: z.output<typeof window>): PlannedStop['window'] {
  const state = promised ? 'promised' : 'estimated';
  return { fromMs: Date.parse(from), untilMs: Date.parse(until), state };
}

function placeIn(given: Place | null | undefined): Place | null {
  return given ? { lat: given.lat, lon: given.lon } : null;
}

/** Reads a plan that came another way than as a request's body, or says everything that is wrong with it. */
export function readPlan(input: unknown, language: Language): RoutePlan | FieldError[] {
  const read = routePlan.safeParse(input);
  return read.success ? planOf(read.data) : everyFieldError(routePlan, input, 'body', language);
}
