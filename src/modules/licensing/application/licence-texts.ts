/**
 * Screens what people type (GUARANTEES G9). Bound by the module that knows what card numbers look like: it depends on outlets,
 * which depend on licences.
 */
export abstract class LicenceTexts {
  /** @throws Refusal `card_data_not_allowed` with the pointer. */
  abstract assertHarmless(text: string, pointer: string): void;
}
