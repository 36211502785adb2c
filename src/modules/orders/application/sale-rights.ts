import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { add, multiply, subtract, zero, type Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import { engineDiscountId, permissionToGive, type NewDiscount } from '../domain/manual-discount.js';
import type { NewItems, OrderLine, PriceOverride } from '../domain/order-line.js';
import type { ApprovalDesk } from '../ports/approval-desk.js';
import { assertPermission, type RequestedDiscount } from './requested-discount.js';
import type { RequestedLine, RequestedOverride } from './requested-line.js';

/** The order that something is done to. */
export interface ActTarget {
  readonly id: string;
  readonly outletId: OutletId;
}

/** As much of a sale as rights are asked for. */
export interface SaleToAllow {
  readonly lines: readonly RequestedLine[];
  readonly discounts: readonly RequestedDiscount[];
  readonly taxExemption: object | undefined;
  readonly waiveServiceCharge: boolean;
}

/** Who stands for what lowers prices: by the ids of discounts, and of lines whose price was set. */
export type Approvers = ReadonlyMap<string, string | null>;

type PricedItems = Pick<NewItems, 'lines' | 'combos' | 'overrides'>;

const OVERRIDE = 'orders:override_price';

/** What it takes to lower a price by hand: a right of one's own, or a second person who stands for it (GUARANTEES G11). */
export class SaleRights {
  constructor(private readonly approvals: ApprovalDesk) {}

  /**
   * Refuses at once what needs no price to be known: who lacks a right and names no approval.
   * @throws Refusal `permission_missing`.
   */
  assertMay({ principal }: RequestContext, sale: SaleToAllow): void {
    if (sale.taxExemption !== undefined) assertPermission(principal, 'orders:tax_exempt');
    if (sale.waiveServiceCharge) assertPermission(principal, 'orders:discount');
    for (const wanted of sale.discounts) {
      if (wanted.approvalId === undefined) assertPermission(principal, permissionToGive(wanted));
    }
  }

  /** Whether prices may be set. Who may not hears that the price is the server's (DOMAIN P9). */
  mayOverride({ principal }: RequestContext, lines: readonly RequestedLine[]): boolean {
    if (principal.permissions.has(OVERRIDE)) return true;
    const overrides = lines.filter(({ priceOverride }) => priceOverride !== undefined);
    return overrides.length > 0 && overrides.every(({ priceOverride }) => priceOverride?.approvalId !== undefined);
  }

  /**
   * Has discounts approved, by what they really take off.
   * @param before the lines without them; none where the order is new.
   * @throws Refusal `permission_missing`, `approval_…`, `reason_…`.
   */
  async discounts(
    tx: Tx,
    context: RequestContext,
    target: ActTarget,
    given: readonly { readonly wanted: NewDiscount; readonly approvalId: string | undefined }[],
    lines: { readonly before: readonly OrderLine[]; readonly after: readonly OrderLine[]; readonly currency: string },
  ): Promise<Approvers> {
    const approvers = new Map<string, string | null>();
    for (const { wanted, approvalId } of given) {
      const id = engineDiscountId(wanted);
      const permission = permissionToGive(wanted);
      const { approvedBy } = await this.approvals.authorise(tx, context, {
        action: permission === 'orders:comp' ? 'order.comp' : 'order.discount',
        permission,
        targetId: target.id,
        outletId: target.outletId,
        amount: subtract(takenOff(lines.after, id, lines.currency), takenOff(lines.before, id, lines.currency)),
        reason: wanted.reason,
        approvalId,
      });
      approvers.set(wanted.id, approvedBy);
    }
    return approvers;
  }

  /**
   * Has set prices approved, by how much they differ from the house's over all pieces.
   * @throws Refusal `permission_missing`, `approval_…`, `reason_…`.
   */
  async overrides(
    tx: Tx,
    context: RequestContext,
    target: ActTarget,
    requested: readonly RequestedLine[],
    items: PricedItems,
  ): Promise<Approvers> {
    const approvers = new Map<string, string | null>();
    const open = requested.flatMap(({ sku, priceOverride }) => (priceOverride ? [{ sku, ...priceOverride }] : []));
    for (const override of items.overrides) {
      const { approvedBy } = await this.approvals.authorise(tx, context, {
        action: 'order.price_override',
        permission: OVERRIDE,
        targetId: target.id,
        outletId: target.outletId,
        amount: differenceOf(override, items),
        reason: override.reason,
        approvalId: takenFrom(open, override)?.approvalId,
      });
      approvers.set(override.lineId, approvedBy);
    }
    return approvers;
  }
}

function takenOff(lines: readonly OrderLine[], discountId: string, currency: string): Money {
  let total = zero(currency);
  for (const { applications } of lines) {
    for (const { source, id, amount } of applications) {
      if (source === 'manual' && id === discountId) total = add(total, amount);
    }
  }
  return total;
}

function differenceOf({ lineId, before, price }: PriceOverride, { lines, combos }: PricedItems): Money {
  const sold = lines.find(({ id }) => id === lineId) ?? combos.find(({ id }) => id === lineId);
  const less = subtract(before, price);
  return sold === undefined ? less : multiply(less, sold.quantity);
}

/** The request that an override comes from; each is taken once. */
function takenFrom(
  open: (RequestedOverride & { readonly sku: string })[],
  { sku, price, reason }: PriceOverride,
): RequestedOverride | undefined {
  const index = open.findIndex((one) => {
    return one.sku === sku && one.reason === reason && one.unitPrice.amount === price.amount;
  });
  return index < 0 ? undefined : open.splice(index, 1)[0];
}
