/** A rule about money that holds at every moment, and what to do where it does not. */
export interface Invariant {
  readonly code: string;
  /** The promise that it is a part of. */
  readonly promise: 'I1' | 'I2' | 'I3' | 'I6' | 'I7';
  readonly title: string;
  /** Where to look first when it is broken. */
  readonly advice: string;
}

const ORDER = 'Compare the order with its events (GET /orders/{id}/events): the last one shows it as it was committed.';
const PROVIDER =
  'Look at GET /charges/{paymentId} and ask the provider; what came for no order is in GET /unallocated-payments.';
const DRAWER =
  'Compare GET /drawer-sessions/{id}/entries with the orders of the session, before the drawer is counted again.';
const LEDGER =
  'The entries of the ledger are what happened: they can only be added. Find out who wrote to the table otherwise.';

/** All of them, in the order in which one broken rule explains the next. */
export const INVARIANTS = [
  { code: 'order_totals', promise: 'I1', title: 'The total of an order is the sum of its parts', advice: ORDER },
  {
    code: 'order_lines',
    promise: 'I1',
    title: 'The lines of an order add up to its subtotal and discount',
    advice: ORDER,
  },
  {
    code: 'order_payments',
    promise: 'I1',
    title: 'What an order says was paid is what its payments come to',
    advice: ORDER,
  },
  {
    code: 'order_settled',
    promise: 'I1',
    title: 'A settled order is paid: paid less change is its total',
    advice: ORDER,
  },
  {
    code: 'day_money',
    promise: 'I1',
    advice: ORDER,
    title: 'The sales settled on a day are the money of the day for them and earlier part payments, less change',
  },
  {
    code: 'refund_parts',
    promise: 'I1',
    title: 'A refund is the sum of its lines, and of what it paid out',
    advice: ORDER,
  },
  {
    code: 'refund_limits',
    promise: 'I1',
    advice: ORDER,
    title: 'Lines and payments know their refunds, and no more was given back than was paid',
  },
  {
    code: 'payment_returns',
    promise: 'I1',
    advice: ORDER,
    title: 'A payment that was returned before its order was settled was returned once and whole',
  },
  {
    code: 'payment_charges',
    promise: 'I2',
    advice: PROVIDER,
    title: 'A payment that a provider processes has exactly one charge, of the same order',
  },
  {
    code: 'charge_money',
    promise: 'I2',
    advice: PROVIDER,
    title: 'What a provider captured is with the order or among the unallocated payments, and not with both',
  },
  {
    code: 'payments_waiting',
    promise: 'I2',
    advice: PROVIDER,
    title: 'Somebody waits for each payment that has been under way for an hour',
  },
  {
    code: 'ledger_payments',
    promise: 'I2',
    advice: LEDGER,
    title: 'A payment by gift card or house account is in that ledger once, with its amount',
  },
  {
    code: 'report_numbers',
    promise: 'I3',
    advice: 'Run the verification of Z reports: GET /z-reports/verify.',
    title: 'The Z reports of a series are numbered from 1 without gaps, and each names the one before',
  },
  {
    code: 'drawer_expectation',
    promise: 'I6',
    title: 'A drawer is expected to hold float and cash in less cash out',
    advice: DRAWER,
  },
  {
    code: 'drawer_payments',
    promise: 'I6',
    advice: DRAWER,
    title:
      'The cash of orders and house accounts in a drawer is that of the payments and refunds that name its session',
  },
  {
    code: 'drawer_count',
    promise: 'I6',
    advice: DRAWER,
    title: 'What was counted in a closed drawer is what was expected and the variance, and has left it',
  },
  {
    code: 'drawer_double_entry',
    promise: 'I6',
    advice: DRAWER,
    title: 'Every entry of a drawer debits and credits the accounts of its kind, and no transfer stays on its way',
  },
  {
    code: 'gift_cards',
    promise: 'I7',
    title: 'The balance of a gift card is its ledger and not below zero',
    advice: LEDGER,
  },
  { code: 'house_accounts', promise: 'I7', title: 'What is owed on a house account is its ledger', advice: LEDGER },
  { code: 'loyalty_points', promise: 'I7', title: 'The points of a member are their ledger', advice: LEDGER },
] as const satisfies readonly Invariant[];

export type InvariantCode = (typeof INVARIANTS)[number]['code'];

/** The most examples of one broken rule that are shown. */
export const EXAMPLES_MAX = 20;

/** One thing that breaks a rule. */
export interface Violation {
  /** What kind of thing it is, and its id. */
  readonly subject: string;
  /** Amounts in minor units, or words. */
  readonly expected: string;
  readonly actual: string;
}

/** What became of checking one rule. */
export interface InvariantFinding {
  readonly code: InvariantCode;
  /** How many things were looked at. */
  readonly checked: number;
  readonly violations: number;
  readonly examples: readonly Violation[];
}

/** The days, by which orders, refunds and drawer sessions count, and the outlets that are looked at. */
export interface InvariantScope {
  /** YYYY-MM-DD; counts. Null: from the first day. */
  readonly from: string | null;
  /** YYYY-MM-DD; does not count. Null: to the last day. */
  readonly to: string | null;
  /** Null: all of them, and what belongs to no outlet. */
  readonly outletIds: readonly string[] | null;
}
