import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../ask-service';
import { Device } from '../fleet/device';
import { anyOf, doors } from '../fleet/doors';
import { Driver } from '../fleet/driver';
import { type Pushed, redirect } from '../fleet/redirect';
import { sendOut } from '../fleet/send-out';
import { wrongOnRoutes } from './examine-routes';
import { type Load, startCrew } from './load';
import { askUntilAnswered, type Patience, type Target } from './send';

/** How many are at work. */
export interface RouteCrew {
  agents: number;
  vans: number;
  stops: number;
}

/** Agents who correct parcels in vans, and drivers who deliver them. */
export interface RouteLoad extends Load {
  /** The approvals that were acknowledged. */
  pushed: readonly Pushed[];
  devices: readonly Device[];
}

/** A driver does something this often; oftener, and the route has always moved on when an agent has chosen. */
const STEP_EVERY_MS = 150;
const PAUSE_MS = 50;

export function startRouteLoad(target: Target, { agents, vans, stops }: RouteCrew): RouteLoad {
  const pushed: Pushed[] = [];
  const devices: Device[] = [];
  const underWay = new Set<Device>();
  const patience: Patience = { retries: { sent: 0, replayed: 0 }, unavailable: 0 };
  const ask: Ask = (asked) => askUntilAnswered(target, asked, patience);
  let isOver = false;
  let atWork = agents;
  const correct = async (isDone: () => boolean) => {
    while (!isDone() && !isOver) {
      const parcel = anyOf(anyOf([...underWay])?.van.parcels ?? []);
      const agent = { ask, bearer: target.bearers.agent };
      const done = parcel === undefined ? null : await redirect(agent, parcel, anyOf(doors)!);
      if (done === null) await sleep(PAUSE_MS);
      else pushed.push(done);
    }
    atWork -= 1;
  };
  const drive = async (isDone: () => boolean) => {
    while (!isDone()) {
      const van = await sendOut(ask, target.bearers, stops);
      const driver = new Driver();
      const device = new Device(van, { url: () => target.url, onEntry: (entry) => driver.hear(entry) });
      devices.push(device);
      device.outbox.put({ kind: 'started' });
      // Until the service knows, a correction changes a route that has not left: nobody is told.
      while (!device.outbox.isEmpty && !isDone()) await sleep(PAUSE_MS);
      underWay.add(device);
      await driveOnce(device, driver, isDone);
      underWay.delete(device);
      await device.finish();
    }
  };
  const workers = [
    ...Array.from({ length: agents }, () => correct),
    ...Array.from({ length: vans }, () => drive),
  ];
  // A driver hears whatever an agent still does.
  const crew = startCrew(workers, () => isOver && atWork === 0);
  return {
    ...{ pushed, devices, patience },
    acknowledged: () => pushed.length,
    whileTrue: (condition) => crew.whileTrue(condition),
    wrongIn() {
      const heard = devices.map((device) => ({ ...device.told(), van: device.van }));
      const expected = { pushed: [...pushed], heard, isQuiet: isOver };
      return (database) => wrongOnRoutes(database, expected);
    },
    async stop() {
      isOver = true;
      await crew.finish();
    },
  };
}

/** A round from its first stop to its last, or until it is over for all: then its end is not told. */
async function driveOnce({ outbox }: Device, driver: Driver, isOver: () => boolean): Promise<void> {
  for (let idle = 0; !isOver() && idle < 3;) {
    await sleep(STEP_EVERY_MS * (0.5 + Math.random()));
    const report = driver.next();
    if (report !== null) outbox.put(report);
    idle = report === null ? idle + 1 : 0;
  }
  if (!isOver()) outbox.put({ kind: 'ended' });
}
