import type { KeptBook } from '../../sdk/src/book/book-store.js';
import { ShelvedBook } from '../../sdk/src/book/shelved-book.js';
import { newId } from '../../sdk/src/encoding/new-id.js';
import { Register } from '../../sdk/src/engine.js';
import { MEMBERS } from './random-sale.js';

/** A register on a book that was kept, at a moment. */
export function registerOn(kept: KeptBook, at: number): Register {
  const { book } = ShelvedBook.from(kept, () => at);
  return new Register({
    book: () => book,
    ids: { next: newId },
    now: () => at,
    member: (customerId) => MEMBERS[customerId],
  });
}
