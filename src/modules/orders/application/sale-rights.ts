import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import { permissionToGive } from '../domain/manual-discount.js';
import type { ApprovalDesk } from '../ports/approval-desk.js';
import { assertPermission, type RequestedDiscount } from './requested-discount.js';
import type { RequestedLine } from './requested-line.js';

/** The order that something is done to. */
export interface ActTarget {
  readonly id: string;
  readonly outletId: OutletId;
}

/** As much of a sale as rights are asked for. */
export interface SaleToAllow {
  readonly outletId: OutletId;
  readonly lines: readonly RequestedLine[];
  readonly discounts: readonly RequestedDiscount[];
  readonly taxExemption: object | undefined;
  readonly waiveServiceCharge: boolean;
}

/** What it takes to lower a price by hand: a right of one's own, or a second person who stands for it (GUARANTEES G11). */
export class SaleRights {
  constructor(private readonly approvals: ApprovalDesk) {}

  /**
   * @param quoted true where nothing is done: then no approval is used, and one that is named is taken as given.
   * @returns whether prices may be set.
   * @throws Refusal `permission_missing`, `approval_…`, `reason_…`.
   */
  async assertSale(tx: Tx, context: RequestContext, sale: SaleToAllow, id: string, quoted: boolean): Promise<boolean> {
    const { principal } = context;
    if (sale.taxExemption !== undefined) assertPermission(principal, 'orders:tax_exempt');
    if (sale.waiveServiceCharge) assertPermission(principal, 'orders:discount');
    const target = { id, outletId: sale.outletId };
    for (const discount of sale.discounts) {
      if (!quoted) await this.assertDiscount(tx, context, target, discount);
      else if (discount.approvalId === undefined) assertPermission(principal, permissionToGive(discount));
    }
    return this.mayOverride(tx, context, target, sale.lines, quoted);
  }

  /** @throws Refusal `permission_missing`, `approval_…`, `reason_…`. */
  async assertDiscount(tx: Tx, context: RequestContext, target: ActTarget, wanted: RequestedDiscount): Promise<void> {
    const permission = permissionToGive(wanted);
    const { value, reason, approvalId } = wanted;
    await this.approvals.authorise(tx, context, {
      action: permission === 'orders:comp' ? 'order.comp' : 'order.discount',
      permission,
      targetId: target.id,
      outletId: target.outletId,
      amount: value.kind === 'amount' ? value.amount : null,
      reason,
      approvalId,
    });
  }

  /**
   * Whether the caller may set the prices that lines ask for. Who may not, and carries no approval, hears that the price is the
   * server's (DOMAIN P9).
   * @throws Refusal `approval_…`, `reason_…`.
   */
  async mayOverride(
    tx: Tx,
    context: RequestContext,
    target: ActTarget,
    lines: readonly RequestedLine[],
    quoted: boolean,
  ): Promise<boolean> {
    const permission = 'orders:override_price';
    let may = context.principal.permissions.has(permission);
    for (const { priceOverride } of lines) {
      if (priceOverride === undefined) continue;
      const { unitPrice: amount, reason, approvalId } = priceOverride;
      if (!may && approvalId === undefined) return false;
      may = true;
      if (quoted) continue;
      const act = { action: 'order.price_override', permission, amount, reason, approvalId } as const;
      await this.approvals.authorise(tx, context, { ...act, targetId: target.id, outletId: target.outletId });
    }
    return may;
  }
}
