import type { Clock } from '../clock';
import { amend } from './amendments/amended-register';
import type { Amendment } from './amendments/amendment';
import type { Register } from './edition/register';

/** The register in use: the newest edition with the amendments in force laid over it. */
export class CurrentRegister {
  private amendments: readonly Amendment[] = [];
  private laid: Register;
  private sinceMs: number;
  private nextExpiryMs = Infinity;

  constructor(
    private edition: Register,
    private readonly clock: Clock,
  ) {
    this.laid = edition;
    this.sinceMs = clock.nowMs();
  }

  /** To be asked once a request: streets and segments are good within one register only. */
  readonly current = (): Register => this.laid;

  useEdition(edition: Register): void {
    this.edition = edition;
    this.sinceMs = this.clock.nowMs();
    this.lay();
  }

  useAmendments(amendments: readonly Amendment[]): void {
    this.amendments = amendments;
    this.lay();
  }

  /** Leaves out the amendments that have expired since; to be called now and then. */
  expire(): void {
    if (this.clock.nowMs() >= this.nextExpiryMs) this.lay();
  }

  /** Since when this process uses its edition: since it was started, or changed to it. */
  inUseSinceMs(): number {
    return this.sinceMs;
  }

  /** How many amendments are in force. */
  amendmentCount(): number {
    return this.amendments.filter(({ expiresAtMs }) => expiresAtMs > this.clock.nowMs()).length;
  }

  private lay(): void {
    const nowMs = this.clock.nowMs();
    this.laid = amend(this.edition, this.amendments, nowMs);
    const expiries = this.amendments.map(({ expiresAtMs }) => expiresAtMs).filter((atMs) => atMs > nowMs);
    this.nextExpiryMs = Math.min(...expiries, Infinity);
  }
}
