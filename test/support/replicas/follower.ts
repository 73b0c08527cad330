import { Device } from '../fleet/device';
import type { Entry } from '../fleet/follow-feed';
import type { Pushed } from '../fleet/redirect';
import type { Van } from '../fleet/send-out';

/** A device at one of several replicas, which goes to the next when it loses that; it acknowledges whatever it hears. */
export class Follower {
  readonly device: Device;
  /** When it heard of a redirect, by the number of its entry. */
  private readonly heard = new Map<number, { shipmentId: string | null; atMs: number }>();
  breaks = 0;

  constructor(
    readonly van: Van,
    private readonly urls: readonly string[],
    private at: number,
  ) {
    this.device = new Device(van, {
      url: () => this.url,
      onEntry: (entry) => this.hear(entry),
      onBreak: () => {
        this.at += 1;
        this.breaks += 1;
      },
    });
  }

  get url(): string {
    return this.urls[this.at % this.urls.length] ?? '';
  }

  private hear({ seq, kind, instruction }: Entry): void {
    if (kind !== 'stops_changed' || instruction === null) return;
    this.heard.set(seq, { shipmentId: instruction.shipmentId, atMs: performance.now() });
    if (instruction.state === 'pushed')
      this.device.outbox.put({ kind: 'acknowledged', instructionId: instruction.id });
  }

  /** When it heard of a correction; undefined where it did not. */
  heardAtMs({ routeVersion, shipmentId }: Pushed): number | undefined {
    // One that takes the place of another comes behind the entry that closes that.
    return [1, 2].map((behind) => this.heard.get(routeVersion + behind)).find(isOf(shipmentId))?.atMs;
  }
}

function isOf(shipmentId: string) {
  return (one: { shipmentId: string | null } | undefined) => one?.shipmentId === shipmentId;
}
