import type { RequestContext } from '../../../kernel/context.js';
import type { DueIntent, DueIntents } from '../ports/due-intents.js';
import type { SendIntent } from './send-intent.js';

/** Told of what goes on behind the requests. */
export interface SenderObserver {
  /** The ledger did not answer. */
  unanswered(due: DueIntent, error: string | null): void;
  /** Ours to repair. */
  failed(what: string, error: unknown): void;
}

export interface SenderSettings {
  /** Calls at once. */
  readonly concurrency: number;
  /** Wait after finding nothing. */
  readonly idleMs: number;
}

const PAUSE_MS = { first: 500, max: 15_000 };

/**
 * Sends what is due to the sibling's ledger, takes back burns that no sale came for, and finishes what a process that died has
 * left. While the ledger does not answer one intent at a time is tried, after growing waits: it hears nothing of a crowd when it
 * comes back.
 */
export class IntentSender {
  readonly name = 'loyalty';
  private stopping = false;
  private running: Promise<void> | undefined;
  private failures = 0;
  private rouse: (() => void) | undefined;

  constructor(
    private readonly due: DueIntents,
    private readonly send: Pick<SendIntent, 'execute'>,
    private readonly observer: SenderObserver,
    private readonly settings: SenderSettings,
    private readonly clock: { readonly now: () => Date; readonly random: () => number },
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
    const taken = await this.due.claim(this.failures === 0 ? this.settings.concurrency : 1);
    const answered = await Promise.all(taken.map((due) => this.sendOne(due)));
    if (answered.includes(true)) this.failures = 0;
    else if (taken.length > 0) this.failures += 1;
    return taken.length;
  }

  private async sendOne(due: DueIntent): Promise<boolean> {
    try {
      const sent = await this.send.execute(this.contextOf(due), due.id);
      if (sent?.answered === false) this.observer.unanswered(due, sent.intent.error);
      return sent?.answered ?? true;
    } catch (error) {
      this.observer.failed('a movement of points could not be sent; it is tried again', error);
      return false;
    }
  }

  private contextOf({ tenantId, tenantSlug, id }: DueIntent): RequestContext {
    const principal = { kind: 'system', id: 'loyalty', permissions: new Set<string>(), test: false } as const;
    return { tenantId, tenantSlug, principal, requestId: id, at: this.clock.now() };
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      let found = 0;
      try {
        found = await this.round();
      } catch (error) {
        this.failures += 1;
        this.observer.failed('the queue of loyalty movements could not be read', error);
      }
      if (this.failures > 0) await this.pause(this.waitMs());
      else if (found === 0) await this.pause(this.settings.idleMs);
    }
  }

  private waitMs(): number {
    const ceiling = Math.min(PAUSE_MS.max, PAUSE_MS.first * 2 ** Math.min(this.failures, 16));
    return ceiling * (0.5 + this.clock.random() / 2);
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
