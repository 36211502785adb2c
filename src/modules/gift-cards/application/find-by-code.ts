import { Refusal } from '../../../kernel/refusal.js';
import { isMistyped, normalCode } from '../domain/card-code.js';
import type { GiftCard, GiftCardRefusal } from '../domain/gift-card.js';
import type { CardSecrets, CodeHash } from '../ports/card-secrets.js';
import type { Guesser, GuessLimit } from '../ports/guess-limit.js';

/**
 * Finds a card by its code, as typed or scanned. Codes that lead nowhere count against the caller, so that nobody finds cards by
 * trying; whoever has used the attempts up is not even told of a right one.
 */
export class FindByCode {
  constructor(
    private readonly secrets: CardSecrets,
    private readonly guesses: GuessLimit,
  ) {}

  /**
   * @param look asks for the card. @param fits false makes the card as good as absent, such as one of another kind.
   * @throws Refusal `gift_card_unknown`, `gift_card_code_mistyped`, `gift_card_too_many_attempts`.
   */
  async execute(
    guesser: Guesser,
    text: string,
    look: (hashes: readonly [CodeHash, ...CodeHash[]]) => Promise<GiftCard | undefined>,
    fits: (card: GiftCard) => boolean = () => true,
  ): Promise<GiftCard> {
    await this.guesses.assertMayTry(guesser);
    const code = normalCode(text);
    const card = await look(this.secrets.hashesOf(guesser.tenantId, code));
    if (card !== undefined && fits(card)) return card;
    await this.guesses.missed(guesser);
    // The code stays out of the refusal: refusals are answered, stored and logged.
    throw new Refusal<GiftCardRefusal>(isMistyped(code) ? 'gift_card_code_mistyped' : 'gift_card_unknown');
  }
}
