/** Hashes PINs, slowly. All throw Refusal `secrets_not_configured`, `overloaded`. */
export interface PinHashes {
  make(pin: string): Promise<string>;
  matches(pin: string, kept: string): Promise<boolean>;
  /** A digit from 0 to 9, each as likely, from a source that cannot be foreseen. */
  digit(): number;
}
