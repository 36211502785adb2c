import type { Principal } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { DiscountId, NewDiscount } from '../domain/manual-discount.js';

/** A discount as the caller asks for it. */
export type RequestedDiscount = Omit<NewDiscount, 'id'> & {
  readonly id: DiscountId | undefined;
  /** The approval of a second person. */
  readonly approvalId?: string | undefined;
};

/** @throws Refusal `permission_missing`, naming it. For what only some members of a request need. */
export function assertPermission({ permissions }: Principal, permission: string): void {
  if (!permissions.has(permission)) throw new Refusal('permission_missing', { permission });
}
