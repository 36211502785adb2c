import type { RequestContext } from '../../../kernel/context.js';
import type { GiftCard } from '../domain/gift-card.js';
import type { GiftCardViews } from '../ports/gift-card-views.js';
import type { FindByCode } from './find-by-code.js';

/** Tells what is on a card, to who has its code. */
export class LookUpCard {
  constructor(
    private readonly views: GiftCardViews,
    private readonly findByCode: FindByCode,
  ) {}

  /** @throws Refusal `gift_card_unknown`, `gift_card_code_mistyped`, `gift_card_too_many_attempts`. */
  execute(context: RequestContext, code: string): Promise<GiftCard> {
    return this.findByCode.execute(context, code, (hashes) => this.views.byCode(context, hashes));
  }
}
