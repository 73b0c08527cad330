import { randomUUID } from 'node:crypto';
import type { AddressCheckAnswer } from '../../src/checks/answer';
import { judgeCorrection } from '../../src/checks/correction';
import { accept, confirm, fix, type Judgement } from '../../src/checks/judgement';
import { approveCorrection } from '../../src/corrections/approve-correction';
import { rejectCorrection, withdrawCorrection } from '../../src/corrections/close-correction';
import { followShipment } from '../../src/corrections/follow-shipment';
import { proposeCorrection } from '../../src/corrections/propose-correction';
import { createPseudonymise } from '../../src/customers/pseudonym';
import type { Database } from '../../src/database/open-database';
import { Problem } from '../../src/http/problem';
import { newId } from '../../src/ids';
import { changeShipment } from '../../src/shipments/change-shipment';
import type { CheckEntry } from '../../src/shipments/check-entry';
import { cancelled } from '../../src/shipments/decisions';
import { recordScan } from '../../src/shipments/record-scan';
import { registerShipment } from '../../src/shipments/register-shipment';
import type { DeliveryAddress } from '../../src/shipments/shipment';
import { type Command, type EntryName, kindOf, picked } from './corrections-model';
import { addCallers } from './sample-parts';
import { cast, people } from './start-app';
import { type SteeredClock, steeredClock } from './steered-clock';

/** One shipment and its corrections as they are kept. */
export interface Kept {
  shipment: { version: number; state: string; address_id: string | null };
  address: string | null;
  corrections: { id: string; version: number; state: string; address: string | null }[];
  events: { code: string; effect: string; state: string }[];
  audit: { action: string; subject: string; details: string }[];
}

/** What commands do to real shipments in a database, by the use cases themselves. */
export class CorrectionsWorld {
  private readonly clock: SteeredClock = steeredClock();

  private constructor(private readonly database: Database) {}

  static async open(database: Database): Promise<CorrectionsWorld> {
    await addCallers(database, Object.values(cast));
    return new CorrectionsWorld(database);
  }

  /** A new shipment to this entry. */
  async order(name: EntryName): Promise<string> {
    this.clock.advance(1_000);
    const checkMemory = { keep: () => undefined, find: nothing, close: nothing };
    const pseudonymise = createPseudonymise('a key of the tests, known to all');
    const recipient = { name: 'Vera Verhuizer', email: null, phone: null, language: 'nl' as const };
    const order = {
      ...{ reference: randomUUID(), barcode: null, recipient, entry: entryOf(name), known: [] },
      ...{
        customerReference: 'vera-77',
        isConfirmed: false,
        depot: null,
        promisedOn: null,
        driverNote: null,
      },
    };
    const dependencies = { ...this.dependencies(), checkMemory, pseudonymise };
    const { result } = await registerShipment(dependencies, cast.owner, order, once());
    return result.id;
  }

  /** Does it; why not where that was refused. */
  async run(shipmentId: string, command: Command): Promise<string | null> {
    this.clock.advance(1_000);
    try {
      await this.attempt(shipmentId, command, await this.kept(shipmentId));
      return null;
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
  }

  private attempt(shipmentId: string, command: Command, { shipment, corrections }: Kept): Promise<unknown> {
    const dependencies = this.dependencies();
    const shipmentVersion = { shipmentId, expected: shipment.version };
    switch (command.do) {
      case 'propose': {
        const { source, isConfirmed } = command;
        const proposal = { entry: entryOf(command.entry), source, isConfirmed };
        const caller = callers[command.by];
        return proposeCorrection(dependencies, { caller, ...shipmentVersion, proposal }, once());
      }
      case 'scan': {
        const scan = { ...command, device: null, occurredAtMs: this.clock.nowMs() };
        return recordScan(dependencies, { caller: people.planner, shipmentId, scan }, once());
      }
      case 'cancel':
        return changeShipment(
          dependencies,
          { caller: cast.owner, ...shipmentVersion },
          once(),
          (before, nowMs) => ({
            ...{
              before,
              after: cancelled(before, nowMs),
              code: 'cancelled',
              reason: null,
              actor: 'key_owner',
            },
          }),
        );
      case 'approve':
      case 'reject':
      case 'withdraw': {
        const one = picked(corrections, command.which);
        if (one === undefined) return Promise.resolve();
        return this.decide(command, { shipmentId, correctionId: one.id, expected: one.version });
      }
    }
  }

  private decide(
    command: Command & { do: 'approve' | 'reject' | 'withdraw' },
    which: { shipmentId: string; correctionId: string; expected: number },
  ): Promise<unknown> {
    const dependencies = this.dependencies();
    const asked = { caller: people.agent, ...which };
    if (command.do === 'reject')
      return rejectCorrection(dependencies, { ...asked, reason: 'Gebeld' }, once());
    if (command.do === 'withdraw')
      return withdrawCorrection(dependencies, { ...asked, caller: callers[command.by] }, once());
    const address = command.entry === null ? null : entryOf(command.entry);
    const reason = command.hasReason ? 'Gebeld' : null;
    const decision = { address, reason, choice: null, language: 'nl' as const };
    return approveCorrection(dependencies, { ...asked, ...decision }, once());
  }

  private dependencies() {
    const { database, clock } = this;
    const ofRoutes = {
      placeOf: () => null,
      askTravelTimes: null,
      optionCosts: {},
    };
    return { database, clock, checkEntry, followShipment, ...ofRoutes };
  }

  /** Everything there is of a shipment, the oldest first. */
  async kept(shipmentId: string): Promise<Kept> {
    const { database } = this;
    const shipment: Kept['shipment'] = await database('shipments').where({ id: shipmentId }).first();
    const [address] = await database('addresses').where({ id: shipment.address_id ?? '' });
    const corrections: Kept['corrections'] = await database('corrections')
      .where({ shipment_id: shipmentId })
      .orderBy('created_at');
    const events: Kept['events'] = await database('shipment_events')
      .where({ shipment_id: shipmentId })
      .orderBy('received_at');
    const subjects = [shipmentId, ...corrections.map(({ id }) => id)];
    const audit: Kept['audit'] = await database('audit_entries').whereIn('subject', subjects).orderBy('at');
    return {
      shipment,
      corrections,
      events,
      audit,
      address: address ? nameOf(address.street, address.house_number) : null,
    };
  }
}

/** The address of a kept correction, by the name of its entry. */
export function addressNameOf({ address }: Kept['corrections'][number]): string | null {
  if (address === null) return null;
  const { street, houseNumber } = JSON.parse(address) as DeliveryAddress;
  return nameOf(street, houseNumber);
}

const callers = { shop: cast.owner, agent: people.agent };
const nothing = () => Promise.resolve(undefined);
const once = () => ({ owner: 'shp_owner', key: randomUUID(), fingerprint: '' });

function entryOf(name: EntryName): DeliveryAddress {
  const [, number] = name.split(' ');
  const place = { houseNumberAddition: null, postcode: '8962KL', city: 'Zilverwaard', country: 'NL' };
  return { street: kindOf(name), houseNumber: Number(number), ...place };
}

function nameOf(street: string, houseNumber: number): string {
  return `${street} ${houseNumber}`;
}

/** A register in which an entry's street says what it is worth. */
const checkEntry: CheckEntry = ({ entry, previous }) => {
  const address = entry as DeliveryAddress;
  const judgements: Record<string, Judgement> = {
    right: accept(address),
    unclear: confirm('partial', {}),
    wrong: fix('conflict', {}),
  };
  const judged = judgements[address.street]!;
  const judgement = previous === undefined ? judged : judgeCorrection(judged, entry, previous);
  return { judgement, answer: answerOf(judgement) };
};

function answerOf({ reasons, moreCandidates, ...judgement }: Judgement): AddressCheckAnswer {
  return {
    ...judgement,
    ...{ id: newId('chk', 0), moreCandidates, previousCheckId: null },
    reasons: reasons.map(({ code, severity }) => ({ code, severity, fields: [], message: '' })),
    reference: { register: 'BAG', edition: '2026-11-08' },
  };
}
