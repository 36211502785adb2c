import type { RequestContext } from '../../../kernel/context.js';
import type { PaymentId } from '../domain/charge.js';
import type { DueWork, DueWorks } from '../ports/due-work.js';
import type { PaymentClock } from '../ports/payment-clock.js';
import type { PaymentObserver } from '../ports/payment-observer.js';
import type { SendCharge } from './send-charge.js';
import type { SendTransfer } from './send-transfer.js';

export interface CollectorPace {
  /** Calls at once. */
  readonly concurrency: number;
  /** Wait after finding nothing, or failing. */
  readonly idleMs: number;
}

/**
 * Goes on with the charges, refunds and payouts that nobody waits for any more: those that providers work on, and those that a
 * process which died has left. Each is tried after growing waits of its own, so that one provider's absence slows no other.
 */
export class Collector {
  readonly name = 'tendering';
  private stopping = false;
  private running: Promise<void> | undefined;
  private rouse: (() => void) | undefined;

  constructor(
    private readonly due: DueWorks,
    private readonly charges: Pick<SendCharge, 'resume'>,
    private readonly transfers: Pick<SendTransfer, 'execute'>,
    private readonly observer: PaymentObserver,
    private readonly clock: PaymentClock,
    private readonly pace: CollectorPace,
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

  /** Does what is due, as much as may be done at once. @returns how much there was. */
  async round(): Promise<number> {
    const taken = await this.due.claim(this.clock.now(), this.pace.concurrency);
    await Promise.all(taken.map((work) => this.doOne(work)));
    return taken.length;
  }

  private async doOne(work: DueWork): Promise<void> {
    try {
      const context = this.contextOf(work);
      if (work.kind === 'charge') await this.charges.resume(context, work.id as PaymentId);
      else await this.transfers.execute(context, work.kind, work.id);
    } catch (error) {
      this.observer.failed('a payment could not be gone on with; it is tried again', error);
    }
  }

  private contextOf({ tenantId, tenantSlug, id }: DueWork): RequestContext {
    const principal = { kind: 'system', id: 'tendering', permissions: new Set<string>(), test: false } as const;
    return { tenantId, tenantSlug, principal, requestId: id, at: this.clock.now() };
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      let found = 0;
      try {
        found = await this.round();
      } catch (error) {
        this.observer.failed('the queue of payments could not be read', error);
      }
      if (found === 0) await this.pause();
    }
  }

  private async pause(): Promise<void> {
    if (this.stopping) return;
    const timer = this.clock.timer(this.pace.idleMs);
    await Promise.race([timer.rings, new Promise<void>((resolve) => (this.rouse = resolve))]);
    timer.stop();
    this.rouse = undefined;
  }
}
