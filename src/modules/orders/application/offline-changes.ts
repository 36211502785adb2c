import { mayActFor } from '../../../kernel/context.js';
import { wallClockOf } from '../../../kernel/business-time.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { linesNamed } from '../domain/manual-discount.js';
import { assertSameLines, itemsFrom, pricedFrom } from '../domain/offline-sale.js';
import { fire, leftToFire, possibleFiring } from '../domain/order-firing.js';
import { addLines } from '../domain/order-lines.js';
import { addPayments } from '../domain/order-payments.js';
import { promotionKey } from '../domain/order-pricing.js';
import { complete, hold, recall } from '../domain/order.js';
import { inStatus, type Order, type OrderId } from '../domain/order-state.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { SalesOutlet, SalesOutlets } from '../ports/sales-outlets.js';
import { withApprovers } from './approved-events.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { OfflineFiring, OfflineLines, OfflinePayment, OfflineSale } from './offline-acts.js';
import type { OfflineCounts } from './offline-counts.js';
import { OfflineDraft } from './offline-draft.js';
import type { ActAt } from './offline-placing.js';
import type { OfflineTakings } from './offline-takings.js';
import type { OfflineUses } from './offline-uses.js';
import { outletOf } from './order-pricer.js';
import type { PaymentIntake } from './payment-intake.js';
import type { PromotionCounter } from './promotion-counter.js';
import type { RequestedPayment } from './requested-payment.js';
import type { SaleRefusal } from './sale-refusal.js';
import type { Sellings } from './selling.js';
import { actedAt, bookedOn, tradingDayOfAct, type ActContext } from './trading-day.js';

/** What is behind changes of orders that exist. */
export interface ChangingParts {
  readonly outlets: SalesOutlets;
  readonly orders: OrderRepository;
  readonly outbox: Outbox;
  readonly sellings: Sellings;
  readonly promotions: PromotionCounter;
  readonly takings: OfflineTakings;
  readonly intake: PaymentIntake;
  readonly ledgers: LedgerPayments;
  readonly counts: OfflineCounts;
  readonly uses: OfflineUses;
}

/** Lines at the prices of the device. */
type PricedLines = OfflineLines & { readonly pricing: object };

/**
 * Works into orders that exist what devices did to them. What commutes is kept from both sides: lines of both, payments of both;
 * the order then shows what is due (DOMAIN "Offline and sync").
 */
export class OfflineChanges {
  constructor(private readonly parts: ChangingParts) {}

  /** A sale whose order is here already: what it has more is added. @throws Refusal `order_not_open` where that cannot be. */
  async merge(tx: Tx, context: ActContext, act: ActAt, wish: OfflineSale): Promise<OfflineDraft> {
    const { sale } = wish;
    const draft = await this.draft(tx, context, sale.id);
    const { before } = draft;
    const lines = sale.lines.filter(({ id }) => id === undefined || linesNamed(before.lines, id).length === 0);
    const payments = sale.payments.filter(({ id }) => !before.payments.some((one) => one.id === id));
    if (lines.length + payments.length > 0) {
      this.open(draft);
      const words = { orderId: sale.id, lines, pricing: wish.pricing, copies: wish.copies };
      if (lines.length > 0) await this.add(tx, context, act, draft, words);
      if (payments.length > 0) await this.take(tx, context, act, draft, payments, sale.drawerSessionId);
      noteOthers(draft, wish);
    }
    if (sale.complete && isUnsettled(draft.order)) await this.settle(tx, context, draft);
    return this.saved(tx, draft);
  }

  /** @throws Refusal `order_not_open`, `paid_exceeds_total`. */
  async addLines(tx: Tx, context: ActContext, act: ActAt, wish: PricedLines): Promise<OfflineDraft> {
    const draft = await this.draft(tx, context, wish.orderId);
    const lines = wish.lines.filter(({ id }) => id === undefined || linesNamed(draft.before.lines, id).length === 0);
    if (lines.length > 0) {
      this.open(draft);
      await this.add(tx, context, act, draft, { ...wish, lines });
    }
    return this.saved(tx, draft);
  }

  /** @throws Refusal `order_not_open`, `order_already_paid`, `payment_exceeds_due`, `tender_needs_network`. */
  async addPayment(tx: Tx, context: ActContext, act: ActAt, wish: OfflinePayment): Promise<OfflineDraft> {
    const draft = await this.draft(tx, context, wish.orderId);
    if (!draft.before.payments.some(({ id }) => id === wish.payment.id)) {
      this.open(draft);
      await this.take(tx, context, act, draft, [wish.payment], wish.drawerSessionId);
    }
    return this.saved(tx, draft);
  }

  /** Ends the sale; where something is due meanwhile, it stays open and says so. @throws Refusal `order_not_open`, `order_empty`. */
  async complete(tx: Tx, context: ActContext, orderId: OrderId): Promise<OfflineDraft> {
    const draft = await this.draft(tx, context, orderId);
    if (draft.before.status === 'voided') inStatus(draft.before, ['open'], 'order_not_open');
    if (isUnsettled(draft.before)) await this.settle(tx, context, draft);
    return this.saved(tx, draft);
  }

  /**
   * Fires what is there and was not fired by somebody else; an order that is over stays as it is.
   * @throws Refusal `quantity_not_positive`.
   */
  async fire(tx: Tx, context: ActContext, { orderId, wish: asked }: OfflineFiring): Promise<OfflineDraft> {
    const draft = await this.draft(tx, context, orderId);
    const { before } = draft;
    if (before.status === 'voided' || before.status === 'refunded') {
      draft.changedMeanwhile({});
      return draft;
    }
    const { wish, lacking } = possibleFiring(before, asked);
    if (lacking.length > 0) draft.changedMeanwhile({ lines: lacking });
    if (leftToFire(before, wish).size > 0) {
      if (before.status === 'held') this.open(draft);
      draft.apply(fire(draft.order, wish, actedAt(context)));
    }
    return this.saved(tx, draft);
  }

  /** Sets an order aside, or brings it back; an order that is over stays as it is. */
  async setAside(tx: Tx, context: ActContext, orderId: OrderId, aside: boolean): Promise<OfflineDraft> {
    const draft = await this.draft(tx, context, orderId);
    const { before } = draft;
    if (!isUnsettled(before)) draft.changedMeanwhile({});
    else if (aside && before.status === 'open') draft.apply(hold(before));
    else if (!aside && before.status === 'held') draft.apply(recall(before));
    return this.saved(tx, draft);
  }

  /** The order, locked. @throws Refusal `order_not_found`. */
  async draft(tx: Tx, { principal }: ActContext, orderId: OrderId): Promise<OfflineDraft> {
    const order = await this.parts.orders.get(tx, orderId);
    if (!mayActFor(principal, order.outletId)) throw new Refusal<SaleRefusal>('order_not_found', { orderId });
    return new OfflineDraft(order);
  }

  private saved(tx: Tx, draft: OfflineDraft): OfflineDraft {
    draft.save(tx, this.parts.orders, this.parts.outbox);
    return draft;
  }

  /** Somebody may have set it aside meanwhile. @throws Refusal `order_not_open`. */
  private open(draft: OfflineDraft): void {
    if (draft.order.status !== 'held') inStatus(draft.order, ['open'], 'order_not_open');
    else draft.apply(recall(draft.order));
  }

  private async add(tx: Tx, context: ActContext, act: ActAt, draft: OfflineDraft, wish: PricedLines): Promise<void> {
    const at = actedAt(context);
    const outlet = await outletOf(this.parts.outlets, tx, draft.order);
    const input = pricedFrom(wish.pricing);
    const taken = new Set<string>(wish.lines.map(({ id }) => id ?? ''));
    const items = itemsFrom(input, wish.copies, at, taken);
    const asked = wish.lines.map(({ id, sku, quantity }) => ({ id: id ?? '', sku, quantity }));
    const own = { lines: input.lines.filter((line) => taken.has(line.combo?.id ?? line.lineId)), combos: items.combos };
    assertSameLines({ ...input, ...own }, asked);
    const { terms, offered } = await this.termsOf(tx, context, outlet, draft.order, at);
    const candidates = input.discounts
      .filter(({ source, code }) => source === 'promotion' && (code === null || draft.order.promoCodes.includes(code)))
      .map((discount) => ({ discount, counted: offered.has(promotionKey(discount)) }));
    const decided = addLines(draft.order, items, { ...terms, candidates });
    const place = { outletId: outlet.id, channel: draft.order.channel, clock: wallClockOf(at, outlet.timeZone) };
    const added = decided.state.lines.filter(({ id }) => !draft.order.lines.some((line) => line.id === id));
    draft.conflicts.push(...(await this.parts.counts.take(tx, place, added)));
    const counted = await this.parts.uses.count(tx, decided.state, { ...terms, candidates });
    draft.conflicts.push(...counted.conflicts);
    const approvers = new Map(items.overrides.map(({ lineId }) => [lineId as string, act.approvedBy]));
    draft.apply({ state: counted.order, events: withApprovers(decided.events, approvers) });
  }

  /** On what terms the order goes on, and which promotions the server counts. */
  private async termsOf(tx: Tx, context: ActContext, outlet: SalesOutlet, order: Order, at: Date) {
    const selling = await this.parts.sellings.of(tx, context, outlet, order, at, false, true);
    const clock = wallClockOf(order.placedAt, outlet.timeZone);
    const kept = new Set(order.promoCodes);
    const terms = await this.parts.promotions.terms(tx, selling, order.promoCodes, clock, () => '', kept);
    const counted = terms.candidates.filter((one) => one.counted).map(({ discount }) => promotionKey(discount));
    return { terms, offered: new Set(counted) };
  }

  private async take(
    tx: Tx,
    context: ActContext,
    { deviceId, mayWait }: ActAt,
    draft: OfflineDraft,
    requested: readonly RequestedPayment[],
    drawerSessionId: string | null,
  ): Promise<void> {
    const { order } = draft;
    const { outletId, currency, businessDate } = order;
    const day = tradingDayOfAct(await outletOf(this.parts.outlets, tx, order), context, order);
    const scene = { outletId, currency, deviceId, drawerSessionId, mayWait };
    const who = { bookedOn: bookedOn(day, businessDate), takenBy: context.principal.id, at: actedAt(context) };
    const takings = await this.parts.takings.of(tx, { ...scene, ...who }, requested, undefined);
    draft.conflicts.push(...takings.conflicts);
    const pointerTo = (index: number): string => requested[index]?.pointer ?? '';
    const paid = draft.apply(addPayments(order, takings.payments, { tenders: takings.tenders, pointerTo }));
    this.parts.intake.book(tx, paid, order.payments);
    this.parts.orders.countsIn(tx, outletId, day.countsOn);
  }

  private async settle(tx: Tx, context: ActContext, draft: OfflineDraft): Promise<void> {
    this.open(draft);
    const { order } = draft;
    const { due } = order.totals;
    if (due.amount > 0) {
      draft.changedMeanwhile({ due });
      return;
    }
    const day = tradingDayOfAct(await outletOf(this.parts.outlets, tx, order), context, order);
    const drawerSessionId = order.payments.at(-1)?.drawerSessionId ?? null;
    const booking = { bookedOn: bookedOn(day, order.businessDate), late: day.late, drawerSessionId };
    const settled = draft.apply(complete(order, actedAt(context), booking));
    await this.parts.ledgers.completed(tx, settled);
    this.parts.orders.countsIn(tx, order.outletId, day.countsOn);
  }
}

function isUnsettled({ status }: Order): boolean {
  return status === 'open' || status === 'held';
}

/** Somebody else changed the order when it has other lines than the device knew, or comes to something else. */
function noteOthers(draft: OfflineDraft, { sale, totals }: OfflineSale): void {
  const { lines, totals: now } = draft.order;
  const known = new Set<string | undefined>(sale.lines.map(({ id }) => id));
  const others = lines.filter(({ id, combo }) => !known.has(combo?.id ?? id)).map(({ id }) => id);
  if (others.length === 0 && now.total.amount === totals.total.amount) return;
  draft.changedMeanwhile({ lines: others, total: now.total, charged: totals.total, due: now.due });
}
