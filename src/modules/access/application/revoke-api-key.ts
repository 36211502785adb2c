import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ApiKeyId, RevokedApiKey } from '../domain/api-key.js';
import { revokeApiKey } from '../domain/api-key-lifecycle.js';
import type { ApiKeyRepository } from '../ports/api-key-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { CallerRecall } from './caller-recall.js';

/** Ends a key for good: at once in this process and in those that can be told, within the cache's time in the others. */
export class RevokeApiKey {
  constructor(
    private readonly transactor: Transactor,
    private readonly keys: ApiKeyRepository,
    private readonly outbox: Outbox,
    private readonly recall: CallerRecall,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `api_key_not_found`, `api_key_revoked`, `card_data_not_allowed`. */
  async execute(
    context: RequestContext,
    { apiKeyId, reason }: { readonly apiKeyId: ApiKeyId; readonly reason: string | null },
  ): Promise<RevokedApiKey> {
    if (reason !== null) this.screen.assertHarmless(reason, '/query/reason');
    const revoked = await this.transactor.run(context, async (tx) => {
      const act = { by: context.principal, at: context.at, reason };
      const { state, events } = revokeApiKey(await this.keys.get(tx, apiKeyId), act);
      await this.keys.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
    this.recall.recall(`api-key:${revoked.id}`);
    return revoked;
  }
}
