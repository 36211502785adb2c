/** Compares what somebody typed with what is kept. */
export interface PinHashes {
  /**
   * @param kept `undefined` where there is nothing to compare with: it takes as long, and is false.
   * @throws Refusal `secrets_not_configured`, `overloaded`.
   */
  matches(pin: string, kept: string | undefined): Promise<boolean>;
}
