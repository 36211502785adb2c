import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { Ephemeral } from '../../../../platform/ephemeral/ports.js';
import type { DiscoveryOutcome } from '../../domain/discovery.js';
import type { DiscoveryMemory } from '../../ports/discovery-memory.js';

const REMEMBERED_MS = 60_000;
const WINDOW_MS = 60_000;
/** Questions of one business in a minute: a till that makes up ids must not become the registry's trouble. */
export const QUESTIONS_MAX = 60;

/** Over Redis, or this process's memory. */
export class SharedDiscoveryMemory implements DiscoveryMemory {
  /** @param lockMs longer than a question takes. */
  constructor(
    private readonly ephemeral: Pick<Ephemeral, 'values' | 'counters' | 'locks'>,
    private readonly lockMs: number,
  ) {}

  async recall(tenantId: TenantId, outletId: OutletId): Promise<DiscoveryOutcome | undefined> {
    return (await this.ephemeral.values.get(keyOf(tenantId, outletId))) as DiscoveryOutcome | undefined;
  }

  remember(tenantId: TenantId, outletId: OutletId, outcome: DiscoveryOutcome): Promise<void> {
    return this.ephemeral.values.set(keyOf(tenantId, outletId), outcome, REMEMBERED_MS);
  }

  forget(tenantId: TenantId, outletId: OutletId): Promise<void> {
    return this.ephemeral.values.delete(keyOf(tenantId, outletId));
  }

  async take(tenantId: TenantId, outletId: OutletId): Promise<(() => Promise<void>) | undefined> {
    const key = keyOf(tenantId, outletId);
    const token = await this.ephemeral.locks.acquire(key, this.lockMs);
    return token === undefined ? undefined : () => this.ephemeral.locks.release(key, token);
  }

  async waitFor(tenantId: TenantId): Promise<number | null> {
    const { count, resetMs } = await this.ephemeral.counters.add(`discoveries:${tenantId}`, 1, WINDOW_MS);
    return count <= QUESTIONS_MAX ? null : Math.max(1, Math.ceil(resetMs / 1_000));
  }
}

function keyOf(tenantId: TenantId, outletId: OutletId): string {
  return `discovery:${tenantId}:${outletId}`;
}
