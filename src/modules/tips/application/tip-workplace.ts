import { businessTimeOf } from '../../../kernel/business-time.js';
import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { PublishedEvent } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { TipEntry } from '../domain/tip-entry.js';
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

/** In what this module does of itself when it has heard of something. */
export function heardContext(event: PublishedEvent, at: Date): RequestContext {
  const { tenantId, tenantSlug, requestId, traceParent } = event;
  const principal = { kind: 'system', id: 'tips', permissions: new Set<string>(), test: false } as const;
  return { tenantId, tenantSlug, requestId, at, principal, ...(traceParent !== null && { traceParent }) };
}

/** By whom and when an entry is written: on the outlet's trading day of the moment. */
export function writtenIn(
  context: RequestContext,
  { timeZone, dayCutMinutes }: TipOutlet,
): Pick<TipEntry, 'businessDate' | 'actor' | 'at'> {
  const { businessDate } = businessTimeOf(context.at, timeZone, dayCutMinutes);
  return { businessDate, actor: actorOf(context), at: context.at };
}

/** Who does it, as ledgers name them. */
export function actorOf({ principal }: RequestContext): string {
  return `${principal.kind}:${principal.id}`;
}
