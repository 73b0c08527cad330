import type { Transaction } from '../database/open-database';
import { instructionOf, type OnRoute } from '../routes/route-of-shipment';
import { moveInstruction } from '../routes/instructions/write-instruction';
import type { Correction } from './correction';
import { placeOn } from './parcel-way';
import { plannedByIt } from './refusals';
import { restored } from './restored-route';

/**
 * Takes back what a driver was told of a correction and has not seen, within a transaction that has locked the route: the
 * parcel is at the stop again where it was. Gives its place on the route as it is then.
 * @throws Problem conflict where it is on another route by now
 */
export async function withdrawPushed(
  trx: Transaction,
  { id }: Pick<Correction, 'id'>,
  { onRoute, actor }: { onRoute: OnRoute | null; actor: string },
  nowMs: number,
): Promise<OnRoute> {
  const instruction = await instructionOf(trx, id);
  if (onRoute === null || instruction?.routeId !== onRoute.route.id) throw plannedByIt();
  const { route: before } = onRoute;
  const step = { before, after: restored(before, instruction, nowMs), instruction };
  const { route } = await moveInstruction(trx, step, { state: 'withdrawn', actor }, nowMs);
  return placeOn(route, instruction.shipmentId);
}
