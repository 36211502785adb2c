import type { Decision } from '../../../kernel/decision.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import { money, subtract, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { DrawerEvent, DrawerEvents } from './drawer-events.js';
import { ACCOUNTS, type Entry } from './drawer-ledger.js';
import type { DrawerRefusal } from './drawer-refusal.js';
import type { Doing } from './drawer-session.js';
import type { BankDepositSnapshot } from './master-snapshots.js';

export type DepositId = Id<'bank-deposit'>;

interface DepositBase {
  readonly id: DepositId;
  readonly outletId: OutletId;
  readonly amount: Money;
  /** What the bag or the slip says. */
  readonly reference: string | null;
  readonly preparedAt: Date;
  readonly preparedBy: string;
  readonly deposited: { readonly at: Date; readonly by: string } | null;
  readonly version: number;
}

/** Money on its way from the safe to the bank. */
export type BankDeposit =
  | (DepositBase & { readonly status: 'prepared' | 'deposited' })
  | (DepositBase & { readonly status: 'cancelled'; readonly endedAt: Date; readonly endedBy: string })
  | (DepositBase & {
      readonly status: 'confirmed';
      readonly endedAt: Date;
      readonly endedBy: string;
      /** What the bank counted, and how much more than the bag said. */
      readonly countedAmount: Money;
      readonly difference: Money;
    });

/** What a command on a deposit decided. */
export interface DepositDecision extends Decision<BankDeposit, DrawerEvent> {
  readonly entries: readonly Entry[];
}

type Wish = Pick<BankDeposit, 'id' | 'outletId' | 'amount' | 'reference'>;
type DepositEvent = Extract<keyof DrawerEvents, `pos.bank_deposit.${string}`>;

/** Puts money of the safe into a bag for the bank. @throws Refusal `drawer_amount_invalid`. */
export function prepareDeposit(wish: Wish, reason: string | null, doing: Doing): DepositDecision {
  if (wish.amount.amount <= 0) throw new Refusal<DrawerRefusal>('drawer_amount_invalid', { depositId: wish.id });
  const by = { preparedAt: doing.at, preparedBy: doing.actor };
  const deposit: BankDeposit = { ...wish, ...by, status: 'prepared', deposited: null, version: 1 };
  const entry = between(deposit, deposit.amount, 'bank', 'safe', doing, { reason });
  return told('pos.bank_deposit.prepared', deposit, { reason }, [entry]);
}

/** Says that the bank has the bag. @throws Refusal `bank_deposit_ended`. */
export function handIn(deposit: BankDeposit, reference: string | null, { actor, at }: Doing): DepositDecision {
  const underWay = asUnderWay(deposit);
  const deposited = { at, by: actor };
  const next: BankDeposit = {
    ...{ ...underWay, status: 'deposited', deposited, reference: reference ?? deposit.reference },
    version: deposit.version + 1,
  };
  return told('pos.bank_deposit.deposited', next, {}, []);
}

/** Takes down what the bank counted; a difference goes to over and short. @throws Refusal `bank_deposit_ended`, `currency_mismatch`. */
export function confirmDeposit(deposit: BankDeposit, countedAmount: Money, doing: Doing): DepositDecision {
  const underWay = asUnderWay(deposit);
  const difference = subtract(countedAmount, deposit.amount);
  if (countedAmount.amount < 0) throw new Refusal<DrawerRefusal>('drawer_amount_invalid', { depositId: deposit.id });
  const ended = { endedAt: doing.at, endedBy: doing.actor };
  const next: BankDeposit = {
    ...{ ...underWay, ...ended, status: 'confirmed', countedAmount, difference, version: deposit.version + 1 },
  };
  const off = money(Math.abs(difference.amount), difference.currency);
  const [debit, credit] = difference.amount > 0 ? (['bank', 'overShort'] as const) : (['overShort', 'bank'] as const);
  const entries = off.amount === 0 ? [] : [between(next, off, debit, credit, doing, { category: 'difference' })];
  return told('pos.bank_deposit.confirmed', next, { difference }, entries);
}

/** Puts the money back into the safe. @throws Refusal `bank_deposit_ended`. */
export function cancelDeposit(deposit: BankDeposit, reason: string, doing: Doing): DepositDecision {
  const underWay = asUnderWay(deposit);
  const ended = { endedAt: doing.at, endedBy: doing.actor };
  const next: BankDeposit = { ...underWay, ...ended, status: 'cancelled', version: deposit.version + 1 };
  const entry = between(next, next.amount, 'safe', 'bank', doing, { reason, category: 'cancelled' });
  return told('pos.bank_deposit.cancelled', next, { reason }, [entry]);
}

/** The entry and the event of a correction of what is in the safe. @param amount more than nothing, or less. */
export function adjustSafe(
  wish: { readonly id: string; readonly outletId: OutletId; readonly amount: Money; readonly reason: string },
  doing: Doing,
): { readonly entry: Entry; readonly event: DrawerEvent } {
  const { id, outletId, amount, reason } = wish;
  if (amount.amount === 0) throw new Refusal<DrawerRefusal>('drawer_amount_invalid', {});
  const off = money(Math.abs(amount.amount), amount.currency);
  const [debit, credit] = amount.amount > 0 ? (['safe', 'overShort'] as const) : (['overShort', 'safe'] as const);
  const entry = { ...between({ outletId }, off, debit, credit, doing, { reason }), kind: 'safe_adjustment' } as const;
  const place = { aggregate: 'safe_adjustments', aggregateId: id, sequence: 1, outletId };
  return { entry, event: { type: 'pos.safe.adjusted', ...place, data: { outletId, amount, reason } } };
}

/** Shows a deposit. */
export function depositSnapshot(deposit: BankDeposit): BankDepositSnapshot {
  const { id, outletId, amount, reference, status, version } = deposit;
  const { countedAmount, difference } =
    deposit.status === 'confirmed' ? deposit : { countedAmount: null, difference: null };
  return { id, outletId, amount, reference, status, countedAmount, difference, version };
}

function asUnderWay(deposit: BankDeposit): BankDeposit & { readonly status: 'prepared' | 'deposited' } {
  if (deposit.status !== 'prepared' && deposit.status !== 'deposited')
    throw new Refusal<DrawerRefusal>('bank_deposit_ended', { depositId: deposit.id, status: deposit.status });
  return deposit;
}

function between(
  { outletId }: Pick<BankDeposit, 'outletId'>,
  amount: Money,
  debit: 'safe' | 'bank' | 'overShort',
  credit: 'safe' | 'bank' | 'overShort',
  doing: Doing,
  { reason = null, category = null }: { readonly reason?: string | null; readonly category?: string | null },
): Entry {
  const account = (name: typeof debit): string =>
    name === 'overShort' ? ACCOUNTS.overShort : ACCOUNTS[name](outletId);
  return {
    ...{ sessionId: null, outletId, kind: 'deposit', amount, debit: account(debit), credit: account(credit) },
    ...{ reason, category, receiptReference: null, person: null },
    ...doing,
  };
}

function told<Type extends DepositEvent>(
  type: Type,
  state: BankDeposit,
  details: Omit<DrawerEvents[Type], 'deposit'>,
  entries: readonly Entry[],
): DepositDecision {
  const place = {
    aggregate: 'bank_deposits',
    aggregateId: state.id,
    sequence: state.version,
    outletId: state.outletId,
  };
  const event = { type, ...place, data: { deposit: depositSnapshot(state), ...details } } as unknown as DrawerEvent;
  return { state, events: [event], entries };
}
