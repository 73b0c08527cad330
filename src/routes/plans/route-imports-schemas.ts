import { z } from 'zod';
import { PLAN_OUTCOMES } from './write-plan';

export const planListRow = z.string().meta({ id: 'RouteList', description: 'A CSV with a header.' });

export const importedRoute = z
  .object({
    reference: z.string(),
    day: z.string(),
    depot: z.string(),
    outcome: z.enum([...PLAN_OUTCOMES, 'refused']),
    routeId: z.union([z.string(), z.null()]),
    version: z.union([z.int(), z.null()]),
    errors: z
      .array(
        z.object({
          row: z.int().meta({ description: 'As spreadsheets count: the header is row 1.' }),
          column: z
            .union([z.string(), z.null()])
            .meta({ description: 'As the first row of the list has it.' }),
          code: z.string(),
          message: z.string(),
        }),
      )
      .meta({ description: 'Everything that is wrong with a route that was refused.' }),
  })
  .meta({ id: 'ImportedRoute' });
