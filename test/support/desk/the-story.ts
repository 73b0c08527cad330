import type { Browser, BrowserContextOptions } from 'playwright-core';
import { createAccess } from '../../../src/access/create-access';
import type { Database } from '../../../src/database/open-database';
import { createLog } from '../../../src/log';
import { type Phone, takePhone } from '../driver/phone';
import { type DrivingService, startDriving } from '../driving-service';
import { addresses, type ShownShipment } from '../shipments-service';
import { authenticateCast } from '../start-app';
import { steeredClock } from '../steered-clock';
import { type AtTheDesk, atTheDesk } from './at-the-desk';

/** The service with a driver's real page beside the desk. */
export interface TheStory {
  service: DrivingService;
  /** What had happened before the morning: her parcel is in the van to the old address, and her mail waits at the desk. */
  untilThisMorning(): Promise<{ parcel: ShownShipment; routeId: string; phone: Phone }>;
  /** Opens the agent's desk. */
  desk(options?: BrowserContextOptions): Promise<AtTheDesk>;
  close(): Promise<void>;
}

/** Devices are let in by tokens of their own, the others as tests know them. */
export async function theStory(browser: Browser, database: Database): Promise<TheStory> {
  const clock = steeredClock();
  const access = await createAccess({ database, clock, log: createLog('silent') });
  const service = await startDriving(database, {
    clock,
    authenticate: (given) =>
      given.authorization?.startsWith('Bearer klopt_') === true
        ? access.authenticate(given)
        : authenticateCast(given),
  });
  return {
    service,
    untilThisMorning: async () => {
      const parcel = await inTheVan(service);
      const route = await service.planRoute(['farAway', parcel, 'elsewhere']);
      const phone = await openOnPhone(browser, service, route.id);
      await service.propose('agent', parcel.id, { address: addresses.mixedAgain, source: 'email' });
      return { parcel, routeId: route.id, phone };
    },
    desk: (options) => atTheDesk(browser, service.url, options),
    close: async () => {
      await service.close();
      await access.close();
    },
  };
}

/** She ordered at her old address once; now her old postcode stands with her new street, and somebody lets it go as it is. */
async function inTheVan(service: DrivingService): Promise<ShownShipment> {
  const customerReference = `vera-${Math.random()}`;
  await service.order({ address: addresses.old, customerReference });
  const { body, etag } = await service.order({
    address: addresses.mixed,
    depot: 'ZLV',
    customerReference,
  });
  const release = { etag, body: { reason: 'De klant zegt dat het klopt' } };
  await service.write('agent', `/v1/shipments/${body.id}/release`, release);
  return body;
}

/** As the QR code of the route would. */
async function openOnPhone(browser: Browser, service: DrivingService, routeId: string): Promise<Phone> {
  const phone = await takePhone(browser);
  await phone.page.clock.install({ time: service.clock.now() });
  const issued = await service.write<{ url: string }>('planner', `/v1/routes/${routeId}/device-tokens`);
  const { pathname, hash } = new URL(issued.body.url);
  await phone.page.goto(service.url + pathname + hash);
  await phone.tap('Rit beginnen');
  await until(async () => (await service.route(routeId)).state === 'under_way');
  return phone;
}

/** Waits three seconds at most until something holds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 100; !(await holds()); left -= 1) {
    if (left === 0) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
