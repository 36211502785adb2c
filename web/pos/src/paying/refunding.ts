import { signal } from '@preact/signals';
import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';
import type { Order, OrderSummary } from '../../../../sdk/src/contract/models.js';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import { standFor } from '../shell/standing.js';
import type { Till } from '../till.js';
import { drawerPolicyOf } from './book-facts.js';
import { openDrawer } from './drawer-memory.js';
import { keepSale, saleShelf, type KeptSale } from './kept-sales.js';
import {
  afterRefund,
  draftRefund,
  isRefundable,
  paidWith,
  refundLines,
  worthOfRefund,
  type RefundDraft,
} from './refund-draft.js';
import { refusalSentence } from './refusal-sentence.js';
import { actorOf } from './sale-booking.js';

/** Gives money back for goods of a sale: found by its receipt, on this device or at the service. */
export class Refunding {
  readonly draft = signal<RefundDraft | null>(null);
  readonly problem = signal<string | null>(null);
  /** What was given back last, until the next receipt. */
  readonly done = signal<RefundDraft | null>(null);
  private busy = false;

  constructor(readonly till: Till) {}

  /** Finds a sale by what its receipt says: the receipt's number, the order's, or its id. */
  async find(code: string): Promise<void> {
    const { till } = this;
    this.done.value = null;
    this.problem.value = null;
    const text = receiptCode(code);
    if (text === '') return;
    const kept = await (await saleShelf(till)).find(text);
    const order = kept?.order ?? (await this.ofService(text));
    if (order !== null) this.open(order);
  }

  /** Shows a sale to choose from. */
  open(order: Order): void {
    const { till } = this;
    const refundable = isRefundable(order);
    this.done.value = null;
    this.draft.value = refundable ? draftRefund(order) : null;
    this.problem.value = refundable ? null : till.t('refund.nothingLeft');
  }

  /** Changes what is to come back. */
  change(step: (draft: RefundDraft) => RefundDraft): void {
    if (this.draft.value !== null) this.draft.value = step(this.draft.value);
  }

  /**
   * Puts the refund into the queue, with somebody who stands for it where the cashier may not do it alone. Only then the money is
   * handed out.
   */
  async confirm(): Promise<void> {
    const { till } = this;
    const { value: draft } = this.draft;
    if (draft === null || this.busy) return;
    this.problem.value = this.refusalOf(draft);
    if (this.problem.value !== null) return;
    this.busy = true;
    try {
      await this.send(draft);
    } catch (error) {
      this.problem.value = refusalSentence(till, error);
    } finally {
      this.busy = false;
    }
  }

  private async send(draft: RefundDraft): Promise<void> {
    const { till } = this;
    const { value: person } = till.person;
    if (person === null) return;
    const amount = worthOfRefund(draft);
    const other = isOther(draft);
    const permission = other ? 'orders:refund_other_tender' : 'orders:refund';
    const action = other ? 'order.refund_other_tender' : 'order.refund';
    const what = till.t('refund.what', { amount: till.money(amount) });
    const act = { permission, action, what, targetId: draft.order.id, amount, reason: draft.reason };
    const standing = await standFor(till, act);
    if (standing === undefined) return;
    const { approver } = standing;
    const refundId = newId();
    const more = { ...(await this.after(draft)), ...(approver !== null && { approver }) };
    if (!till.training.value) {
      await till.queue.append('order.refund', this.body(draft, refundId), actorOf(person), more);
      if (inCash(draft)) till.openDrawer();
    }
    await this.remember(afterRefund(draft, refundId, new Date().toISOString()));
    this.done.value = draft;
    this.draft.value = null;
  }

  private body(draft: RefundDraft, refundId: string): Parameters<Till['queue']['append']>[1] {
    const drawerSessionId = openDrawer(this.till)?.sessionId;
    return {
      ...{ orderId: draft.order.id, refundId, lines: refundLines(draft), reason: draft.reason },
      ...(draft.tender !== null && { tender: draft.tender }),
      ...(drawerSessionId !== undefined && { drawerSessionId }),
    };
  }

  private refusalOf(draft: RefundDraft): string | null {
    const { till } = this;
    const { taken, reason } = draft;
    if (taken.size === 0) return till.t('refund.chooseLine');
    if (reason.trim() === '') return till.t('refund.reasonMissing');
    const required = drawerPolicyOf(till)?.sessionRequired === true && !till.training.value;
    return inCash(draft) && required && openDrawer(till) === null ? till.t('pay.needsDrawer') : null;
  }

  /** The sale may wait in the queue itself: then the refund waits for it. */
  private async after({ order }: RefundDraft): Promise<{ dependsOn?: string[] }> {
    const found = await this.till.queue.outcomeOf(order.id);
    return found?.state === 'waiting' || found?.state === 'held' ? { dependsOn: [order.id] } : {};
  }

  private async remember(order: Order): Promise<void> {
    const { till } = this;
    const kept: KeptSale | undefined = await (await saleShelf(till)).find(order.id);
    if (kept !== undefined && !till.training.value) await keepSale(till, { ...kept, order });
  }

  private async ofService(text: string): Promise<Order | null> {
    const { till } = this;
    if (!till.online.value) {
      this.problem.value = till.t('refund.notHere');
      return null;
    }
    try {
      const query = { q: text, limit: 10 };
      const { data } = await till.client().request<{ data: OrderSummary[] }>('GET', '/pos/orders', { query });
      const [only] = data.length === 1 ? data : data.filter((one) => namesOf(one).includes(text.toUpperCase()));
      if (only === undefined) this.problem.value = till.t('refund.notFound', { code: text });
      else return await till.client().request<Order>('GET', `/pos/orders/${only.id}`);
    } catch (error) {
      if (!(error instanceof PosProblem || error instanceof PosUnreachable)) throw error;
      this.problem.value = refusalSentence(till, error);
    }
    return null;
  }
}

const refundings = new WeakMap<Till, Refunding>();

/** The refunding of a till. */
export function refundingOf(till: Till): Refunding {
  const known = refundings.get(till);
  if (known !== undefined) return known;
  const made = new Refunding(till);
  refundings.set(till, made);
  return made;
}

/** What a receipt's picture says: the number itself, or an address that ends with it. */
export function receiptCode(scanned: string): string {
  const text = scanned.trim();
  const last = /^https?:\/\//i.test(text) ? (new URL(text).pathname.split('/').filter(Boolean).at(-1) ?? '') : text;
  return decodeURIComponent(last);
}

/** True where money goes elsewhere than it came from. */
export function isOther({ tender, order }: RefundDraft): boolean {
  return tender !== null && !paidWith(order).includes(tender);
}

/** True where money goes back out of the drawer. */
function inCash({ tender, order }: RefundDraft): boolean {
  return tender === 'cash' || (tender === null && paidWith(order).includes('cash'));
}

function namesOf(order: OrderSummary): string[] {
  const receiptNumber = 'receiptNumber' in order && typeof order.receiptNumber === 'string' ? order.receiptNumber : '';
  return [order.id, order.number, receiptNumber].map((name) => name.toUpperCase());
}
