import type { DueOutlet, DueOutlets } from '../ports/due-outlets.js';
import type { LookAfterDays } from './look-after-days.js';

/** Told of what goes on behind the requests. */
export interface KeeperObserver {
  /** Ours to repair. */
  failed(what: string, outlet: DueOutlet | undefined, error: unknown): void;
}

const PAGE = 50;
/** Bounds one round; what is left waits for the next. */
const PAGES_MAX = 200;
const EVERY_MS = 30_000;

/** Looks after the days of outlets whose policy wants it, now and then. */
export class DayKeeper {
  readonly name = 'business days';
  private stopping = false;
  private running: Promise<void> | undefined;
  private rouse: (() => void) | undefined;

  constructor(
    private readonly outlets: DueOutlets,
    private readonly lookAfterDays: Pick<LookAfterDays, 'execute'>,
    private readonly observer: KeeperObserver,
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

  /** Looks once at all that are due. One outlet's failure keeps no other's days open. @returns how many went well. */
  async round(): Promise<number> {
    let done = 0;
    let after: DueOutlet | undefined;
    for (let page = 0; page < PAGES_MAX && !this.stopping; page += 1) {
      const due = await this.outlets.due(PAGE, after);
      for (const outlet of due) done += (await this.lookAfter(outlet)) ? 1 : 0;
      if (due.length < PAGE) break;
      after = due.at(-1);
    }
    return done;
  }

  private async lookAfter(outlet: DueOutlet): Promise<boolean> {
    if (this.stopping) return false;
    try {
      await this.lookAfterDays.execute(outlet, this.now());
      return true;
    } catch (error) {
      this.observer.failed('the days of an outlet could not be looked after; it is tried again', outlet, error);
      return false;
    }
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.round();
      } catch (error) {
        this.observer.failed('the outlets whose days are due could not be read', undefined, error);
      }
      await this.pause();
    }
  }

  private async pause(): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, EVERY_MS);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.rouse = undefined;
  }
}
