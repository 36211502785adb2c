/** Keeps numbers of payment cards out of what people type (GUARANTEES G9). */
export interface TextScreen {
  /** @param pointer its place in the request. @throws Refusal `card_data_not_allowed`. */
  assertHarmless(text: string, pointer: string): void;
}
