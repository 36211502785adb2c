import { UuidV7Source, type Id } from '../../../src/kernel/ids.js';

/** Ids of what this program makes: UUIDv7, in order within one millisecond. */
export const ids = new UuidV7Source(Date.now, (size) => crypto.getRandomValues(new Uint8Array(size)));

/** An id for something new. */
export function newId<Name extends string>(): Id<Name> {
  return ids.next<Name>();
}
