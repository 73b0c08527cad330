import { z } from 'zod';
import { INSTRUCTION_ANSWERS, INSTRUCTION_KINDS } from './instructions/instruction';
import { day, depot } from './day-and-depot-schemas';
import { CHANGE_KINDS } from './route-change';
import { INSTRUCTION_STATES, ROUTE_STATES, STOP_STATES, WINDOW_STATES } from './states';

const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);
const instant = z.iso.datetime();

const routeId = z.string().meta({ example: 'rte_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' });
const stopId = z.string().meta({ example: 'stp_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' });
const routeState = z
  .enum(ROUTE_STATES)
  .meta({ id: 'RouteState', description: '`under_way` from the first thing that its driver did.' });

const point = z.object({ lat: z.number(), lon: z.number() });

const summaryFields = {
  id: routeId,
  reference: z.string(),
  day: z.iso.date(),
  depot: z.string(),
  driver: z.string(),
  vehicle: z.string(),
  state: routeState,
  version: z
    .int()
    .meta({ description: 'The number of the latest entry of its feed; the ETag says the same.' }),
  startsAt: instant,
  endsAt: instant.meta({ description: 'The end of the shift.' }),
  stopsDone: z.int(),
  stopsToDo: z.int(),
  deviceSeenAt: orNull(instant).meta({ description: "When its driver's device was last heard of." }),
};

export const routeSummary = z.object(summaryFields).meta({ id: 'RouteSummary' });

export const stop = z
  .object({
    id: stopId,
    state: z.enum(STOP_STATES).meta({ description: '`next`: the driver is on the way there.' }),
    shipmentIds: z.array(z.string()),
    address: z.object({
      street: z.string(),
      houseNumber: z.int(),
      houseNumberAddition: orNull(z.string()),
      postcode: orNull(z.string()),
      city: z.string(),
      country: z.string(),
    }),
    place: orNull(point).meta({ description: 'null where neither the plan nor the register says.' }),
    serviceMinutes: z.number(),
    window: orNull(
      z.object({
        from: instant,
        until: instant,
        state: z.enum(WINDOW_STATES).meta({ description: 'Only what was promised is met or missed.' }),
      }),
    ),
    plannedAt: orNull(instant),
    failure: orNull(z.string()).meta({ description: 'Why it failed.' }),
    arrivedAt: orNull(instant),
    doneAt: orNull(instant),
  })
  .meta({ id: 'Stop' });

const stopInSequence = z
  .object({
    ...stop.shape,
    sequence: z.int().meta({ description: 'Its place on the route, from 1.' }),
    estimatedAt: orNull(instant).meta({
      description: 'When it will be reached, as things are now; null where it is done, or nothing tells.',
    }),
  })
  .meta({ id: 'StopInSequence' });

export const instruction = z
  .object({
    id: z.string(),
    kind: z.enum(INSTRUCTION_KINDS).meta({
      description:
        '`redirect`: deliver elsewhere; `take_back`: bring it to the depot; `question`: yes or no.',
    }),
    state: z.enum(INSTRUCTION_STATES),
    text: orNull(z.string()),
    answer: orNull(z.enum(INSTRUCTION_ANSWERS)),
    reason: orNull(z.string()).meta({ description: 'Why the driver refused.' }),
    shipmentId: orNull(z.string()),
    stopId: orNull(z.string()),
    pushedAt: instant,
    receivedAt: orNull(instant).meta({ description: 'When the device fetched it.' }),
    answeredAt: orNull(instant),
  })
  .meta({ id: 'Instruction' });

/** One entry of a route's feed. */
export const routeChange = z
  .object({
    seq: z.int().meta({ description: 'Gapless, from 1; the version of the route after it.' }),
    at: instant,
    kind: z.enum(CHANGE_KINDS),
    stops: z.array(stop).meta({ description: 'Those that changed or came, as they are after it.' }),
    sequence: orNull(z.array(z.string())).meta({
      description: 'The ids of all stops in their sequence; null where that did not change.',
    }),
    text: orNull(z.string()),
    instruction: orNull(instruction).meta({
      description: 'The one that it carries or closes, as it is now.',
    }),
  })
  .meta({ id: 'RouteChange' });

export const route = z
  .object({
    ...summaryFields,
    start: orNull(point),
    estimatedEndAt: orNull(instant),
    position: orNull(z.object({ ...point.shape, at: instant })).meta({
      description: 'Where its device was last.',
    }),
    stops: z.array(stopInSequence),
    instructions: z.array(instruction).meta({ description: 'Those that wait for an answer.' }),
    parcels: z.array(
      z.object({
        shipmentId: z.string(),
        barcode: z.string(),
        name: z.string().meta({ description: "The recipient's." }),
        note: orNull(z.string()),
      }),
    ),
  })
  .meta({ id: 'Route' });

export const routePage = z
  .object({
    routes: z.array(routeSummary),
    nextCursor: orNull(z.string()).meta({ description: 'For the next page; null on the last' }),
  })
  .meta({ id: 'RoutePage' });

export const routePageQuery = z.strictObject({
  day: day.optional(),
  depot: depot.optional(),
  state: routeState.optional(),
  cursor: z
    .string()
    .regex(/^rte_[0-9A-HJKMNP-TV-Z]{26}$/)
    .optional()
    .meta({ description: 'nextCursor of the page before', example: 'rte_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ example: 50 }),
});

export const routeParams = z.strictObject({
  routeId: z.string().max(64).meta({ example: 'rte_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
});
