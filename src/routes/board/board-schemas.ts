import { z } from 'zod';
import { orAbsent } from '../../http/form-fields';
import { day, depot } from '../day-and-depot-schemas';
import { deviceParams } from '../devices/devices-schemas';

export const boardQuery = z.strictObject({ day: orAbsent(day), depot: orAbsent(depot) });

/** Of the page as it is shown. */
export const boardLiveQuery = boardQuery.extend({ mark: z.string().max(32) });

export const routeLiveQuery = boardLiveQuery.pick({ mark: true });

export const noFields = z.strictObject({});

export const revokeForm = deviceParams.pick({ deviceId: true });
