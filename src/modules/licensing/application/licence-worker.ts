import type { RequestContext } from '../../../kernel/context.js';
import type { DueLicence, DueLicences } from '../ports/licence-watches.js';
import type { IssueInvoices } from './issue-invoices.js';
import type { SendInvoices } from './send-invoices.js';
import type { SyncSubscription } from './sync-subscription.js';
import { systemContext } from './system-context.js';
import type { WatchLicence } from './watch-licence.js';

/** Told of what goes on behind the requests. */
export interface WorkerObserver {
  /** The subscription service, or the treasury, did not answer. */
  unanswered(what: 'subscriptions' | 'treasury', business: string | null): void;
  /** Ours to repair. */
  failed(what: string, error: unknown): void;
}

export interface WorkerPace {
  /** Businesses at once. */
  readonly concurrency: number;
  /** Wait after finding nothing. */
  readonly idleMs: number;
}

/** What is done for one business. */
export interface LicenceChores {
  readonly sync: Pick<SyncSubscription, 'execute'>;
  readonly watch: Pick<WatchLicence, 'execute' | 'postpone'>;
  readonly issue: Pick<IssueInvoices, 'execute'>;
  readonly send: Pick<SendInvoices, 'execute'>;
}

/** Looks after the licences of all businesses, each under its own tenant. One that fails keeps none of the others waiting. */
export class LicenceWorker {
  readonly name = 'licensing';
  private stopping = false;
  private running: Promise<void> | undefined;
  private rouse: (() => void) | undefined;

  constructor(
    private readonly due: DueLicences,
    private readonly chores: LicenceChores,
    private readonly observer: WorkerObserver,
    private readonly pace: WorkerPace,
    private readonly now: () => Date,
  ) {}

  /** Begins. */
  start(): void {
    this.running ??= this.loop();
  }

  /** Ends after what is in hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.rouse?.();
    await this.running;
  }

  /** Looks at as many as may be looked at together. @returns how many were looked at without failing. */
  async round(): Promise<number> {
    const found = await this.due.find(this.now(), this.pace.concurrency);
    const looked = await Promise.all(found.map((due) => this.look(due)));
    const sent = await this.sendOne();
    return looked.filter(Boolean).length + (sent ? 1 : 0);
  }

  private async look({ tenantId, tenantSlug }: DueLicence): Promise<boolean> {
    const context = systemContext(tenantId, tenantSlug, this.now());
    try {
      // Before the look: what the service says decides how time passes, and the look says when to ask again.
      if (!(await this.chores.sync.execute(context))) this.observer.unanswered('subscriptions', tenantSlug);
      const looked = await this.chores.watch.execute(context);
      if (looked) await this.chores.issue.execute(context);
      return looked;
    } catch (error) {
      this.observer.failed('a licence could not be looked at; it is tried again', error);
      await this.postpone(context);
      return false;
    }
  }

  private async postpone(context: RequestContext): Promise<void> {
    try {
      await this.chores.watch.postpone(context);
    } catch (error) {
      this.observer.failed('a licence that could not be looked at stays due', error);
    }
  }

  private async sendOne(): Promise<boolean> {
    try {
      const { found, answered } = await this.chores.send.execute(this.now());
      if (!answered) this.observer.unanswered('treasury', null);
      return found;
    } catch (error) {
      this.observer.failed('an invoice could not be sent; it is tried again', error);
      return false;
    }
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      let done = 0;
      try {
        done = await this.round();
      } catch (error) {
        this.observer.failed('the licences that are due could not be found', error);
      }
      if (done === 0) await this.pause(this.pace.idleMs);
    }
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
