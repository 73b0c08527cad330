import type {
  DeviceEvent,
  DriverInstruction,
  DriverRoute,
  DriverStop,
  FeedChange,
  Outcomes,
} from '../../../src/routes/driver/contract';
import { withActions } from '../../../src/routes/driver/with-actions';
import { aChange, anInstruction } from './a-route';

/** A route as the service would keep it: each change is an entry of its feed. */
export class StandInRoute {
  readonly changes: FeedChange[];
  readonly #done = new Set<number>();
  readonly #told: (change: FeedChange) => void;

  constructor(
    public route: DriverRoute,
    told: (change: FeedChange) => void,
  ) {
    this.#told = told;
    const { stops, parcels } = route;
    const sequence = stops.map(({ id }) => id);
    this.changes = [aChange(1, { kind: 'planned', stops, parcels, sequence })];
  }

  /** Another address for a parcel, at a stop of its own that comes after one. */
  redirect(shipmentId: string, stop: DriverStop, after: number): DriverInstruction {
    const left = this.route.stops.filter(({ shipmentIds }) => !shipmentIds.includes(shipmentId));
    const stops = [...left.slice(0, after), { ...stop, shipmentIds: [shipmentId] }, ...left.slice(after)];
    const told = anInstruction({ id: this.#nextId(), shipmentId, stopId: stop.id });
    this.#write({ kind: 'stops_changed', instruction: told }, stops);
    return told;
  }

  takeBack(shipmentId: string): DriverInstruction {
    const stops = this.route.stops.filter(({ shipmentIds }) => !shipmentIds.includes(shipmentId));
    const told = anInstruction({ id: this.#nextId(), kind: 'take_back', shipmentId });
    this.#write({ kind: 'stops_changed', instruction: told }, stops);
    return told;
  }

  ask(text: string, shipmentId: string): DriverInstruction {
    const stop = this.route.stops.find(({ shipmentIds }) => shipmentIds.includes(shipmentId));
    const of = { kind: 'question', text, shipmentId, stopId: stop?.id ?? null } as const;
    const told = anInstruction({ id: this.#nextId(), ...of });
    this.#write({ kind: 'question_asked', instruction: told });
    return told;
  }

  /** Does what a device reports, each once. */
  record(events: readonly DeviceEvent[]): Outcomes {
    const outcomes = events.map((event) => ({ deviceSeq: event.deviceSeq, effect: this.#recordOne(event) }));
    return { outcomes, version: this.route.version };
  }

  #recordOne(event: DeviceEvent): string {
    if (this.#done.has(event.deviceSeq)) return 'repeated';
    this.#done.add(event.deviceSeq);
    if (event.kind === 'position') return 'applied';
    const after = withActions(this.route, [event]);
    const told = 'instructionId' in event && after.instructions.find(({ id }) => id === event.instructionId);
    if (told)
      this.#write({ kind: 'instruction_answered', instruction: { ...told, answeredAt: event.occurredAt } });
    else this.#write({ kind: kindOf(event) }, after.stops);
    return 'applied';
  }

  #write(of: Partial<FeedChange>, stops: readonly DriverStop[] = this.route.stops): void {
    const known = new Set(this.route.stops);
    const came = stops.filter((stop) => !known.has(stop));
    const sequence = stops.map(({ id }) => id);
    const isSame = sequence.join() === this.route.stops.map(({ id }) => id).join();
    const change = aChange(this.route.version + 1, {
      ...of,
      stops: came,
      sequence: isSame ? null : sequence,
      parcels: this.route.parcels.filter(({ shipmentId }) => shipmentId === of.instruction?.shipmentId),
    });
    this.route = { ...this.route, version: change.seq, stops, ...this.#rest(of) };
    this.changes.push(change);
    this.#told(change);
  }

  #rest({ kind, instruction }: Partial<FeedChange>): Partial<DriverRoute> {
    const { instructions, state } = this.route;
    const isTold = kind === 'stops_changed' || kind === 'question_asked';
    if (isTold && instruction) return { instructions: [...instructions, instruction] };
    const isStart = state === 'planned' && kind !== 'instruction_answered';
    return {
      state: kind === 'ended' ? 'ended' : isStart ? 'under_way' : state,
      instructions: instructions.map((one) => (one.id === instruction?.id ? instruction : one)),
    };
  }

  #nextId(): string {
    return `ins_${this.route.instructions.length + 1}`;
  }
}

function kindOf({ kind }: DeviceEvent): FeedChange['kind'] {
  return kind === 'started' || kind === 'ended' ? kind : 'stop_progressed';
}
