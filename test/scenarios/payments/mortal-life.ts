import type { RequestContext } from '../../../src/kernel/context.js';
import type { Transactor, Tx } from '../../../src/kernel/transaction.js';

class Died extends Error {}

/** The life of a process. Dead, it does nothing any more: its transactions never end; one that it dies in is rolled back. */
export class MortalLife {
  private hasEnded = false;
  readonly over: Promise<void>;
  private last: 'commits' | 'is undone' | undefined;
  private end = (): void => undefined;

  constructor(private readonly transactor: Transactor) {
    this.over = new Promise<void>((resolve) => (this.end = resolve));
  }

  get dead(): boolean {
    return this.hasEnded;
  }

  /** Dies now. */
  die(): void {
    this.hasEnded = true;
    this.end();
  }

  /** Dies at the end of what it does next to the database. */
  dieWithNext(last: 'commits' | 'is undone'): void {
    this.last = last;
  }

  private goesOnAfter(last: string | undefined): boolean {
    return last !== 'commits' && !this.hasEnded;
  }

  /** The database as this process has it. */
  readonly mortal: Transactor = {
    run: async <Result>(context: RequestContext, work: (tx: Tx) => Promise<Result>): Promise<Result> => {
      if (this.dead) return never();
      const { last } = this;
      try {
        const result = await this.transactor.run(context, async (tx) => {
          const done = await work(tx);
          if (last === 'is undone') throw new Died();
          return done;
        });
        if (this.goesOnAfter(last)) return result;
      } catch (error) {
        if (!(error instanceof Died)) throw error;
      }
      this.die();
      return never();
    },
    read: (context, work) => (this.dead ? never() : this.transactor.read(context, work)),
  };
}

function never(): Promise<never> {
  return new Promise<never>(() => undefined);
}
