export {
  GiftCardsFacade,
  type CardRedemption,
  type CardSale,
  type RedeemedCard,
} from './application/gift-cards-facade.js';
export { IssueCards, type IssueCommand, type IssuedCard } from './application/issue-cards.js';
export type { GiftCardEvent, GiftCardEvents } from './domain/gift-card-events.js';
export type { GiftCard, GiftCardId, GiftCardRefusal } from './domain/gift-card.js';
export { assertNoPaymentCard } from './domain/card-code.js';
