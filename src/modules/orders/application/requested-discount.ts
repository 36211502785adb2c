import type { Principal } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import { permissionToGive, type DiscountId, type NewDiscount } from '../domain/manual-discount.js';

/** A discount as the caller asks for it. */
export type RequestedDiscount = Omit<NewDiscount, 'id'> & { readonly id: DiscountId | undefined };

/** @throws Refusal `permission_missing`, naming it, unless the caller may give the discount. */
export function assertMayGive(principal: Principal, discount: RequestedDiscount): void {
  assertPermission(principal, permissionToGive(discount));
}

/** @throws Refusal `permission_missing`, naming it. For what only some members of a request need. */
export function assertPermission({ permissions }: Principal, permission: string): void {
  if (!permissions.has(permission)) throw new Refusal('permission_missing', { permission });
}
