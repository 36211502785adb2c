import { least, roundToStep, subtract, sum, zero, type Money } from '../../../../sdk/src/money.js';

/** The smallest coin that the outlet takes; `null`: it does not round (DOMAIN P6). */
export interface SmallestCoin {
  readonly stepMinor: number;
  readonly mode: 'half-up' | 'down' | 'up';
}

/** Money that was taken for the bill at this till. */
export interface TakenPayment {
  readonly id: string;
  readonly tender: string;
  /** As the order will have it: of cash, as tendered where it settles the bill. */
  readonly amount: Money;
  /** What it pays of the bill. */
  readonly pays: Money;
  /** What is handed back of it. */
  readonly change: Money;
  readonly reference: string | null;
  /** True once the queue or the service has it: it is not taken back by a key any more. */
  readonly booked: boolean;
}

/** A bill being paid. A value: each act makes another one, and the last is kept on the device. */
export interface PaySession {
  /** The order's id. */
  readonly orderId: string;
  /** What was due when paying began, before cash rounding. */
  readonly bill: Money;
  readonly coin: SmallestCoin | null;
  readonly taken: readonly TakenPayment[];
  /** What is still to be paid, part by part; `null`: in one. They sum to what is left. */
  readonly parts: readonly Money[] | null;
  /** In how many parts the bill was split. */
  readonly partCount: number;
  readonly settled: boolean;
}

/** Begins to pay a bill. @param booked what was paid before, of an order that others know. */
export function openSession(orderId: string, bill: Money, coin: SmallestCoin | null): PaySession {
  const settled = bill.amount === 0;
  return { orderId, bill, coin, taken: [], parts: null, partCount: 1, settled };
}

/** What is left of the bill, before cash rounding. */
export function leftOf({ bill, taken, settled }: PaySession): Money {
  if (settled) return zero(bill.currency);
  return subtract(
    bill,
    sum(
      taken.map(({ pays }) => pays),
      bill.currency,
    ),
  );
}

/** What the next payment is to pay: the next part, or all that is left. */
export function dueNow(session: PaySession): Money {
  return session.parts?.[0] ?? leftOf(session);
}

/** The same in coins. Only what settles the bill is rounded: parts before it are not. */
export function dueInCash(session: PaySession): Money {
  const due = dueNow(session);
  if (session.coin === null || !isLast(session)) return due;
  return roundToStep(due, session.coin.stepMinor, session.coin.mode);
}

/** Which part is being paid, counted from 1. */
export function partNumber({ parts, partCount }: PaySession): number {
  return parts === null ? 1 : partCount - parts.length + 1;
}

/** Splits what is left. @throws RangeError where the parts do not sum to it. */
export function split(session: PaySession, parts: readonly Money[]): PaySession {
  const left = leftOf(session);
  const whole = sum(parts, left.currency);
  if (whole.amount !== left.amount) throw new RangeError(`the parts come to ${whole.amount}, not to ${left.amount}`);
  const worth = parts.filter(({ amount }) => amount > 0);
  return worth.length < 2
    ? { ...session, parts: null, partCount: 1 }
    : { ...session, parts: worth, partCount: worth.length };
}

/** One bill again, of what is left. */
export function join(session: PaySession): PaySession {
  return { ...session, parts: null, partCount: 1 };
}

/**
 * Takes cash. More than is due is handed back; only the last part is recorded as tendered, so that the order knows the change.
 * @param tendered above zero.
 */
export function takeCash(session: PaySession, id: string, tendered: Money): PaySession {
  const want = dueInCash(session);
  const covers = tendered.amount >= want.amount;
  const settles = covers && isLast(session);
  const change = covers ? subtract(tendered, want) : zero(want.currency);
  const amount = settles ? tendered : subtract(tendered, change);
  const pays = settles ? dueNow(session) : amount;
  return paidBy(session, { id, tender: 'cash', amount, pays, change, reference: null, booked: false });
}

/** Whether another tender than cash may pay so much: only cash may exceed what is due (DOMAIN "Orders, payments, refunds"). */
export function mayTake(session: PaySession, amount: Money): boolean {
  return amount.amount > 0 && amount.amount <= leftOf(session).amount;
}

/** Takes money by another tender, as somebody has seen it arrive. @throws RangeError for more than is left. */
export function takeOther(
  session: PaySession,
  payment: Pick<TakenPayment, 'id' | 'tender' | 'amount' | 'reference' | 'booked'>,
): PaySession {
  if (!mayTake(session, payment.amount)) throw new RangeError('only cash may exceed what is left');
  return paidBy(session, { ...payment, pays: payment.amount, change: zero(payment.amount.currency) });
}

/** Gives back what was taken last, while nothing has booked it. `undefined` where there is no such payment. */
export function giveBack(session: PaySession): { session: PaySession; back: TakenPayment } | undefined {
  const back = session.taken.at(-1);
  if (back === undefined || back.booked) return undefined;
  const opened = { ...session, taken: session.taken.slice(0, -1), settled: false };
  if (session.partCount < 2) return { back, session: opened };
  const parts = [back.pays, ...(session.parts ?? [])];
  return { back, session: { ...opened, parts: mended(parts, leftOf(opened), session) } };
}

/** What was taken is with the queue or the service now. */
export function booked(session: PaySession): PaySession {
  return { ...session, taken: session.taken.map((payment) => ({ ...payment, booked: true })) };
}

/** What is handed back in all. */
export function changeOf({ taken, bill }: PaySession): Money {
  return sum(
    taken.map(({ change }) => change),
    bill.currency,
  );
}

function isLast({ parts }: PaySession): boolean {
  return parts === null || parts.length === 1;
}

function paidBy(session: PaySession, payment: TakenPayment): PaySession {
  const taken = [...session.taken, payment];
  const left = subtract(leftOf(session), payment.pays);
  if (left.amount <= 0) return { ...session, taken, parts: session.parts && [], settled: true };
  return { ...session, taken, parts: session.parts && spentFrom(session.parts, payment.pays) };
}

/** Takes an amount out of the parts, in turn. */
function spentFrom(parts: readonly Money[], pays: Money): Money[] {
  let open = pays;
  return parts.flatMap((part) => {
    const here = least(open, part);
    open = subtract(open, here);
    const rest = subtract(part, here);
    return rest.amount > 0 ? [rest] : [];
  });
}

/** Parts after one came back: never more of them than there were. */
function mended(parts: readonly Money[], left: Money, { partCount }: PaySession): Money[] {
  if (parts.length <= partCount) return [...parts];
  const [first, second, ...others] = parts;
  const joined = { amount: (first?.amount ?? 0) + (second?.amount ?? 0), currency: left.currency };
  return [joined, ...others];
}
