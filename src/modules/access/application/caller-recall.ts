/**
 * Makes every process forget what it remembers of callers when a key, device, session, person or role has changed; those
 * that cannot be told forget within the cache's time. Call it after the change has committed.
 */
export abstract class CallerRecall {
  /** @param subjects names as in `FoundBearer.subjects`. */
  abstract recall(...subjects: readonly string[]): void;
}
