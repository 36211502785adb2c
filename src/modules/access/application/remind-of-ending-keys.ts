import type { TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ApiKeyId } from '../domain/api-key.js';
import { remindOfEnd } from '../domain/api-key-lifecycle.js';
import type { ApiKeyRepository } from '../ports/api-key-repository.js';

/** Tells of keys that end soon. */
export class RemindOfEndingKeys {
  constructor(
    private readonly transactor: Transactor,
    private readonly keys: Pick<ApiKeyRepository, 'lock' | 'save'>,
    private readonly outbox: Outbox,
  ) {}

  /** Looks again under the locks: one that was told of, renewed or revoked since is left alone. @returns how many it told of. */
  execute(tenantId: TenantId, ids: readonly ApiKeyId[], at: Date): Promise<number> {
    const principal = { kind: 'system', id: 'access', permissions: new Set<string>(), test: false } as const;
    const context = { tenantId, tenantSlug: '', principal, requestId: 'api-key-reminders', at };
    return this.transactor.run(context, async (tx) => {
      let done = 0;
      for (const key of await this.keys.lock(tx, ids)) {
        const decision = remindOfEnd(key, at);
        if (decision === undefined) continue;
        await this.keys.save(tx, decision.state);
        this.outbox.append(tx, decision.events);
        done += 1;
      }
      return done;
    });
  }
}
