import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4_096;

/**
 * A source of random bytes that asks the system for many at once: a sale needs some eight ids, and asking costs more than the
 * bytes. No byte is given out twice.
 */
export function createRandomPool(): (size: number) => Uint8Array {
  const pool = Buffer.alloc(POOL_BYTES);
  let used = POOL_BYTES;
  return (size) => {
    if (size > POOL_BYTES) throw new RangeError(`at most ${POOL_BYTES} random bytes at once`);
    if (used + size > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    used += size;
    return pool.subarray(used - size, used);
  };
}
