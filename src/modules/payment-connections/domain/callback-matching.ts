import { fromMajorUnits, isSameMoney, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { HeardCallback, PaymentNotice } from './heard-callback.js';
import type { ConnectedProvider } from './provider.js';
import type { ProviderRequest } from './provider-request.js';

/** What a callback means for what was asked, and what is to be remembered of it. */
export interface MatchedCallback {
  readonly notice: PaymentNotice;
  /** What the request is from now on; `undefined` when nothing is new, or nothing was asked. */
  readonly request: ProviderRequest | undefined;
}

/** The only currency of providers that name none. */
const CURRENCY_OF: Readonly<Partial<Record<ConnectedProvider, string>>> = { mpesa: 'KES' };

/**
 * Puts a callback to the request that it is for. One that names a request, but another reference than the provider gave us for
 * it, is not for ours: it counts as an orphan.
 * @param asked the request that it names, if there is one.
 * @param noticeId the hash of what was said.
 */
export function matchCallback(
  provider: ConnectedProvider,
  heard: HeardCallback,
  asked: ProviderRequest | undefined,
  { noticeId, at }: { readonly noticeId: string; readonly at: Date },
): MatchedCallback {
  const ours = asked !== undefined && isFor(asked, heard) ? asked : undefined;
  const amount = amountOf(heard, ours?.amount.currency ?? CURRENCY_OF[provider]);
  const notice: PaymentNotice = {
    provider,
    noticeId,
    key: ours?.key ?? null,
    reference: heard.reference ?? heard.receipt,
    about: 'charge',
    outcome: heard.outcome,
    amount,
    reason: heard.reason,
    trusted: heard.trusted,
    payerHint: heard.payerHint,
    at: heard.at ?? at,
  };
  return { notice, request: ours && remembered(ours, heard, amount) };
}

function isFor({ reference }: ProviderRequest, heard: HeardCallback): boolean {
  // Where the provider's answer is still to come, or got lost, the first name that is heard is as good as any.
  return reference === null || heard.reference === null || heard.reference === reference;
}

function remembered(ours: ProviderRequest, heard: HeardCallback, amount: Money | null): ProviderRequest | undefined {
  const differs = heard.outcome === 'captured' && amount !== null && !isSameMoney(amount, ours.amount);
  const next = {
    ...ours,
    reference: ours.reference ?? heard.reference,
    receipt: differs ? ours.receipt : (heard.receipt ?? ours.receipt),
    doubtful: ours.doubtful || (differs && !heard.trusted),
  };
  const isNew = next.reference !== ours.reference || next.receipt !== ours.receipt || next.doubtful !== ours.doubtful;
  return isNew ? next : undefined;
}

/** An amount that cannot be, such as one finer than its currency, counts as one that was not told. */
function amountOf({ amount, currency }: HeardCallback, expected: string | undefined): Money | null {
  const code = currency ?? expected;
  if (amount === null || code === undefined) return null;
  try {
    return fromMajorUnits(amount, code);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
