import type { OutletId, TenantId } from '../../../kernel/ids.js';

/** Gives out an outlet's order numbers: each once, rising. A sale that fails leaves a gap (docs/decisions/0006). */
export interface OrderNumbers {
  next(tenantId: TenantId, outletId: OutletId): Promise<number>;
}
