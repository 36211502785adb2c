import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ActiveApiKey, ApiKeyId } from '../domain/api-key.js';
import { changeApiKey, type ApiKeyChanges } from '../domain/api-key-lifecycle.js';
import type { ApiKeyRepository } from '../ports/api-key-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { CallerRecall } from './caller-recall.js';
import type { VersionCheck } from './change-role.js';

export interface ChangeApiKeyCommand {
  readonly apiKeyId: ApiKeyId;
  readonly changes: ApiKeyChanges;
  readonly reason: string | null;
  readonly checkVersion: VersionCheck;
}

/** Changes the name, the end or the permissions of a key, at once wherever it is known. */
export class ChangeApiKey {
  constructor(
    private readonly transactor: Transactor,
    private readonly keys: ApiKeyRepository,
    private readonly outbox: Outbox,
    private readonly recall: CallerRecall,
    private readonly screen: TextScreen,
  ) {}

  /**
   * @throws Refusal `api_key_not_found`, `api_key_revoked`, `api_key_not_narrower`, `api_key_end_in_past`,
   * `api_key_exceeds_caller`, `card_data_not_allowed`, or of the version check.
   */
  async execute(context: RequestContext, command: ChangeApiKeyCommand): Promise<ActiveApiKey> {
    const { apiKeyId, changes, reason, checkVersion } = command;
    if (changes.name !== undefined) this.screen.assertHarmless(changes.name, '/name');
    if (reason !== null) this.screen.assertHarmless(reason, '/reason');
    const key = await this.transactor.run(context, async (tx) => {
      const found = await this.keys.get(tx, apiKeyId);
      checkVersion(found.version);
      const { state, events } = changeApiKey(found, changes, { by: context.principal, at: context.at, reason });
      if (events.length > 0) await this.keys.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
    this.recall.recall(`api-key:${apiKeyId}`);
    return key;
  }
}
