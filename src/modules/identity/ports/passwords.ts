/** Hashes of passwords: slow, salted and peppered. Never inside a transaction: they take their time. */
export interface Passwords {
  /** @throws Refusal `secrets_not_configured`, `overloaded`. */
  make(password: string): Promise<string>;
  /**
   * @param hash `null` where there is none to compare with: it takes as long, and is false.
   * @throws Refusal `secrets_not_configured`, `overloaded`.
   */
  matches(password: string, hash: string | null): Promise<boolean>;
}
