import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ActiveApiKey, ApiKeyId, ApiKeyWish } from '../domain/api-key.js';
import { issueApiKey } from '../domain/api-key-lifecycle.js';
import { hintOf, SECRET_BYTES, writeToken } from '../domain/token-text.js';
import type { ApiKeyRepository } from '../ports/api-key-repository.js';
import type { Secrets } from '../ports/secrets.js';

/** A key just made: the only time that its text is known. */
export interface IssuedApiKey {
  readonly apiKey: ActiveApiKey;
  readonly key: string;
}

export type CreateApiKeyCommand = Omit<ApiKeyWish, 'id'> & { readonly id: ApiKeyId | undefined };

/** Makes a key for another program. */
export class CreateApiKey {
  constructor(
    private readonly transactor: Transactor,
    private readonly keys: ApiKeyRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly secrets: Secrets,
  ) {}

  /** @throws Refusal `api_key_exceeds_caller`, `api_key_already_exists`. */
  execute(context: RequestContext, command: CreateApiKeyCommand): Promise<IssuedApiKey> {
    return this.transactor.run(context, async (tx) => {
      const key = writeToken(command.mode, context.tenantId, this.secrets.random(SECRET_BYTES));
      const wish = { ...command, id: command.id ?? this.ids.next<'api-key'>() };
      const { state, events } = issueApiKey(wish, { by: context.principal, at: context.at, hint: hintOf(key) });
      this.keys.add(tx, state, this.secrets.hash(key));
      this.outbox.append(tx, events);
      return { apiKey: state, key };
    });
  }
}
