import type { CatalogueSource } from '../ports/catalogue-source.js';
import type { SyncObserver } from '../ports/sync-observer.js';
import type { DueTenant, SyncTurns } from '../ports/sync-turns.js';
import type { SyncTenant } from './sync-tenant.js';

/** How the schedule paces itself. */
export interface ScheduleSettings {
  /** How often it is asked whose turn it is. */
  readonly lookMs: number;
  /** Tenants at once. */
  readonly concurrency: number;
}

/**
 * Looks after the copies of all tenants, a few at once. Several instances share the work: each tenant's turn is one's. While
 * the source's breaker is open nobody is asked, for that would only keep it open.
 */
export class SyncSchedule {
  readonly name = 'catalogue sync';
  private readonly inHand = new Set<Promise<void>>();
  private stopping = false;
  private running: Promise<void> | undefined;
  private rouse: (() => void) | undefined;

  constructor(
    private readonly turns: SyncTurns,
    private readonly tenant: Pick<SyncTenant, 'execute'>,
    private readonly source: Pick<CatalogueSource, 'configured' | 'suspended'>,
    private readonly observer: SyncObserver,
    private readonly settings: ScheduleSettings,
  ) {}

  /** Begins, where there is a source. */
  start(): void {
    if (this.source.configured) this.running ??= this.loop();
  }

  /** Ends after the page that each run has in hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.rouse?.();
    await this.running;
    await Promise.all(this.inHand);
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      await this.round();
      await this.pause(this.settings.lookMs * (0.75 + Math.random() / 2));
    }
  }

  private async round(): Promise<void> {
    const free = this.settings.concurrency - this.inHand.size;
    if (free <= 0 || this.source.suspended) return;
    try {
      for (const due of await this.turns.due(free)) this.begin(due);
    } catch (error) {
      this.observer.failed('it could not be asked whose catalogue is to be synchronised', error);
    }
  }

  private begin(due: DueTenant): void {
    const turn = this.tenant
      .execute(due, () => this.stopping)
      .then(() => {
        this.inHand.delete(turn);
        this.rouse?.(); // others may wait for this place
      })
      .catch((error: unknown) => {
        this.inHand.delete(turn);
        this.observer.failed('the catalogue of a tenant could not be synchronised', error);
      });
    this.inHand.add(turn);
  }

  private async pause(ms: number): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.rouse = undefined;
  }
}
