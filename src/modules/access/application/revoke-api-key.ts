import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { revokeApiKey, type ApiKeyId, type RevokedApiKey } from '../domain/api-key.js';
import type { ApiKeyRepository } from '../ports/api-key-repository.js';
import type { KeyRecall } from '../ports/key-recall.js';

/** Ends a key for good: at once in this process and in those that can be told, within the cache's time in the others. */
export class RevokeApiKey {
  constructor(
    private readonly transactor: Transactor,
    private readonly keys: ApiKeyRepository,
    private readonly outbox: Outbox,
    private readonly recall: KeyRecall,
  ) {}

  /** @throws Refusal `api_key_not_found`, `api_key_revoked`. */
  async execute(context: RequestContext, command: { apiKeyId: ApiKeyId }): Promise<RevokedApiKey> {
    const revoked = await this.transactor.run(context, async (tx) => {
      const { state, events } = revokeApiKey(await this.keys.get(tx, command.apiKeyId), context.at);
      await this.keys.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
    this.recall.recall(revoked.id);
    return revoked;
  }
}
