import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { type Context, type Endpoint, endpoint, type Examples } from '../../http/endpoint';
import { tooLarge } from '../../http/body-bytes';
import type { Language } from '../../http/language';
import { Problem } from '../../http/problem';
import { streamed } from '../../http/reply';
import { importPlan, type ImportDependencies, type ImportedPlan, type Importer } from './import-plans';
import { readPlanList } from './plan-list';
import { refuseOtherDepots } from './plan-route';
import { listedPlan, type PlanRow } from './plan-rows';
import { readPlan } from './plan-schemas';
import { importedRoute, planListRow } from './route-imports-schemas';

const CSV = 'text/csv';
const NDJSON = 'application/x-ndjson';
/** A day of the whole carrier in one list: some 100,000 parcels. */
const LONGEST_LIST_BYTES = 16 * 1024 * 1024;

/** Takes in a day's routes as a list. */
export function routeImportsEndpoints(dependencies: ImportDependencies): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/route-imports',
      operationId: 'importRoutes',
      summary: "Plan a day's routes from a CSV, a parcel each row",
      description:
        'The first row names the columns, in English or Dutch, by comma, semicolon or tab: reference, day, depot, driver, ' +
        'vehicle, starts_at, ends_at, sequence, shipment; and where known service_minutes, window_from, window_until, ' +
        'planned_at, lat, lon. Times are as 13:30, of that day in Europe/Amsterdam. Rows of one depot, day and reference ' +
        'are a route, those of one sequence number among them a stop. Each route is planned for itself, as by ' +
        '`POST /v1/routes`, and answered with a line once it is: run the same list again, whole, as often as it takes.',
      tags: ['routes'],
      scopes: ['planning'],
      request: { stream: CSV, line: planListRow, examples: listExamples },
      responses: {
        200: {
          description: 'A line for each route, in the order of the list',
          schema: importedRoute,
          contentType: NDJSON,
          examples: outcomeExamples,
        },
      },
      problems: ['invalid-request', 'payload-too-large'],
      handle: async ({ stream }, context) => {
        const routes = readPlanList(textOf(await readAll(stream)));
        if (!Array.isArray(routes)) throw new Problem('invalid-request', { detail: routes });
        return streamed(Readable.from(outcomes(dependencies, routes, context), { highWaterMark: 1 }), NDJSON);
      },
    }),
  ];
}

type Asked = Pick<Context<readonly ['planning']>, 'caller' | 'language'>;

async function* outcomes(
  dependencies: ImportDependencies,
  routes: readonly (readonly PlanRow[])[],
  asked: Asked,
): AsyncGenerator<string> {
  const importer = importerOf(asked);
  for (const rows of routes) {
    yield await lineOf(dependencies, rows, { ...asked, importer });
    // Routes that are refused wait for nothing, and would let nobody else in until the last one.
    await setImmediate();
  }
}

function importerOf({ caller, language }: Asked): Importer {
  return {
    actor: caller.personId,
    read: (request) => readPlan(request, language),
    refuse: (plan) => refuseOtherDepots(caller, plan),
  };
}

async function lineOf(
  dependencies: ImportDependencies,
  rows: readonly PlanRow[],
  { importer, language }: Asked & { importer: Importer },
): Promise<string> {
  const imported = await importPlan(dependencies, listedPlan(rows), importer);
  return `${JSON.stringify(shownImport(imported, language))}\n`;
}

function shownImport({ mistakes, ...imported }: ImportedPlan, language: Language) {
  const errors = mistakes.map(({ row, column, code, message }) => ({
    row,
    column,
    code,
    message: typeof message === 'string' ? message : message[language],
  }));
  return { ...imported, errors };
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LONGEST_LIST_BYTES) throw tooLarge(LONGEST_LIST_BYTES);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('invalid-request', { detail: notUtf8 });
  }
}

const notUtf8 = {
  nl: 'De lijst is geen UTF-8; bewaar haar zo, of gebruik klopt routes import --encoding.',
  en: 'The list is not UTF-8; save it as such, or use klopt routes import --encoding.',
};

const list = [
  'reference;day;depot;driver;vehicle;starts_at;ends_at;sequence;shipment;window_from;window_until',
  'R-12;2026-11-27;ZLV;Jelle;V-123-BX;08:00;17:00;1;3SKLPT0001042;09:00;10:00',
].join('\n');
const listExamples: Examples = { one: { summary: 'A route of one parcel', value: list } };
const outcomeExamples: Examples = {
  created: {
    summary: 'A route that is new',
    value: {
      ...{ reference: 'R-12', day: '2026-11-27', depot: 'ZLV', outcome: 'created' },
      ...{ routeId: 'rte_01KA2J6W3Z5Y8Q7R9S0T1V2W3X', version: 1, errors: [] },
    },
  },
};
