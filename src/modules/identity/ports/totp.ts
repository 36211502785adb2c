/** One-time codes of an app (RFC 6238): six digits, half a minute, SHA-1, which all apps know. */
export interface Totp {
  /** A new secret, in Base32. */
  newSecret(): string;
  /** What the app is told: `otpauth://totp/…`. */
  uri(secret: string, issuer: string, account: string): string;
  /** The same as a picture. */
  qrCode(uri: string): string;
  /** The step that a code is of: the present one, or one beside it. @returns `undefined` for a wrong code. */
  stepOf(secret: string, code: string, at: Date): number | undefined;
}
