import type { ApiKeyId } from '../domain/api-key.js';

/** Makes every process forget what it remembers of a key that has changed; those that cannot be told forget it in time. */
export interface KeyRecall {
  recall(id: ApiKeyId): void;
}
