import { assertNoPaymentCard } from '../../../gift-cards/index.js';

/** A free text, as it may be kept. @throws Refusal `card_data_not_allowed` (GUARANTEES G9). */
export function screenedText(text: string, pointer: string): string {
  assertNoPaymentCard(text, pointer);
  return text;
}
