import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { DiscoveryRepository } from '../ports/discovery-repository.js';
import type { DueDiscoveries, DueDiscovery } from '../ports/due-discoveries.js';
import type { SettleDiscovery } from './settle-discovery.js';

export interface WorkerPace {
  /** Questions at once. */
  readonly concurrency: number;
  /** Wait after finding nothing, or after a failure. */
  readonly idleMs: number;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Goes on with the questions that a request did not wait for, that the registry did not answer, or whose process died. */
export class DiscoveryWorker {
  readonly name = 'outlet-discoveries';
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly due: DueDiscoveries,
    private readonly transactor: Transactor,
    private readonly discoveries: Pick<DiscoveryRepository, 'lock'>,
    private readonly settle: Pick<SettleDiscovery, 'execute'>,
    private readonly pace: WorkerPace,
    private readonly now: () => number,
    private readonly failed: (what: string, error: unknown) => void,
  ) {}

  /** Begins. */
  start(): void {
    this.running ??= this.loop();
  }

  /** Ends after what is in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Asks what is due, as much as may be at once. @returns how much there was. */
  async round(): Promise<number> {
    const taken = await this.due.claim(this.pace.concurrency, new Date(this.now()));
    await Promise.all(taken.map((due) => this.askOne(due)));
    return taken.length;
  }

  private async askOne(due: DueDiscovery): Promise<void> {
    const context = this.contextOf(due);
    try {
      const open = await this.transactor.run(context, (tx) => this.discoveries.lock(tx, due.id));
      if (open?.outcome === null) await this.settle.execute(context, open);
    } catch (error) {
      this.failed('the registry could not be asked about an outlet; it is tried again', error);
    }
  }

  private contextOf({ tenantId, tenantSlug, id }: DueDiscovery): RequestContext {
    const principal = { kind: 'system', id: 'auth', permissions: NOBODY, test: false } as const;
    return { tenantId, tenantSlug, principal, requestId: id, at: new Date(this.now()) };
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      let found = 0;
      try {
        found = await this.round();
      } catch (error) {
        this.failed('the questions to the registry of outlets could not be read', error);
      }
      if (found === 0) await this.pause();
    }
  }

  private async pause(): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(ended, this.pace.idleMs);
      signal.addEventListener('abort', ended, { once: true });
      function ended(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', ended);
        resolve();
      }
    });
  }
}
