/** Keeps numbers of payment cards out of free texts (GUARANTEES G9). */
export interface TextScreen {
  /** @param pointer the text's place in the request. @throws Refusal `card_data_not_allowed`. */
  assertHarmless(text: string, pointer: string): void;
}
