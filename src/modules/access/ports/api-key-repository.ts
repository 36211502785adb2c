import type { Tx } from '../../../kernel/transaction.js';
import type { ActiveApiKey, ApiKey, ApiKeyId } from '../domain/api-key.js';

/** Keeps keys, each with the hash by which it is found and never with its text. */
export interface ApiKeyRepository {
  /** Locks the key until the transaction ends. @throws Refusal `api_key_not_found`. */
  get(tx: Tx, id: ApiKeyId): Promise<ApiKey>;
  /** Locks those of these keys that there are. */
  lock(tx: Tx, ids: readonly ApiKeyId[]): Promise<readonly ApiKey[]>;
  /** @throws Refusal `api_key_already_exists` when the id is taken, at the commit. */
  add(tx: Tx, key: ActiveApiKey, secretHash: string): void;
  save(tx: Tx, key: ApiKey): Promise<void>;
}
