import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Shift, ShiftRefusal } from '../domain/shift.js';

export const MANAGE = 'shifts:manage';
const READ = 'shifts:read';

/** Lets through who may see the shift: its person, and whoever reads shifts of its outlet. @throws Refusal `shift_not_found`. */
export function assertMaySee({ principal }: RequestContext, shift: Shift): void {
  if (isOwn(principal.id, shift)) return;
  const reads = principal.permissions.has(READ) || principal.permissions.has(MANAGE);
  if (!reads || !mayActFor(principal, shift.outletId))
    throw new Refusal<ShiftRefusal>('shift_not_found', { shiftId: shift.id });
}

/** Lets through who may work the clock of the shift. @throws Refusal `shift_not_found`, `permission_missing`. */
export function assertMayClock(context: RequestContext, shift: Shift): void {
  assertMaySee(context, shift);
  const { principal } = context;
  if (!isOwn(principal.id, shift) && !principal.permissions.has(MANAGE))
    throw new Refusal('permission_missing', { permission: MANAGE });
}

function isOwn(principalId: string, { personId }: Shift): boolean {
  return personId === principalId;
}
