import type { Option } from '../routes/planning/option';
import { optionsFor } from '../routes/planning/options';
import type { TravelTimes } from '../routes/planning/travel-times';
import type { Route } from '../routes/route';
import {
  type Allowances,
  type CorrectedParcel,
  type OptionsDependencies,
  optionsQuestion,
  travelTimesFor,
} from './options-of';

/** What can still be done with a parcel, and what that was worked out on. */
export interface ReadOptions {
  options: readonly Option[];
  times: TravelTimes;
  /** The routes that an option may be of. */
  routes: readonly Route[];
}

/** What can still be done with a parcel for an address, as things stand; whose it is has been asked. */
export async function readOptions(
  dependencies: OptionsDependencies,
  parcel: CorrectedParcel,
  allowances: Allowances,
): Promise<ReadOptions> {
  const { database, clock } = dependencies;
  const times = await travelTimesFor(dependencies, parcel.shipment.id, parcel.address);
  const asked = { ...allowances, travelMs: times.travelMs, nowMs: clock.nowMs() };
  const question = await optionsQuestion(database, dependencies, parcel, asked);
  const { route, others } = question;
  return { options: optionsFor(question), times, routes: route === null ? others : [route, ...others] };
}
