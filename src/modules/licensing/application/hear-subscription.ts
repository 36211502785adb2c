import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { hear, hearAnswer, type SubscriptionWord } from '../domain/subscription-lifecycle.js';
import type { Recall } from '../ports/recall.js';
import type { LicenceKeeper, KeptLicence } from './licence-keeper.js';

/** Takes the word of the subscription service, whether it was asked or told it by itself. */
export class HearSubscription {
  constructor(
    private readonly transactor: Transactor,
    private readonly keeper: LicenceKeeper,
    private readonly recall: Recall,
  ) {}

  /** Takes an answer. @param context of the question: from before it was asked. */
  async execute(context: RequestContext, word: SubscriptionWord): Promise<void> {
    const { at } = context;
    const { standingChanged } = await this.transactor.run(context, (tx) =>
      this.keeper.change(tx, at, (licence) => hearAnswer(licence, word, at)),
    );
    if (standingChanged) this.recall.licence(context.tenantId);
  }

  /** Takes what was announced, in the caller's transaction; the doors learn of it by its event. */
  within(tx: Tx, at: Date, word: SubscriptionWord): Promise<KeptLicence> {
    return this.keeper.change(tx, at, (licence) => hear(licence, word, at));
  }
}
