import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ApiKeyId } from '../domain/api-key.js';
import { issueApiKey, retireApiKey } from '../domain/api-key-lifecycle.js';
import { hintOf, SECRET_BYTES, writeToken } from '../domain/token-text.js';
import type { ApiKeyRepository } from '../ports/api-key-repository.js';
import type { CallerRecall } from './caller-recall.js';
import type { Secrets } from '../ports/secrets.js';
import type { IssuedApiKey } from './create-api-key.js';

/** Gives a key a successor; the old one goes on working for a while, so that nothing stops in between. */
export class RotateApiKey {
  constructor(
    private readonly transactor: Transactor,
    private readonly keys: ApiKeyRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly secrets: Secrets,
    private readonly recall: CallerRecall,
  ) {}

  /** @throws Refusal `api_key_not_found`, `api_key_revoked`, `api_key_exceeds_caller`. */
  async execute(context: RequestContext, command: { apiKeyId: ApiKeyId; overlapMs: number }): Promise<IssuedApiKey> {
    const issued = await this.transactor.run(context, async (tx) => {
      const until = new Date(context.at.getTime() + command.overlapMs);
      const old = await this.keys.get(tx, command.apiKeyId);
      const retired = retireApiKey(old, until);
      const key = writeToken(old.mode, context.tenantId, this.secrets.random(SECRET_BYTES));
      const { name, mode, permissions, outlets } = old;
      const wish = { id: this.ids.next<'api-key'>(), name, mode, permissions, outlets, expiresAt: old.expiresAt };
      const issue = { by: context.principal, at: context.at, hint: hintOf(key), replaces: { id: old.id, until } };
      const { state, events } = issueApiKey(wish, issue);
      await this.keys.save(tx, retired.state);
      this.keys.add(tx, state, this.secrets.hash(key));
      this.outbox.append(tx, [...retired.events, ...events]);
      return { apiKey: state, key };
    });
    this.recall.recall(`api-key:${command.apiKeyId}`); // it is remembered with an end that it no longer has
    return issued;
  }
}
