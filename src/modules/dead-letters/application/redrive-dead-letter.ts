import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { redrive, type DeadLetter, type DeadLetterId } from '../domain/dead-letter.js';
import type { DeadLetterRepository } from '../ports/dead-letter-repository.js';

/** Asks for another try of one dead letter. The dispatcher takes it from the queue within a second or two. */
export class RedriveDeadLetter {
  constructor(
    private readonly transactor: Transactor,
    private readonly letters: DeadLetterRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `dead_letter_not_found`, `dead_letter_already_redriven` */
  execute(context: RequestContext, command: { readonly id: DeadLetterId }): Promise<DeadLetter> {
    return this.transactor.run(context, async (tx) => {
      const letter = await this.letters.get(tx, command.id);
      const { state, events } = redrive(letter, `${context.principal.kind}:${context.principal.id}`);
      await this.letters.save(tx, [state]);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
