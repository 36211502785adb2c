import type { TenantId } from '../../../../kernel/ids.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { ApiKeyId } from '../../domain/api-key.js';
import type { KeyUsage } from '../../ports/key-usage.js';
import type { AccessTables } from './api-key-rows.js';

const TENANTS_MAX = 10_000;
const KEYS_MAX = 1_000;

/** Gathers when keys were last used and writes it once in a while: a statement per tenant and minute, not per request. */
export class PostgresKeyUsage implements KeyUsage {
  private pending = new Map<TenantId, Map<ApiKeyId, Date>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly transactor: Pick<Transactor, 'read' | 'run'>,
    private readonly settings: { readonly everyMs: number; readonly onError: (error: unknown) => void },
  ) {}

  used(tenantId: TenantId, id: ApiKeyId, at: Date): void {
    let keys = this.pending.get(tenantId);
    if (keys === undefined) {
      if (this.pending.size >= TENANTS_MAX) return;
      keys = new Map();
      this.pending.set(tenantId, keys);
    }
    if (keys.size < KEYS_MAX || keys.has(id)) keys.set(id, at);
    this.timer ??= setTimeout(() => void this.flush(), this.settings.everyMs).unref();
  }

  /** Writes what is pending. A failure loses only the time of last use and is reported, not thrown. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const pending = this.pending;
    this.pending = new Map();
    for (const [tenantId, keys] of pending) {
      try {
        await this.write(tenantId, keys);
      } catch (error) {
        this.settings.onError(error);
      }
    }
  }

  private write(tenantId: TenantId, keys: ReadonlyMap<ApiKeyId, Date>): Promise<void> {
    const context = {
      tenantId,
      tenantSlug: '',
      principal: { kind: 'system', id: 'key-usage', permissions: new Set<string>(), test: false },
      requestId: 'key-usage',
      at: new Date(),
    } as const;
    return this.transactor.run(context, async (tx) => {
      for (const [id, at] of keys) {
        await transactionOf<AccessTables>(tx)
          .updateTable('api_keys')
          .set({ last_used_at: at })
          .where('id', '=', id)
          .execute();
      }
    });
  }
}
