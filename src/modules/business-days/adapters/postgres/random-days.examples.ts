import { randomUUID } from 'node:crypto';

/** A random outlet's books over some days and sessions, as rows of the tables, and who reads them only needs these. */
export interface RandomBooks {
  readonly outletId: string;
  readonly sessions: readonly string[];
  readonly orders: readonly OrderRow[];
  readonly payments: readonly PaymentRow[];
  readonly refunds: readonly RefundRow[];
  readonly returns: readonly ReturnRow[];
}

export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly business_date: string;
  readonly booked_on: string | null;
  readonly late: boolean;
  readonly drawer_session_id: string | null;
  readonly subtotal: number;
  readonly discount: number;
  readonly service_charge: number;
  readonly tax: number;
  readonly tip: number;
  readonly surcharge: number;
  readonly rounding: number;
  readonly total: number;
  readonly paid: number;
  readonly change_given: number;
  readonly due: number;
  readonly taxes: readonly { code: string; name: string; rate: string; base: number; amount: number; mode: string }[];
  readonly event_sequence: number;
}

export interface PaymentRow {
  readonly id: string;
  readonly order_id: string;
  readonly payment_number: number;
  readonly tender: string;
  readonly status: string;
  readonly amount: number;
  /** Null: the order's change lies on its last cash. */
  readonly change_given: number | null;
  readonly booked_on: string | null;
  readonly drawer_session_id: string | null;
  readonly returned_at: string | null;
}

export interface RefundRow {
  readonly id: string;
  readonly order_id: string;
  readonly amount: number;
  readonly tax: number;
  readonly rounding: number;
  readonly payments: readonly { tender: string; amount: number }[];
  readonly business_date: string;
  readonly booked_on: string | null;
  readonly late: boolean;
  readonly drawer_session_id: string | null;
}

export interface ReturnRow {
  readonly id: string;
  readonly payment_id: string;
  readonly order_id: string;
  readonly tender: string;
  readonly amount: number;
  readonly business_date: string;
  readonly drawer_session_id: string | null;
}

const DAYS = ['2026-03-28', '2026-03-29', '2026-03-30'];
const TENDERS = ['cash', 'card', 'gift_card', 'mpesa'];
/** When everything was done. */
export const AT = '2026-03-29T10:00:00Z';

type Chance = (below: number) => number;

/** The same books from the same seed, but for ids. Sessions belong to one day each: what they took adds up to days. */
export function randomBooks(seed: number, size: number): RandomBooks {
  const chance = chanceOf(seed);
  const sessions = DAYS.flatMap(() => [randomUUID(), randomUUID()]);
  const books = { outletId: randomUUID(), sessions, orders: [], payments: [], refunds: [], returns: [] };
  for (let index = 1; index <= size; index += 1) addOrder(books, index, chance);
  return books;
}

/** A deterministic source of whole numbers (mulberry32). */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Writing extends RandomBooks {
  readonly orders: OrderRow[];
  readonly payments: PaymentRow[];
  readonly refunds: RefundRow[];
  readonly returns: ReturnRow[];
}

function addOrder(books: Writing, index: number, chance: Chance): void {
  const own = chance(DAYS.length);
  const settledOn = Math.max(own, chance(4) === 0 ? chance(DAYS.length) : own);
  const status = ['completed', 'completed', 'completed', 'partially_refunded', 'voided', 'open'][chance(6)] ?? 'open';
  const settled = status !== 'open' && status !== 'voided';
  const amounts = amountsOf(chance);
  const id = randomUUID();
  const session = chance(3) === 0 ? null : sessionOf(books, settledOn, chance);
  const paid = settled ? pay(books, id, own, settledOn, amounts.total, chance) : { paid: 0, change: 0 };
  if (status === 'voided' && chance(2) === 0) returned(books, id, own, settledOn, chance);
  books.orders.push({
    ...amounts,
    ...{ id, number: `A-${String(index).padStart(6, '0')}`, status, business_date: DAYS[own] ?? '' },
    ...{ booked_on: settledOn === own ? null : (DAYS[settledOn] ?? null), late: settledOn !== own && chance(2) === 0 },
    ...{ drawer_session_id: status === 'open' ? null : session, paid: paid.paid, change_given: paid.change },
    ...{ due: settled ? 0 : amounts.total, event_sequence: 2 },
  });
  if (status === 'partially_refunded') refund(books, id, settledOn, chance);
}

function amountsOf(
  chance: Chance,
): Pick<
  OrderRow,
  'subtotal' | 'discount' | 'service_charge' | 'tax' | 'tip' | 'surcharge' | 'rounding' | 'total' | 'taxes'
> {
  const subtotal = 100 + chance(9_000);
  const discount = chance(3) === 0 ? chance(100) : 0;
  const serviceCharge = chance(4) === 0 ? chance(300) : 0;
  const mode = chance(2) === 0 ? 'inclusive' : 'exclusive';
  const amount = chance(subtotal);
  const [tip, surcharge, rounding] = [
    chance(3) === 0 ? chance(500) : 0,
    chance(5) === 0 ? chance(50) : 0,
    chance(5) - 2,
  ];
  const total = subtotal - discount + serviceCharge + (mode === 'exclusive' ? amount : 0) + tip + surcharge + rounding;
  const taxes = [{ code: 'VAT', name: 'VAT', rate: chance(2) === 0 ? '16' : '8', base: subtotal, amount, mode }];
  return { subtotal, discount, service_charge: serviceCharge, tax: amount, tip, surcharge, rounding, total, taxes };
}

function sessionOf({ sessions }: RandomBooks, day: number, chance: Chance): string | null {
  return sessions[day * 2 + chance(2)] ?? null;
}

/** Pays in up to three parts, the earlier ones maybe on the order's own day; of old orders the change lies on the order only. */
function pay(
  books: Writing,
  orderId: string,
  own: number,
  settledOn: number,
  total: number,
  chance: Chance,
): { paid: number; change: number } {
  const parts = 1 + chance(3);
  const old = chance(2) === 0;
  let left = total;
  let [paid, change] = [0, 0];
  for (let part = 1; part <= parts && left > 0; part += 1) {
    const last = part === parts;
    const kept = last ? left : 1 + chance(left);
    const tender = TENDERS[chance(TENDERS.length)] ?? 'cash';
    const back = tender === 'cash' && (last || kept === left) ? chance(500) : 0;
    const day = last ? settledOn : own;
    const booked = day === own ? null : (DAYS[day] ?? null);
    add(books, {
      orderId,
      number: part,
      tender,
      amount: kept + back,
      change: old ? null : back,
      booked,
      session: sessionOrNone(books, day, chance),
    });
    if (chance(4) === 0)
      add(books, {
        orderId,
        number: part + 10,
        tender: 'card',
        amount: 77,
        change: null,
        booked,
        session: null,
        status: 'failed',
      });
    left -= kept;
    paid += kept + back;
    change += back;
  }
  return { paid, change };
}

function sessionOrNone(books: RandomBooks, day: number, chance: Chance): string | null {
  return chance(3) === 0 ? null : sessionOf(books, day, chance);
}

interface NewPayment {
  readonly orderId: string;
  readonly number: number;
  readonly tender: string;
  readonly amount: number;
  readonly change: number | null;
  readonly booked: string | null;
  readonly session: string | null;
  readonly status?: string;
  readonly returnedAt?: string;
}

function add({ payments }: Writing, payment: NewPayment): string {
  const { orderId, number, tender, amount, change, booked, session, status = 'captured', returnedAt = null } = payment;
  const id = randomUUID();
  payments.push({
    ...{
      id,
      order_id: orderId,
      payment_number: number,
      tender,
      status,
      amount,
      change_given: change,
      booked_on: booked,
    },
    ...{ drawer_session_id: session, returned_at: returnedAt },
  });
  return id;
}

function returned(books: Writing, orderId: string, own: number, day: number, chance: Chance): void {
  const amount = 1 + chance(1000);
  const session = sessionOrNone(books, own, chance);
  const paymentId = add(books, {
    orderId,
    number: 1,
    tender: 'cash',
    amount,
    change: 0,
    booked: null,
    session,
    status: 'refunded',
    returnedAt: AT,
  });
  books.returns.push({
    ...{ id: randomUUID(), payment_id: paymentId, order_id: orderId, tender: 'cash', amount },
    ...{ business_date: DAYS[day] ?? '', drawer_session_id: sessionOrNone(books, day, chance) },
  });
}

function refund(books: Writing, orderId: string, settledOn: number, chance: Chance): void {
  const day = Math.min(DAYS.length - 1, settledOn + chance(2));
  const [first, second, rounding] = [1 + chance(20), chance(20), chance(5) - 2];
  const late = chance(4) === 0 && day > 0;
  books.refunds.push({
    ...{ id: randomUUID(), order_id: orderId, amount: first + second, tax: chance(5), rounding },
    payments: [
      { tender: 'card', amount: first },
      { tender: 'cash', amount: second + rounding },
    ],
    ...{ business_date: DAYS[late ? day - 1 : day] ?? '', booked_on: late ? (DAYS[day] ?? null) : null, late },
    drawer_session_id: sessionOrNone(books, day, chance),
  });
}
