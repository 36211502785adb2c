/** Finds what must not be written down. */
export interface TextScreen {
  /** @throws Refusal `card_data_not_allowed` for text that holds a payment card's number (GUARANTEES G9). */
  assertHarmless(text: string, pointer: string): void;
}
