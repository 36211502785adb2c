import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { AT, DAY, ID, id } from './sound-ids.js';

export { DAY, ID } from './sound-ids.js';

type Row = Readonly<Record<string, unknown>>;

/**
 * The books of a small shop in which all adds up: sales in cash with change, by a provider's card, by gift card and on account; a
 * part payment of the day before, a payment that was returned, a refund in cash, a drawer that was closed 2.00 short and another
 * that is open; and money of a provider that came twice.
 */
export async function writeSoundBooks(owner: Client, tenantId: string): Promise<void> {
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  for (const [table, row] of [...orders(), ...payments(), ...providers(), ...drawers(), ...ledgers(), ...reports()])
    await insert(owner, table, { tenant_id: tenantId, ...row });
}

/** The row of another payment, refund or entry, for those who add one too many. */
export async function insert(owner: Client, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row).join(', ');
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, $1)`,
    [JSON.stringify(row)],
  );
}

/** An entry of the closed session's drawer ledger. */
export function entry(kind: string, amount: number, debit: string, credit: string, more: Row = {}): Row {
  return {
    ...{ id: randomUUID(), session_id: ID.closedSession, outlet_id: ID.outlet, kind, amount, currency: 'USD' },
    ...{ debit_account: debit, credit_account: credit, actor: 'test', at: AT, business_date: DAY, ...more },
  };
}

type Books = readonly (readonly [table: string, row: Row])[];

function orders(): Books {
  const order = (orderId: string, number: string, amounts: Row, more: Row = {}): Books[number] => [
    'pos_orders',
    {
      ...{ id: orderId, outlet_id: ID.outlet, number, status: 'completed', channel: 'counter', currency: 'USD' },
      ...{ cashier_id: 'test', placed_at: AT, recorded_at: AT, business_date: DAY, local_hour: 10, late: false },
      ...{ subtotal: 0, discount: 0, service_charge: 0, tax: 0, tip: 0, rounding: 0, surcharge: 0, total: 0, paid: 0 },
      ...{ change_given: 0, due: 0, taxes: [], settings: {}, event_sequence: 1, version: 1 },
      ...{ promo_codes: [], discounts: [], counted_promotions: [], ...amounts, ...more },
    },
  ];
  const line = (orderId: string, gross: number, more: Row = {}): Books[number] => [
    'pos_order_lines',
    {
      ...{ order_id: orderId, id: orderId, line_number: 1, sku: 'tea', name: 'Tea', category: 'Drinks', unit: 'each' },
      ...{ quantity: '1', unit_price: gross, gross, discount: 0, tax: 0, net: gross, total: gross, taxes: [] },
      ...{ tax_group: {}, modifiers: [], applications: [], service_charge: 0, refunded_quantity: '0' },
      ...{ refunded_amount: 0, refunded_tax: 0, ...more },
    },
  ];
  const tax = { code: 'VAT', mode: 'exclusive', amount: 80 };
  return [
    order(
      ID.cashSale,
      'A-1',
      { subtotal: 1300, discount: 100, tax: 80, tip: 120, total: 1400 },
      {
        ...{ paid: 2000, change_given: 600, taxes: [tax], drawer_session_id: ID.closedSession },
      },
    ),
    line(ID.cashSale, 1300, { discount: 100, total: 1200, net: 1200 }),
    // Half was paid the day before: it counts in the day in which it was settled.
    order(
      ID.cardSale,
      'A-2',
      { subtotal: 3000, surcharge: 45, total: 3045, paid: 3045 },
      {
        ...{ business_date: '2026-11-19', booked_on: DAY },
      },
    ),
    line(ID.cardSale, 3000),
    order(ID.openOrder, 'A-3', { subtotal: 900, total: 900, paid: 300, due: 600 }, { status: 'open' }),
    line(ID.openOrder, 900),
    order(
      ID.refunded,
      'A-4',
      { subtotal: 1000, total: 1000, paid: 1000 },
      {
        ...{ status: 'partially_refunded', drawer_session_id: ID.openSession },
      },
    ),
    line(ID.refunded, 1000, { refunded_amount: 398, refunded_quantity: '0.4' }),
  ];
}

function payments(): Books {
  const payment = (paymentId: string, orderId: string, amount: number, more: Row = {}): Books[number] => [
    'pos_payments',
    {
      ...{
        id: paymentId,
        order_id: orderId,
        payment_number: 1,
        tender: 'cash',
        status: 'captured',
        amount,
        refunded: 0,
      },
      ...{ received_at: AT, change_given: 0, surcharge: 0, ...more },
    },
  ];
  const refundOf = { paymentId: ID.refundedCash, tender: 'cash', amount: 400 };
  return [
    payment(ID.cash, ID.cashSale, 2000, { change_given: 600, drawer_session_id: ID.closedSession }),
    payment(ID.deposit, ID.cardSale, 1500, { tender: 'bank_transfer' }),
    payment(ID.card, ID.cardSale, 1545, {
      ...{ payment_number: 2, tender: 'card', provider: 'treasury', surcharge: 45, booked_on: DAY },
    }),
    payment(ID.returned, ID.openOrder, 500, {
      ...{ status: 'refunded', refunded: 500, returned_at: AT, drawer_session_id: ID.openSession },
    }),
    payment(ID.giftPayment, ID.openOrder, 100, { payment_number: 2, tender: 'gift_card', ledger: 'gift_card' }),
    payment(ID.accountPayment, ID.openOrder, 200, {
      ...{ payment_number: 3, tender: 'house_account', ledger: 'house_account' },
    }),
    payment(ID.refundedCash, ID.refunded, 1000, { refunded: 400, drawer_session_id: ID.openSession }),
    [
      'pos_refunds',
      {
        ...{
          id: ID.refund,
          order_id: ID.refunded,
          outlet_id: ID.outlet,
          amount: 398,
          tax: 0,
          rounding: 2,
          reason: 'x',
        },
        ...{ lines: [{ lineId: ID.refunded, amount: 398 }], payments: [refundOf], refunded_by: 'test' },
        ...{ refunded_at: AT, business_date: DAY, local_hour: 10, late: false, drawer_session_id: ID.openSession },
      },
    ],
    [
      'pos_payment_returns',
      {
        ...{ id: ID.return, payment_id: ID.returned, order_id: ID.openOrder, outlet_id: ID.outlet, tender: 'cash' },
        ...{ amount: 500, reason: 'x', returned_by: 'test', returned_at: AT, business_date: DAY, late: false },
        drawer_session_id: ID.openSession,
      },
    ],
  ];
}

/** The provider captured 17.00 of the 15.45 that were asked for, and then once more. */
function providers(): Books {
  const charge = {
    ...{ payment_id: ID.card, order_id: ID.cardSale, order_number: 'A-2', outlet_id: ID.outlet, tender: 'card' },
    ...{ provider: 'treasury', amount: 1545, currency: 'USD', payer: {}, source: 's', fingerprint: 'f', tries: 1 },
    ...{ complete_order: false, status: 'captured', amount_captured: 1700, created_by: 'test', created_at: AT },
    ...{ settled_at: AT, test: false, version: 1, event_sequence: 1 },
  };
  const stray = {
    ...{ provider: 'treasury', payment_id: ID.card, order_id: ID.cardSale, outlet_id: ID.outlet, currency: 'USD' },
    ...{ arrived_at: AT, test: false, status: 'open', version: 1 },
  };
  return [
    ['payment_charges', charge],
    ['unallocated_payments', { id: ID.stray, ...stray, amount: 155, reason: 'exceeds_asked', provider_reference: 'r' }],
    [
      'unallocated_payments',
      { id: id(62), ...stray, amount: 1545, reason: 'captured_twice', provider_reference: 'r2' },
    ],
  ];
}

function drawers(): Books {
  const drawer = `drawer:${ID.closedSession}`;
  const open = `drawer:${ID.openSession}`;
  const safe = `safe:${ID.outlet}`;
  const transit = `transit:${ID.outlet}`;
  const session = {
    ...{ outlet_id: ID.outlet, cashier_id: 'test', currency: 'USD', business_date: DAY, blind: true, opened_at: AT },
    ...{ opened_by: 'test', no_sales: 0, counted_last_at: AT, variance_state: 'none', version: 1, event_sequence: 1 },
  };
  const ended = { status: 'closed', closed_at: AT, closed_by: 'test', counted: 9800, expected_at_close: 10000 };
  const ofSale = { order_id: ID.cashSale, payment_id: ID.cash };
  const inOpen = { session_id: ID.openSession };
  const ofRefunded = { ...inOpen, order_id: ID.refunded, payment_id: ID.refundedCash };
  const ofReturned = { ...inOpen, order_id: ID.openOrder, payment_id: ID.returned };
  const master = { id: ID.drawer, outlet_id: ID.outlet, name: 'Till', active: true, sessions: 2, version: 1 };
  const sessions: Books = [
    ['drawers', { ...master, created_at: AT }],
    [
      'drawer_sessions',
      { id: ID.closedSession, drawer_id: ID.drawer, number: 1, ...session, ...ended, variance: -200, kept_float: 0 },
    ],
    ['drawer_sessions', { id: ID.openSession, drawer_id: ID.drawer, number: 2, ...session, status: 'open' }],
  ];
  const entries = [
    entry('float', 10000, drawer, safe),
    entry('sale', 2000, drawer, 'sales', ofSale),
    entry('change', 600, 'sales', drawer, ofSale),
    entry('paid_in', 100, drawer, 'paid_in', { category: 'account_payment' }),
    entry('petty_cash', 300, 'paid_out:petty_cash', drawer, { category: 'petty_cash' }),
    entry('skim', 1000, safe, drawer),
    entry('transfer_out', 200, transit, drawer),
    entry('count', 200, 'over_short', drawer),
    entry('close', 9800, safe, drawer),
    entry('transfer_in', 200, open, transit, inOpen),
    entry('sale', 1000, open, 'sales', ofRefunded),
    entry('refund', 400, 'sales', open, { ...ofRefunded, refund_id: ID.refund }),
    entry('sale', 500, open, 'sales', ofReturned),
    entry('refund', 500, 'sales', open, { ...ofReturned, refund_id: ID.return }),
  ];
  return [...sessions, ...entries.map((row) => ['drawer_entries', { late: false, ...row }] as const)];
}

function ledgers(): Books {
  const card = { kind: 'gift_card', code_hash: '\\x00', code_key: 'none', last4: 'WXYZ', currency: 'USD' };
  const booked = { occurred_at: AT, actor: 'test' };
  return [
    [
      'gift_cards',
      {
        ...{ id: ID.giftCard, ...card, status: 'active', balance: 400, initial: 500, single_use: false, issued_at: AT },
        ...{ activated_at: AT, moved_at: AT, movements: 2, version: 2, created_by: 'test', outlet_id: ID.outlet },
      },
    ],
    ...moves('gift_card_transactions', 'card_id', ID.giftCard, [
      { kind: 'activate', amount: 500, ...booked },
      { kind: 'redeem', amount: -100, payment_id: ID.giftPayment, order_id: ID.openOrder, ...booked },
    ]),
    [
      'house_accounts',
      {
        ...{ id: ID.houseAccount, number: 'D-1', name: 'Baker', currency: 'USD', status: 'open', credit_limit: 100 },
        ...{ balance: 100, terms_days: 30, opened_at: AT, moved_at: AT, movements: 2, version: 3, created_by: 'test' },
      },
    ],
    ...moves('house_account_entries', 'account_id', ID.houseAccount, [
      { kind: 'charge', amount: 200, payment_id: ID.accountPayment, order_id: ID.openOrder, ...booked },
      { kind: 'payment', amount: -100, tender: 'cash', drawer_session_id: ID.closedSession, ...booked },
    ]),
    [
      'loyalty_members',
      {
        ...{ id: ID.member, customer_id: 'c', status: 'active', groups: [], entitlements: [], balance: 40 },
        ...{ enrolled_at: AT, version: 1 },
      },
    ],
    ['loyalty_entries', loyaltyEntry(1, 50, 50)],
    ['loyalty_entries', loyaltyEntry(2, -10, 40)],
  ];
}

function loyaltyEntry(n: number, points: number, balance: number): Row {
  return { id: id(70 + n), member_id: ID.member, kind: 'adjust', points, balance, source: `s${n}`, actor: 'a', at: AT };
}

function moves(table: string, key: string, of: string, entries: readonly (Row & { amount: number })[]): Books {
  let balance = 0;
  return entries.map((row, index) => {
    const before = balance;
    balance += row.amount;
    return [table, { [key]: of, number: index + 1, balance_before: before, balance_after: balance, ...row }];
  });
}

function reports(): Books {
  const [first, second] = ['a', 'b'].map((digit) => digit.repeat(64));
  const report = (number: number, day: string, hash: unknown, previous: unknown): Books[number] => [
    'z_reports',
    {
      ...{ id: id(80 + number), scope: 'day', outlet_id: ID.outlet, business_date: day, number, content: '{}', hash },
      ...{ previous_hash: previous, grand_total: 0, exceptions: 0, made_at: AT, made_by: 'test' },
    },
  ];
  const series = { scope: 'day', series_id: ID.outlet, outlet_id: ID.outlet, last_number: 2, last_hash: second };
  return [
    report(1, '2026-11-18', first, null),
    report(2, '2026-11-19', second, first),
    ['z_report_series', { ...series, grand_total: 0 }],
  ];
}
