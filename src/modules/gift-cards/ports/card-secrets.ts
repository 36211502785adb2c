import type { TenantId } from '../../../kernel/ids.js';

/** What is kept of a code: enough to find the card by it, too little to pay with. */
export interface CodeHash {
  /** Hexadecimal. */
  readonly hash: string;
  /** Names the key that it was made under; `none` where there is no key. */
  readonly key: string;
}

/** Chance and hashing, which the application takes from outside. */
export interface CardSecrets {
  random(size: number): Uint8Array;
  /** The hash under the key in use, then those under former keys: a card is looked for under all of them. */
  hashesOf(tenantId: TenantId, code: string): readonly [CodeHash, ...CodeHash[]];
}
