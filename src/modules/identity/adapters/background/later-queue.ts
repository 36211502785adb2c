import type { Logger } from '../../../../platform/telemetry/logger.js';
import type { Later } from '../../ports/later.js';

/** Beyond so many, whoever asks for a link has to ask again: there is a limit to what one process keeps in mind (GUARANTEES G13). */
const WAITING_MAX = 100;

/** Work one after the other, behind the answers. What waits when the process stops is done before it ends. */
export class LaterQueue implements Later {
  private waiting = 0;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly logger: Pick<Logger, 'warn'>) {}

  run(work: () => Promise<void>): void {
    if (this.waiting >= WAITING_MAX) {
      this.logger.warn('too many links for new passwords were asked for: one was not sent');
      return;
    }
    this.waiting += 1;
    this.last = this.last.then(() => this.done(work));
  }

  /** Waits for all that was taken on. */
  close(): Promise<void> {
    return this.last;
  }

  private async done(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (err) {
      this.logger.warn({ err }, 'a link for a new password was not sent');
    } finally {
      this.waiting -= 1;
    }
  }
}
