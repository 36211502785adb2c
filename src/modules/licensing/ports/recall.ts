import type { TenantId } from '../../../kernel/ids.js';

/** Makes the doors of all processes ask anew what the licence says; call it after the commit. */
export interface Recall {
  licence(businessId: TenantId): void;
}
