import { setTimeout as pause } from 'node:timers/promises';
import type { ShownStop } from '../routes-service';
import type { ShownCorrection, ShownShipment } from '../shipments-service';
import { expectThat } from './caller';
import { approves, correctionNow, looksAgain, looksWhatCanBeDone } from './desk';
import type { Phone, Told } from './phone';
import { hers, propose, routeNow, shipmentNow, type Stage } from './stage';
import { drivesPast, handedOver, isToDo } from './van';
import { forCustomer, type ShownWindow } from './words';

/** Approved while the van is out of reach: nothing is promised until the driver has seen it. */
export async function redirectsOutOfReach(
  stage: Stage,
  phone: Phone,
  correction: ShownCorrection,
): Promise<void> {
  const option = await looksAgain(stage, correction);
  phone.lose();
  stage.tell('Driver', 'drives into a dead zone: the phone has no line.');
  const pushed = await approves(stage, correction, option);
  stage.tell(
    'Desk',
    'approves Lindelaan 12, 8962 KL, once. It is pushed; the window is an estimate, and she is told nothing yet.',
  );
  await expectUnseen(stage, phone, pushed);
  await drivesPast(stage, phone, 1);
  await pause(stage.deadZoneMs);
  const had = phone.entries.length;
  await phone.connect();
  const told = await phone.told('redirect');
  stage.tell(
    'Driver',
    `is in reach again: the phone sends what was done and catches up, from entry ${had} of the feed on.`,
  );
  await acknowledges(stage, phone, told, pushed);
}

async function expectUnseen(stage: Stage, phone: Phone, pushed: ShownCorrection): Promise<void> {
  expectThat(windowOf(await correctionNow(stage, pushed)).state === 'estimated', 'nothing is promised yet');
  const waiting = (await routeNow(stage, phone.routeId)).instructions as { receivedAt?: string | null }[];
  expectThat(waiting.length === 1 && waiting[0]?.receivedAt === null, 'the driver has not been told yet');
}

/** She has a better idea: it supersedes what the driver was told, which the phone is told first. */
export async function redirectsAgain(
  stage: Stage,
  phone: Phone,
  first: ShownCorrection,
): Promise<{ second: ShownCorrection; receivedMs: number }> {
  const shipmentId = String(first.shipmentId);
  const second = await propose(stage, shipmentId, { by: 'shop', address: hers.today, source: 'customer' });
  stage.tell(
    'Vera',
    'is not at home after all, and asks the shop for Marktplein 4, 8956 MP. It is right; an agent decides.',
  );
  expectThat(second.state === 'proposed', 'a parcel in a van goes elsewhere by an agent only');
  const option = await looksWhatCanBeDone(stage, second);
  const { seq: after } = phone.entries.at(-1) ?? { seq: 0 };
  const approvedMs = performance.now();
  const pushed = await approves(stage, second, option);
  const told = await phone.told('redirect', after);
  const receivedMs = Math.round(performance.now() - approvedMs);
  const { state, supersededBy } = await correctionNow(stage, first);
  expectThat(state === 'superseded' && supersededBy === second.id, 'it takes the place of the first');
  expectInOrder(phone, after);
  stage.tell(
    'Desk',
    `approves. The phone has it ${receivedMs} ms later: first that the earlier change is closed, then the new one.`,
  );
  await acknowledges(stage, phone, told, pushed);
  return { second: pushed, receivedMs };
}

function expectInOrder(phone: Phone, after: number): void {
  const told = phone.entries.filter(({ seq, instruction }) => seq > after && instruction !== null);
  const states = told.map(({ instruction }) => instruction?.state).join();
  expectThat(states === 'superseded,pushed', `the earlier one is closed first: ${states}`);
}

/** Only now the window is true: the driver has seen it. */
async function acknowledges(stage: Stage, phone: Phone, told: Told, pushed: ShownCorrection): Promise<void> {
  await phone.tap({ kind: 'acknowledged', instructionId: told.id });
  stage.tell('Driver', 'acknowledges it with a thumb.');
  const correction = await correctionNow(stage, pushed);
  const window = windowOf(correction);
  expectThat(correction.state === 'acknowledged' && window.state === 'promised', 'the window is promised');
  const stop = (await routeNow(stage, phone.routeId)).stops.find(({ id }) => id === told.stopId);
  expectThat(stop?.window?.from === window.from, 'the stop has the window that she is told');
  stage.tell('Vera', `reads: ${forCustomer(window)}.`);
}

/** The driver comes to her stop, and hands the parcel over. */
export async function delivers(stage: Stage, phone: Phone, correction: ShownCorrection): Promise<void> {
  const id = String(correction.shipmentId);
  const { stops } = await routeNow(stage, phone.routeId);
  const todo = stops.filter(isToDo);
  const herStop = todo.find(({ shipmentIds }) => shipmentIds.includes(id));
  expectThat(herStop !== undefined, 'her stop is on the route');
  stage.tell('(demo)', 'does not wait for the road: what comes before her stop is delivered now.');
  await drivesPast(stage, phone, todo.indexOf(herStop));
  await phone.tap({ kind: 'heading', stopId: herStop.id }, ...handedOver(herStop.id));
  await expectDelivered(stage, phone, { correction, herStop });
}

async function expectDelivered(
  stage: Stage,
  phone: Phone,
  { correction, herStop }: { correction: ShownCorrection; herStop: ShownStop },
): Promise<void> {
  const parcel: ShownShipment = (await shipmentNow(stage, String(correction.shipmentId))).body;
  expectThat(parcel.state === 'delivered', 'the parcel is delivered');
  expectThat(parcel.address?.street === herStop.address.street, 'where she asked for it');
  expectThat((await correctionNow(stage, correction)).state === 'applied', 'the correction is applied');
  const stop = (await routeNow(stage, phone.routeId)).stops.find(({ id }) => id === herStop.id);
  expectThat(stop?.window?.state === 'met', 'the promise is met');
  const { street, houseNumber } = herStop.address;
  stage.tell('Driver', `hands it over at ${street} ${houseNumber}. The promise is met.`);
}

function windowOf({ plan }: ShownCorrection): ShownWindow {
  const { window } = (plan ?? { window: null }) as { window: ShownWindow | null };
  expectThat(window !== null, 'it has a window');
  return window;
}
