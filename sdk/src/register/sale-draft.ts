import type { IdSource } from '../../../src/kernel/ids.js';
import type {
  WrittenDiscount,
  WrittenLine,
  WrittenPayment,
  WrittenSale,
} from '../../../src/modules/orders/application/written-sale.js';
import type { AgreedPrice } from './agreed-price.js';

export type {
  WrittenComponent as DraftComponent,
  WrittenDiscount as DraftDiscount,
  WrittenModifier as DraftModifier,
} from '../../../src/modules/orders/application/written-sale.js';

/** A line of a draft. */
export interface DraftLine extends WrittenLine {
  /** What the register said it costs when it was priced before. Absent: it costs what the present book says. */
  readonly agreed?: AgreedPrice;
}

/** A sale that is being rung up: the body of `POST /orders` without what is paid. */
export type SaleDraft = Omit<WrittenSale, 'payments' | 'complete' | 'drawerSessionId' | 'lines'> & {
  readonly lines?: readonly DraftLine[];
};

/** Money as the cashier takes it: cash as tendered, everything else what it pays. */
export type DraftPayment = WrittenPayment;

/**
 * A draft as it is sent, in which everything that can have an id has one: the same lines keep theirs from price to price. What was
 * agreed stays on the device.
 */
export function withIds(draft: SaleDraft, ids: IdSource, now: number): WrittenSale & { readonly id: string } {
  const { lines = [], discounts = [] } = draft;
  return {
    ...draft,
    id: draft.id ?? ids.next(),
    placedAt: draft.placedAt ?? new Date(now).toISOString(),
    lines: lines.map(({ agreed: _, ...line }): WrittenLine => {
      const named = { ...line, id: line.id ?? ids.next() };
      if (line.components === undefined) return named;
      return { ...named, components: line.components.map((part) => ({ ...part, id: part.id ?? ids.next() })) };
    }),
    discounts: discounts.map((discount): WrittenDiscount => ({ ...discount, id: discount.id ?? ids.next() })),
  };
}

/** What was agreed for the lines of a draft, by their ids. */
export function agreedOf({ lines = [] }: SaleDraft): ReadonlyMap<string, AgreedPrice> {
  return new Map(
    lines.flatMap(({ id, agreed }): [string, AgreedPrice][] => {
      return id === undefined || agreed === undefined ? [] : [[id, agreed]];
    }),
  );
}

/** Payments that all have ids. */
export function paymentsWithIds(payments: readonly DraftPayment[], ids: IdSource): DraftPayment[] {
  return payments.map((payment) => ({ ...payment, id: payment.id ?? ids.next() }));
}
