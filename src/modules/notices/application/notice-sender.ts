import type { RequestContext } from '../../../kernel/context.js';
import type { DueNotice, DueNotices } from '../ports/due-notices.js';
import type { SendNotice } from './send-notice.js';

/** Told of what goes on behind the requests. */
export interface SenderObserver {
  /** The service took a notice, refused it for good (`refused`, with its word), or did not answer. */
  sent(due: DueNotice, outcome: 'accepted' | 'refused' | 'unanswered', why: string | null): void;
  /** Ours to repair. */
  failed(what: string, error: unknown): void;
}

export interface SenderPace {
  /** Calls at once. */
  readonly concurrency: number;
  /** Wait after finding nothing. */
  readonly idleMs: number;
}

const PAUSE_MS = { first: 500, max: 15_000 };
const NOBODY: ReadonlySet<string> = new Set();

/** Sends the notices that are due. While the service does not answer, one at a time is tried, after growing waits. */
export class NoticeSender {
  readonly name = 'notices';
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private failures = 0;

  constructor(
    private readonly due: DueNotices,
    private readonly send: Pick<SendNotice, 'execute'>,
    private readonly observer: SenderObserver,
    private readonly pace: SenderPace,
    private readonly clock: { readonly now: () => Date; readonly random: () => number },
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

  /** Sends what is due, as much as may be at once. @returns how much there was. */
  async round(): Promise<number> {
    const taken = await this.due.claim(this.failures === 0 ? this.pace.concurrency : 1);
    const answered = await Promise.all(taken.map((due) => this.sendOne(due)));
    if (answered.includes(true)) this.failures = 0;
    else if (taken.length > 0) this.failures += 1;
    return taken.length;
  }

  private async sendOne(due: DueNotice): Promise<boolean> {
    try {
      const answer = await this.send.execute(this.contextOf(due), due.id);
      if (answer === undefined) return true;
      const why = answer.kind === 'refused' ? answer.code : answer.kind === 'unanswered' ? answer.error : null;
      this.observer.sent(due, answer.kind, why);
      return answer.kind !== 'unanswered';
    } catch (error) {
      this.observer.failed('a notice could not be sent; it is tried again', error);
      return false;
    }
  }

  private contextOf({ tenantId, tenantSlug, id }: DueNotice): RequestContext {
    const principal = { kind: 'system', id: 'notices', permissions: NOBODY, test: false } as const;
    return { tenantId, tenantSlug, principal, requestId: id, at: this.clock.now() };
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      let found = 0;
      try {
        found = await this.round();
      } catch (error) {
        this.failures += 1;
        this.observer.failed('the notices that are due could not be read', error);
      }
      if (this.failures > 0) await this.pause(this.waitMs());
      else if (found === 0) await this.pause(this.pace.idleMs);
    }
  }

  private waitMs(): number {
    const ceiling = Math.min(PAUSE_MS.max, PAUSE_MS.first * 2 ** Math.min(this.failures, 16));
    return ceiling * (0.5 + this.clock.random() / 2);
  }

  private async pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(ended, ms);
      signal.addEventListener('abort', ended, { once: true });
      function ended(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', ended);
        resolve();
      }
    });
  }
}
