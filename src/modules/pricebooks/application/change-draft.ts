import type { RequestContext } from '../../../kernel/context.js';
import { assertWithinReach } from '../domain/pricebook-checks.js';
import { changeDraft } from '../domain/pricebook-lifecycle.js';
import type { Pricebook, Terms } from '../domain/pricebook.js';
import { assertReach, held, settle, type CommandMeans, type OnBook } from './pricebook-commands.js';

export interface ChangeDraftCommand extends OnBook {
  readonly changes: Partial<Terms>;
}

/** Changes priority, scope and rules of the draft. Prices stay until it is published. */
export class ChangeDraft {
  constructor(private readonly means: CommandMeans) {}

  /** @throws Refusal of `PricebookRefusal`, `version_mismatch`. */
  execute(context: RequestContext, command: ChangeDraftCommand): Promise<Pricebook> {
    const { transactor, books, places } = this.means;
    const { changes } = command;
    return transactor.run(context, async (tx) => {
      const { book, at } = await held(this.means, tx, context, command);
      assertReach(context, [book.draft]);
      if (changes.scope !== undefined) assertWithinReach(context.principal.outlets, changes.scope);
      const outcome = changeDraft(book, changes, at, await places.outlets(tx));
      if (outcome.events.length > 0 && outcome.state.draft !== null) await books.saveVersion(tx, outcome.state.draft);
      return settle(this.means, tx, outcome);
    });
  }
}
