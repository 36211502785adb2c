import { SettledHorizon, type Queries } from './event-log.js';

/** The settled horizon for all readers of a process: those who ask at the same time share one look. */
export class LogHorizon {
  private readonly horizon = new SettledHorizon();
  private looking: Promise<number> | undefined;

  constructor(private readonly queries: Queries) {}

  /** True while drawn positions wait for running transactions. */
  get isPending(): boolean {
    return this.horizon.isPending;
  }

  /** The position up to which the log can be read now. @throws Error when the database is away. */
  current(): Promise<number> {
    this.looking ??= this.horizon.advance(this.queries).finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }
}
