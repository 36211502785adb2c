import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { OrderNumbers } from '../../ports/order-numbers.js';

interface Lease {
  next: number;
  end: number;
  /** How many were taken at once last time; doubles while an outlet is busy. */
  size: number;
  leasedAtMs: number;
  pending: Promise<void> | undefined;
}

const LEASE_MAX = 64;
/** An outlet that used up its lease faster than this is busy. */
const BUSY_MS = 250;
const OUTLETS_MAX = 5_000;

const TAKE = `
  insert into order_number_counters as c (tenant_id, outlet_id, next) values ($1, $2, 1 + $3::bigint)
  on conflict (tenant_id, outlet_id) do update set next = c.next + $3::bigint
  returning next - $3::bigint as first`;

/**
 * Takes numbers in leases from the counter, in transactions of its own: a counter row locked by every sale until it commits
 * would let an outlet sell no faster than one disk flush after another (docs/decisions/0006). A quiet outlet's leases hold
 * one number, so its numbers follow the clock even with several processes; a busy one's grow to 64.
 */
export class OrderNumberLeases implements OrderNumbers {
  private readonly leases = new Map<string, Lease>();

  /** @param transactor over connections that sales do not use: a sale waits for its number while it holds one. */
  constructor(
    private readonly transactor: Pick<Transactor, 'run'>,
    private readonly nowMs: () => number = Date.now,
  ) {}

  async next(tenantId: TenantId, outletId: OutletId): Promise<number> {
    const lease = this.leaseOf(tenantId, outletId);
    while (lease.next >= lease.end) {
      lease.pending ??= this.renew(lease, tenantId, outletId).finally(() => (lease.pending = undefined));
      await lease.pending;
    }
    return lease.next++;
  }

  private leaseOf(tenantId: TenantId, outletId: OutletId): Lease {
    const key = `${tenantId} ${outletId}`;
    const known = this.leases.get(key);
    if (known !== undefined) return known;
    if (this.leases.size >= OUTLETS_MAX) this.forgetOldest();
    const lease: Lease = { next: 1, end: 1, size: 1, leasedAtMs: 0, pending: undefined };
    this.leases.set(key, lease);
    return lease;
  }

  private forgetOldest(): void {
    for (const [key, { pending }] of this.leases) {
      if (pending !== undefined) continue;
      this.leases.delete(key);
      return;
    }
  }

  private async renew(lease: Lease, tenantId: TenantId, outletId: OutletId): Promise<void> {
    const busy = this.nowMs() - lease.leasedAtMs < BUSY_MS;
    const size = busy ? Math.min(LEASE_MAX, lease.size * 2) : 1;
    const first = await this.take(tenantId, outletId, size);
    Object.assign(lease, { next: first, end: first + size, size, leasedAtMs: this.nowMs() });
  }

  private take(tenantId: TenantId, outletId: OutletId, size: number): Promise<number> {
    const context = { ...SYSTEM, tenantId, at: new Date(this.nowMs()) };
    return this.transactor.run(context, async (tx: Tx) => {
      const [row] = await runPrepared<{ first: number }>(tx, 'order_numbers_take', TAKE, [tenantId, outletId, size]);
      if (row === undefined) throw new Error('the counter gave no number');
      return row.first;
    });
  }
}

const SYSTEM = {
  tenantSlug: '',
  principal: { kind: 'system', id: 'order-numbers', permissions: new Set<string>(), test: false },
  requestId: 'order-numbers',
} as const;
