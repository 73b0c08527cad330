import type { Entry } from './follow-feed';
import type { Report } from './outbox';

const DONE = ['completed', 'failed', 'skipped'];
/** Of each hundred. */
const REFUSED = 5;
const FAILED = 5;

/** What a driver knows of the route from the device, and does next: answers first, then the stops in their order. */
export class Driver {
  private readonly states = new Map<string, string>();
  private sequence: readonly string[] = [];
  private readonly toAnswer: string[] = [];
  private readonly been = new Set<string>();
  private steps: Report[] = [];

  /** Takes in what the feed tells. */
  hear({ stops, sequence, instruction, kind }: Entry): void {
    for (const { id, state } of stops) this.states.set(id, state);
    this.sequence = sequence ?? (this.sequence.length === 0 ? stops.map(({ id }) => id) : this.sequence);
    if (kind === 'stops_changed' && instruction?.state === 'pushed') this.toAnswer.push(instruction.id);
  }

  /** What the driver does next; null where nothing is left to do. */
  next(): Report | null {
    const instructionId = this.toAnswer.shift();
    if (instructionId !== undefined) return answerTo(instructionId);
    if (this.steps.length === 0) this.steps = this.stepsAt(this.nextStop());
    return this.steps.shift() ?? null;
  }

  private nextStop(): string | undefined {
    return this.sequence.find((id) => !DONE.includes(this.states.get(id) ?? '') && !this.been.has(id));
  }

  private stepsAt(stopId: string | undefined): Report[] {
    if (stopId === undefined) return [];
    this.been.add(stopId);
    const isFailed = Math.random() * 100 < FAILED;
    const done = isFailed ? { kind: 'failed', reason: 'not_at_home' } : { kind: 'completed' };
    return [{ kind: 'heading' }, { kind: 'arrived' }, done].map((step) => ({ ...step, stopId }));
  }
}

function answerTo(instructionId: string): Report {
  const isRefused = Math.random() * 100 < REFUSED;
  return isRefused
    ? { kind: 'refused', instructionId, reason: 'Brug dicht' }
    : { kind: 'acknowledged', instructionId };
}
