import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { assertWithinReach } from '../domain/pricebook-checks.js';
import { createPricebook } from '../domain/pricebook-lifecycle.js';
import type { Pricebook, PricebookId, PricebookWish } from '../domain/pricebook.js';
import { authorOf, surroundings, type CommandMeans } from './pricebook-commands.js';

export interface CreatePricebookCommand extends PricebookWish {
  readonly id: PricebookId | undefined;
}

/** Makes a pricebook with an empty draft. It changes no price before that is published. */
export class CreatePricebook {
  constructor(
    private readonly means: CommandMeans,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal of `PricebookRefusal`. */
  execute(context: RequestContext, { id, ...wish }: CreatePricebookCommand): Promise<Pricebook> {
    const { transactor, books, outbox } = this.means;
    const making = { id: id ?? this.ids.next<'pricebook'>(), by: authorOf(context), at: context.at };
    return transactor.run(context, async (tx) => {
      assertWithinReach(context.principal.outlets, wish.terms.scope);
      await books.lockPrices(tx);
      const versionId = this.ids.next<'pricebook-version'>();
      const { state, events } = createPricebook(wish, making, versionId, await surroundings(this.means, tx));
      await books.add(tx, state);
      await books.pricesChanged(tx); // caches know all books, to say why one is passed over
      outbox.append(tx, events);
      return state;
    });
  }
}
