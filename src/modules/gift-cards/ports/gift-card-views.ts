import type { RequestContext } from '../../../kernel/context.js';
import type { CardKind, GiftCard, GiftCardId } from '../domain/gift-card.js';
import type { LiabilityFact, LiabilityQuestion } from '../domain/liability.js';
import type { Movement } from '../domain/movement.js';
import type { CodeHash } from './card-secrets.js';

export interface CardQuery {
  readonly status?: GiftCard['status'];
  readonly kind?: CardKind;
  readonly last4?: string;
  readonly customerId?: string;
  /** Cards in use that run out before then. */
  readonly expiringBefore?: Date;
  readonly limit: number;
  /** Issue time and id of the last card of the page before. */
  readonly after?: readonly [issuedAt: string, id: string];
}

/** An entry of a ledger and who made it. */
export type RecordedMovement = Movement & { readonly actor: string };

/** What callers ask about cards. Pages have one entry more than the limit when there are more. */
export interface GiftCardViews {
  /** @throws Refusal `gift_card_not_found`. */
  card(context: RequestContext, id: GiftCardId): Promise<GiftCard>;
  byCode(context: RequestContext, hashes: readonly CodeHash[]): Promise<GiftCard | undefined>;
  /** Newest first. */
  cards(context: RequestContext, query: CardQuery): Promise<readonly GiftCard[]>;
  /** Newest first. `after` is the number of the last entry of the page before. @throws Refusal `gift_card_not_found`. */
  movements(
    context: RequestContext,
    id: GiftCardId,
    page: { readonly limit: number; readonly after?: number },
  ): Promise<readonly RecordedMovement[]>;
  liability(context: RequestContext, question: LiabilityQuestion): Promise<readonly LiabilityFact[]>;
}
