import type { KeptBook } from '../../sdk/src/book/book-store.js';
import { registerOn } from './kept-register.js';
import { hashOf, outcomeText, registerOutcome } from './outcome.js';
import type { RandomSale } from './random-sale.js';

declare global {
  var openRegister: (kept: KeptBook, at: number) => void;

  var pricedHashes: (sales: readonly RandomSale[]) => Promise<string[]>;
}

globalThis.openRegister = (kept, at) => {
  const register = registerOn(kept, at);
  globalThis.pricedHashes = async (sales) => {
    const hashes: string[] = [];
    for (const sale of sales) hashes.push(hashOf(outcomeText(await registerOutcome(register, sale))));
    return hashes;
  };
};
