import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { redrive } from '../domain/dead-letter.js';
import type { DeadLetterRepository, LetterFilter } from '../ports/dead-letter-repository.js';

/** One request queues at most so many; ask again for the rest. */
export const REDRIVE_MAX = 500;

/** Asks for another try of all dead letters of a sink or a type, oldest first. */
export class RedriveDeadLetters {
  constructor(
    private readonly transactor: Transactor,
    private readonly letters: DeadLetterRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @returns how many were queued, at most `REDRIVE_MAX`. */
  execute(context: RequestContext, filter: LetterFilter): Promise<{ readonly queued: number }> {
    return this.transactor.run(context, async (tx) => {
      const by = `${context.principal.kind}:${context.principal.id}`;
      const decisions = (await this.letters.dead(tx, filter, REDRIVE_MAX)).map((letter) => redrive(letter, by));
      const states = decisions.map(({ state }) => state);
      if (states.length > 0) await this.letters.save(tx, states);
      this.outbox.append(
        tx,
        decisions.flatMap(({ events }) => events),
      );
      return { queued: states.length };
    });
  }
}
