/** Makes the one text of a content, and its fingerprint. */
export interface ContentSeal {
  /** Canonical JSON: equal for equal content. */
  textOf(content: object): string;
  /** SHA-256 in hexadecimal. */
  hashOf(text: string): string;
}
