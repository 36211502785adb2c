/** What a device found out about its machine, as keyed hashes: the last one, and all that were ever told. */
export interface SeenFingerprints {
  readonly last: string;
  readonly all: readonly string[];
}

/** Enough to see that there are two machines; more are not kept. */
const KEPT_MAX = 8;

/**
 * Looks at a fingerprint that comes with a sign of life. One key is kept by one machine: another fingerprint means that somebody copied
 * it. @returns what is remembered from now on, and whether to raise the alarm: for each new machine, and when the machines take
 * turns again after somebody said that all was well; not each time that they do.
 */
export function watch(
  seen: SeenFingerprints,
  told: string,
  isSuspect: boolean,
): { readonly seen: SeenFingerprints; readonly alarm: boolean } {
  if (told === seen.last) return { seen, alarm: false };
  const isNew = !seen.all.includes(told);
  const kept = isNew && seen.all.length < KEPT_MAX;
  return {
    seen: { last: told, all: kept ? [...seen.all, told] : seen.all },
    alarm: kept || !isSuspect,
  };
}

/**
 * The same under another key: a fingerprint has one hash for each key there is. @param hashes of what is told now, by the current key
 * first. @returns what is remembered, as if it had always been hashed by that key.
 */
export function underCurrentKey(seen: SeenFingerprints, hashes: readonly [string, ...string[]]): SeenFingerprints {
  const [current] = hashes;
  const renewed = (hash: string): string => (hashes.includes(hash) ? current : hash);
  return { last: renewed(seen.last), all: [...new Set(seen.all.map(renewed))] };
}
