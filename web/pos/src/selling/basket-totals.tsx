import type { JSX } from 'preact';
import type { Selling } from './selling.js';

/** How the total comes about, as far as there is something to say. */
const PARTS = ['discount', 'serviceCharge', 'tip', 'rounding', 'surcharge'] as const;

/** Subtotal and what was added or taken off; nothing where the lines are the total. Tax is said, for it is in the prices. */
export function BasketTotals({ selling }: { readonly selling: Selling }): JSX.Element | null {
  const { till, basket, pricing } = selling;
  const totals = pricing.priced.value?.order.totals;
  if (totals === undefined || basket.value.lines.length === 0) return null;
  const { currency } = totals.total;
  const shown = PARTS.filter((part) => totals[part].amount !== 0);
  const parts = shown.length === 0 ? [] : (['subtotal', ...shown] as const);
  return (
    <dl class="sell-totals" aria-busy={pricing.priced.value?.basket !== basket.value}>
      {parts.map((part) => (
        <div key={part}>
          <dt>{till.t(`sell.total.${part}`)}</dt>
          <dd class="amount">
            {till.money({ amount: part === 'discount' ? -totals.discount.amount : totals[part].amount, currency })}
          </dd>
        </div>
      ))}
      {totals.tax.amount !== 0 && (
        <div class="muted">
          <dt>{till.t('sell.total.tax')}</dt>
          <dd class="amount">{till.money(totals.tax)}</dd>
        </div>
      )}
    </dl>
  );
}
