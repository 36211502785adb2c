import { Refusal } from '../../../kernel/refusal.js';
import {
  cancelDeposit,
  confirmDeposit,
  handIn,
  prepareDeposit,
  type BankDeposit,
  type DepositId,
} from './bank-deposit.js';
import { readCount, type CountDraft } from './cash-count.js';
import { denominationsOf } from './denominations.js';
import { countable, POLICY_DEFAULTS, setPolicy } from './drawer-policy.js';
import { doing, KES, outletId, policy } from './drawer.examples.js';

const pieces = (...list: [number, number][]): CountDraft => ({
  denominations: list.map(([denomination, count]) => ({ denomination, count })),
});

test.each<{ title: string; draft: CountDraft; total: number | string }>([
  { title: 'a sum', draft: { counted: KES(1234) }, total: 1234 },
  { title: 'nothing', draft: { counted: KES(0) }, total: 0 },
  { title: 'coins and notes', draft: pieces([100, 3], [5000, 2], [50, 0]), total: 10300 },
  { title: 'neither', draft: {}, total: 'drawer_count_invalid' },
  { title: 'both', draft: { counted: KES(1), ...pieces([100, 1]) }, total: 'drawer_count_invalid' },
  { title: 'less than nothing', draft: { counted: KES(-1) }, total: 'drawer_count_invalid' },
  { title: 'a coin that is none', draft: pieces([3, 1]), total: 'drawer_count_invalid' },
  { title: 'a coin twice', draft: pieces([100, 1], [100, 2]), total: 'drawer_count_invalid' },
  { title: 'other money', draft: { counted: { amount: 1, currency: 'USD' } }, total: 'currency_mismatch' },
])('$title is counted as $total', ({ draft, total }) => {
  expect(outcomeOf(() => readCount(draft, 'KES', countable(policy, 'KES'), '').total.amount)).toBe(total);
});

test('a currency that nobody has listed is counted in ones, twos and fives', () => {
  expect(denominationsOf('XOF').slice(0, 5)).toEqual([1, 2, 5, 10, 20]);
  expect(denominationsOf('constructor')).toHaveLength(18);
});

test.each([
  { title: 'no denomination', more: { denominations: [] } },
  { title: 'one twice', more: { denominations: [5, 5] } },
  { title: 'one of nothing', more: { denominations: [0] } },
  { title: 'a float at the limit', more: { cashLimit: 100, floatDefault: 100 } },
])('a policy with $title is refused', ({ more }) => {
  expect(outcomeOf(() => setPolicy(policy, { ...POLICY_DEFAULTS, ...more }).version)).toBe('drawer_policy_invalid');
});

const wish = {
  id: '01979f60-0000-7000-8000-0000000000b1' as DepositId,
  outletId,
  amount: KES(5000),
  reference: 'bag 1',
};
const prepared = prepareDeposit(wish, null, doing).state;
const deposits = {
  prepared,
  deposited: handIn(prepared, 'slip 1', doing).state,
  confirmed: confirmDeposit(prepared, KES(4900), doing).state,
  cancelled: cancelDeposit(prepared, 'r', doing).state,
} as const;
const commands = {
  handIn: (deposit: BankDeposit) => handIn(deposit, null, doing),
  confirm: (deposit: BankDeposit) => confirmDeposit(deposit, KES(4900), doing),
  cancel: (deposit: BankDeposit) => cancelDeposit(deposit, 'r', doing),
};
const ENDED = { confirmed: 'bank_deposit_ended', cancelled: 'bank_deposit_ended' } as const;
const outcomes: Record<keyof typeof commands, Record<BankDeposit['status'], string>> = {
  handIn: { prepared: 'deposited', deposited: 'deposited', ...ENDED },
  confirm: { prepared: 'confirmed', deposited: 'confirmed', ...ENDED },
  cancel: { prepared: 'cancelled', deposited: 'cancelled', ...ENDED },
};

describe.each(Object.entries(outcomes))('%s', (command, row) => {
  test.each(Object.entries(row))('of a deposit that is %s: %s', (status, outcome) => {
    const deposit = deposits[status as BankDeposit['status']];
    expect(outcomeOf(() => commands[command as keyof typeof commands](deposit).state.status)).toBe(outcome);
  });
});

test.each([
  { amount: 5000, entries: [] },
  { amount: 4900, entries: [`100 over_short < bank:${outletId}`] },
  { amount: 5001, entries: [`1 bank:${outletId} < over_short`] },
])('of 5000 the bank counts $amount', ({ amount, entries }) => {
  const decision = confirmDeposit(deposits.deposited, KES(amount), doing);
  expect(decision.entries.map((entry) => `${entry.amount.amount} ${entry.debit} < ${entry.credit}`)).toEqual(entries);
  expect(decision.state).toMatchObject({ countedAmount: KES(amount), difference: KES(amount - 5000) });
});

test('nothing cannot be deposited', () => {
  expect(outcomeOf(() => prepareDeposit({ ...wish, amount: KES(0) }, null, doing).state.status)).toBe(
    'drawer_amount_invalid',
  );
});

function outcomeOf<Result>(decide: () => Result): Result | string {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
