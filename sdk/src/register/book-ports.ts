import type { RequestContext } from '../../../src/kernel/context.js';
import { DECIMAL_ZERO } from '../../../src/kernel/decimal.js';
import type { OutletId } from '../../../src/kernel/ids.js';
import type { Outbox } from '../../../src/kernel/outbox.js';
import { Refusal } from '../../../src/kernel/refusal.js';
import type { Transactor, Tx } from '../../../src/kernel/transaction.js';
import { assertReason, NO_RULE, secondPersonFor } from '../../../src/modules/approvals/domain/approval-rule.js';
import { OfferItems } from '../../../src/modules/catalog/application/offer-items.js';
import type { Availability } from '../../../src/modules/catalog/domain/availability.js';
import type { ApprovalDesk, OrderAct } from '../../../src/modules/orders/ports/approval-desk.js';
import type { DrawerDesk } from '../../../src/modules/orders/ports/drawer-desk.js';
import type { Licence } from '../../../src/modules/orders/ports/licence.js';
import type { Member, Members } from '../../../src/modules/orders/ports/members.js';
import type { Menu, MenuItem, Occasion, Portion } from '../../../src/modules/orders/ports/menu.js';
import type { PriceLists } from '../../../src/modules/orders/ports/price-lists.js';
import type { PromotionRules } from '../../../src/modules/orders/ports/promotion-rules.js';
import type { SalesOutlets } from '../../../src/modules/orders/ports/sales-outlets.js';
import type { TenderDesk } from '../../../src/modules/orders/ports/tender-desk.js';
import { pricebookSteps } from '../../../src/modules/pricebooks/application/pricebook-steps.js';
import type { PriceBook } from '../book/price-book.js';
import type { TillPrincipal } from './till-person.js';

/** The present book. */
export type Book = () => PriceBook;

/** There is no database: what takes a transaction of the service is handed this, and never looks into it. */
export const NO_TX = Object.freeze({}) as Tx;

/** Runs work at once: on a device nothing has to be undone, for nothing is written before it is priced. */
export const AT_ONCE: Transactor = {
  run: (_context, work) => work(NO_TX),
  read: (_context, work) => work(NO_TX),
};

/** Events are made by the service when it takes the sale. */
export const NO_EVENTS: Outbox = { append: () => undefined };

/** Items, choices and what is on offer, from the book. */
export function menuOf(book: Book, now: () => number): Menu {
  const items = (skus: readonly string[]): Map<string, MenuItem> => {
    const found = skus.flatMap((sku) => book().bySku(sku) ?? []);
    return new Map(found.map((item) => [item.sku, item]));
  };
  const offers = new OfferItems(
    { sellables: (_, skus) => Promise.resolve(itemsOf(book(), skus)) },
    stockOf(book),
    NO_EVENTS,
    () => new Date(now()),
  );
  return {
    items: (_, skus) => Promise.resolve(items(skus)),
    modifiers: async (_, currency, questions) =>
      questions.map(({ sku, ...choice }) => book().choices.modifiers(sku, currency, choice)),
    combo: async (_, sku, chosen, pointer) => book().choices.combo(sku, chosen, pointer),
    // Counts are the service's: here an item is only looked at, whatever becomes of the sale.
    offer: (tx, occasion: Occasion, portions: readonly (Portion & { readonly pointer: string })[]) =>
      offers.offer(tx, occasion, portions, false),
    putBack: () => Promise.resolve(),
  };
}

function itemsOf(book: PriceBook, skus: readonly string[]) {
  return new Map(skus.flatMap((sku) => book.bySku(sku) ?? []).map((item) => [item.sku, item]));
}

function stockOf(book: Book) {
  return {
    restrictions: () => Promise.resolve(book().restrictions),
    counts: (_: Tx, outletId: OutletId, skus: readonly string[]): Promise<readonly Availability[]> => {
      const gone = skus.filter((sku) => book().restrictions.get(sku)?.soldOut === true);
      return Promise.resolve(gone.map((sku) => ({ ...GONE, outletId, sku })));
    },
    recount: () => Promise.resolve(),
  };
}

/** What is counted down to nothing. */
const GONE: Omit<Availability, 'outletId' | 'sku'> = {
  id: '' as Availability['id'],
  ...{ available: true, reason: null, until: null, remaining: DECIMAL_ZERO },
  ...{ changedBy: '', changedAt: new Date(0), version: 0 },
};

/** Pricebooks, from the book. */
export function priceListsOf(book: Book): PriceLists {
  return {
    async stepsFor(tx, { at, clock, items, ...who }) {
      const lines = items.map(({ sku, category }) => ({ sku, category, clock, at }));
      const steps = await pricebookSteps(book().prices, tx, { ...who, lines });
      return steps.map((ofItem) => ofItem.map((step) => ({ source: 'pricebook', ...step })));
    },
  };
}

/** Promotions, from the book; each has room. @throws Refusal `promo_code_needs_network` for a code that it may not have. */
export function promotionRulesOf(book: Book): PromotionRules {
  return {
    async candidates(_, occasion) {
      const { candidates, rejected } = await book().promotions.candidates(occasion);
      const unknown = rejected.find(({ reason }) => reason === 'promo_code_unknown');
      if (unknown !== undefined && book().promotions.moreCodes) {
        throw new Refusal('promo_code_needs_network', { promoCode: unknown.code });
      }
      const discounts = candidates.map(({ rule, code, counted }) => {
        return { discount: { source: 'promotion' as const, ...rule, code }, counted };
      });
      return { candidates: discounts, rejected };
    },
    use: () => Promise.resolve([]),
  };
}

/** The outlet of the book; it knows no other. */
export function outletsOf(book: Book): SalesOutlets {
  return {
    outlet: (_, id) => Promise.resolve(book().sales.id === id ? book().sales : undefined),
    minorDigits: () => Promise.resolve(book().business.minorDigits),
  };
}

/** Whoever is a member: without the network only those whom the caller knows. */
export function membersOf(known: (customerId: string) => Member | undefined): Members {
  return {
    member: (_, customerId) => Promise.resolve(known(customerId)),
    burn: needsNetwork,
    giveBack: needsNetwork,
  };
}

/** Tenders that are recorded by hand; all others need the network. */
export function tendersOf(book: Book): TenderDesk {
  return {
    rules: () => Promise.resolve(new Map(book().tenders.map((rules) => [rules.code, rules]))),
    assertReachable: needsNetworkNow,
    known: () => Promise.resolve(undefined),
    begin: needsNetworkNow,
    send: needsNetwork,
    cancel: needsNetwork,
    beginRefund: needsNetworkNow,
    sendRefund: needsNetwork,
  };
}

/** Drawers: the book knows whether money needs one; what goes through it is told by the sale itself. */
export function drawersOf(book: Book): Pick<DrawerDesk, 'sessionRequired' | 'book'> {
  return {
    sessionRequired: () => Promise.resolve(book().drawerPolicy?.sessionRequired ?? false),
    book: () => undefined,
  };
}

/** Rights and second persons by the book's rules. An approval that the caller names was given at the till. */
export function approvalsOf(book: Book): ApprovalDesk {
  return {
    async authorise(_, { principal }: RequestContext, act: OrderAct) {
      const { permission, approvalId } = act;
      const { approver } = principal as TillPrincipal;
      const isAllowed = principal.permissions.has(permission);
      const mayApprove = approvalId !== approver?.personId || approver?.permissions.has(permission) === true;
      if (!isAllowed && (approvalId === undefined || !mayApprove)) {
        throw new Refusal('permission_missing', { permission });
      }
      const rule = book().approvalRules.get(act.action) ?? NO_RULE;
      assertReason(rule, { action: act.action, reason: act.reason });
      const wanted = secondPersonFor(rule, act.amount);
      if (isAllowed && wanted === undefined) return { approvedBy: null };
      if (approvalId !== undefined && mayApprove) return { approvedBy: approvalId };
      const needed = { action: act.action, limit: wanted?.limit ?? null };
      throw new Refusal('approval_required', { ...needed, approval: needed });
    },
  };
}

/** The licence as the book knows it: what is sold goes on being paid, nothing new is begun. */
export function licenceOf(book: Book): Licence {
  return {
    assertNewOrders({ at }: RequestContext): void {
      const { plan = null, status, ordersUntil } = book().configuration?.licence ?? {};
      if (status === 'revoked') throw new Refusal('licence_revoked');
      if (ordersUntil != null && at >= new Date(ordersUntil))
        throw new Refusal('licence_expired', { plan, ordersUntil });
    },
  };
}

function needsNetworkNow(): never {
  throw new Refusal('tender_needs_network');
}

/** For ledgers and providers, which only the service reaches. */
export async function needsNetwork(): Promise<never> {
  return needsNetworkNow();
}
