import type { DayFacts } from './day-facts.js';

/** Something odd that does not keep a day from being closed (DOMAIN "Drawers, shifts, days"), and what it is about. */
export interface ReportException {
  readonly code: ExceptionCode;
  /** Id of the order, payment or drawer session; `null` where it is about the report as a whole. */
  readonly subject: string | null;
  readonly detail: string;
}

export const EXCEPTION_CODES = [
  'order_totals_differ',
  'order_discounts_differ',
  'order_payments_differ',
  'money_unexplained',
  'payment_in_doubt',
  'drawer_session_open',
  'drawer_variance_pending',
  'closed_before_the_cut',
] as const;
export type ExceptionCode = (typeof EXCEPTION_CODES)[number];

const ODD: Record<DayFacts['oddOrders'][number]['what'], readonly [ExceptionCode, string]> = {
  totals: ['order_totals_differ', 'its total is not the sum of its parts'],
  discounts: ['order_discounts_differ', 'its discount is not the sum of what was taken off its lines'],
  payments: ['order_payments_differ', 'what was paid for it is not its total'],
};

/**
 * Lists what is odd.
 * @param unexplained what the bridge from sales to money leaves open, in minor units.
 * @param early true when the business day still goes on.
 */
export function exceptionsOf(facts: DayFacts, unexplained: number, early: boolean): ReportException[] {
  const { oddOrders, standing, cash } = facts;
  const open = cash.sessions.filter(({ status }) => status !== 'closed');
  const pending = cash.sessions.filter(({ varianceState }) => varianceState === 'pending');
  return [
    ...oddOrders.map(({ orderId, number, what }): ReportException => {
      const [code, detail] = ODD[what];
      return { code, subject: orderId, detail: `${number}: ${detail}` };
    }),
    ...(unexplained === 0 ? [] : [about('money_unexplained', null, 'money and settled sales do not agree')]),
    ...standing.inDoubt.paymentIds.map((id) => about('payment_in_doubt', id, 'nobody knows yet whether it was made')),
    ...open.map(({ sessionId, number }) => about('drawer_session_open', sessionId, `session ${number} is not closed`)),
    ...pending.map(({ sessionId, number }) =>
      about('drawer_variance_pending', sessionId, `the variance of session ${number} waits for a decision`),
    ),
    ...(early ? [about('closed_before_the_cut', null, 'the business day still goes on; the rest of it is late')] : []),
  ];
}

function about(code: ExceptionCode, subject: string | null, detail: string): ReportException {
  return { code, subject, detail };
}
