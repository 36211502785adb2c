/** Chance and hashing, which the application takes from outside. */
export interface Secrets {
  random(size: number): Uint8Array;
  /** SHA-256, hexadecimal. Fit for keys of 200 random bits; not for anything that people choose. */
  hash(text: string): string;
}
