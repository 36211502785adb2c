import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { TipRefusal } from '../domain/tip-refusal.js';
import type { TipOutlet, TipOutlets } from '../ports/neighbours.js';

/** The outlet, if the caller may act for it. @throws Refusal `tip_outlet_not_found`. */
export async function workplace(
  tx: Tx,
  { principal }: RequestContext,
  outlets: TipOutlets,
  outletId: OutletId,
): Promise<TipOutlet> {
  const outlet = mayActFor(principal, outletId) ? await outlets.outlet(tx, outletId) : undefined;
  if (outlet === undefined) throw new Refusal<TipRefusal>('tip_outlet_not_found', { outletId });
  return outlet;
}

/** @throws Refusal `currency_mismatch` for money that is not in the outlet's currency. */
export function assertCurrencyOf({ currency }: TipOutlet, amount: Money): void {
  if (amount.currency !== currency)
    throw new Refusal('currency_mismatch', { expected: currency, actual: amount.currency });
}

/** Who does it, as ledgers name them. */
export function actorOf({ principal }: RequestContext): string {
  return `${principal.kind}:${principal.id}`;
}
