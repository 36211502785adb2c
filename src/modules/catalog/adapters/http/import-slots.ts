import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';

/** How many imports may be received or run at once in this process, and of one tenant (GUARANTEES G13). */
export interface SlotLimits {
  readonly all: number;
  readonly perTenant: number;
}

/** The places that imports take while they are received and while they run. */
export class ImportSlots {
  private readonly taken: TenantId[] = [];

  constructor(private readonly limits: SlotLimits) {}

  /**
   * Takes a place. The answer gives it back.
   * @throws Refusal `too_many_requests`, `overloaded`.
   */
  take(tenantId: TenantId): () => void {
    if (this.taken.filter((taker) => taker === tenantId).length >= this.limits.perTenant) {
      throw new Refusal<RequestRefusal>('too_many_requests');
    }
    if (this.taken.length >= this.limits.all) throw new Refusal<RequestRefusal>('overloaded');
    this.taken.push(tenantId);
    return () => void this.taken.splice(this.taken.indexOf(tenantId), 1);
  }
}
