import { z } from 'zod';
import { endpoint, type Endpoint } from './endpoint';
import { lookAt, type Health, type Probe } from './health';
import { reply } from './reply';

const live = z.object({ status: z.literal('live') }).meta({ id: 'Live' });
const health = z
  .object({
    status: z.enum(['ready', 'degraded', 'unavailable', 'draining']),
    checks: z.array(
      z.object({
        name: z.string().meta({ example: 'register' }),
        ok: z.boolean(),
        note: z.string().optional().meta({ example: 'a newer edition was refused' }),
      }),
    ),
  })
  .meta({ id: 'Health' });

const ready: Health = { status: 'ready', checks: [{ name: 'register', ok: true }] };
const down: Health = { status: 'unavailable', checks: [{ name: 'database', ok: false, note: 'no answer' }] };

/** Whether the process lives, and whether it may be sent requests. */
export function healthEndpoints(probes: readonly Probe[], isDraining: () => boolean): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/health/live',
      operationId: 'getLiveness',
      summary: 'Whether the process lives',
      tags: ['health'],
      scopes: 'public',
      responses: {
        200: {
          description: 'It does',
          schema: live,
          examples: { live: { summary: 'Alive', value: { status: 'live' } } },
        },
      },
      handle: () => ({ status: 'live' as const }),
    }),
    endpoint({
      method: 'get',
      path: '/health/ready',
      operationId: 'getReadiness',
      summary: 'Whether requests may be sent here, and what is wrong if not',
      tags: ['health'],
      scopes: 'public',
      responses: {
        200: {
          description: 'They may',
          schema: health,
          examples: { ready: { summary: 'Ready', value: ready } },
        },
        503: {
          description: 'Not now',
          schema: health,
          examples: { down: { summary: 'A part fails', value: down } },
        },
      },
      handle: async () => {
        const found: Health = isDraining() ? { status: 'draining', checks: [] } : await lookAt(probes);
        const fit = found.status === 'ready' || found.status === 'degraded';
        return reply(found, { status: fit ? 200 : 503 });
      },
    }),
  ];
}
