import { systemClock as clock } from '../clock';
import { readConfig } from '../config';
import type { RegisterDependencies } from '../shipments/register-shipment';
import type { Register } from '../register/edition/register';
import { registerFileOf } from './register-file';
import { withDatabase } from './with-database';

/** What shipments are registered with here, as the service has it. */
export interface ShipmentsAtHand extends RegisterDependencies {
  register: Register;
}

/** Does something with shipments, on the configured database and register, amendments laid over it. */
export async function withShipments<Result>(
  work: (shipments: ShipmentsAtHand) => Promise<Result>,
): Promise<Result> {
  const { createChecks } = await import('../parts.js');
  const { createLog } = await import('../log.js');
  const { openRegister } = await import('../register/register-worker.js');
  const { followAmendments } = await import('../register/amendments/amendments-worker.js');
  const log = createLog('warn', process.stderr);
  const opened = openRegister({ path: await registerFileOf(undefined), clock, log });
  const { register } = opened;
  try {
    return await withDatabase(async (database) => {
      const follower = await followAmendments({ database, register, clock, log });
      const checks = createChecks({ config: readConfig(), database, register, clock, log });
      try {
        return await work({ ...checks, database, clock, register: register.current() });
      } finally {
        await follower.close();
        await checks.checkMemory.close();
      }
    });
  } finally {
    await opened.close();
  }
}
