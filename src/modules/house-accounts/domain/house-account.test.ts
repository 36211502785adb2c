import fc from 'fast-check';
import { Refusal } from '../../../kernel/refusal.js';
import {
  adjustAccount,
  chargeAccount,
  payAccount,
  refundToAccount,
  type AccountDecision,
  type Repayment,
} from './account-ledger.js';
import { givenNumber, normalNumber } from './account-number.js';
import {
  assertOutlets,
  blockAccount,
  changeAccount,
  closeAccount,
  openAccount,
  reopenAccount,
  unblockAccount,
} from './account-standing.js';
import { accounts, AT, OTHER_OUTLET, OUTLET, purchase, refund, USD } from './house-account.examples.js';
import type { HouseAccount } from './house-account.js';

const repayment = (amount: number): Repayment => ({
  ...{ amount: USD(amount), tender: 'card', reference: null, outletId: null, drawerSessionId: null },
});
const commands = {
  charge: (account: HouseAccount) => chargeAccount(account, USD(700), purchase, AT),
  refund: (account: HouseAccount) => refundToAccount(account, USD(700), refund, AT),
  pay: (account: HouseAccount) => payAccount(account, repayment(700), AT),
  adjust: (account: HouseAccount) => adjustAccount(account, USD(-700), 'r', AT),
  change: (account: HouseAccount) => changeAccount(account, { name: 'Butcher' }, 'r'),
  block: (account: HouseAccount) => blockAccount(account, 'r'),
  unblock: (account: HouseAccount) => unblockAccount(account, 'r'),
  close: (account: HouseAccount) => closeAccount(account, 'r'),
  reopen: (account: HouseAccount) => reopenAccount(account, 'r'),
};

/** Status and balance afterwards, or the refusal. */
const TABLE: Readonly<Record<keyof typeof commands, Readonly<Record<HouseAccount['status'], string>>>> = {
  charge: { open: 'open 3200', blocked: 'house_account_blocked', closed: 'house_account_closed' },
  refund: { open: 'open 1800', blocked: 'blocked 1800', closed: 'closed -700' },
  pay: { open: 'open 1800', blocked: 'blocked 1800', closed: 'house_account_closed' },
  adjust: { open: 'open 1800', blocked: 'blocked 1800', closed: 'closed -700' },
  change: { open: 'open 2500', blocked: 'blocked 2500', closed: 'house_account_closed' },
  block: { open: 'blocked 2500', blocked: 'house_account_blocked', closed: 'house_account_closed' },
  unblock: { open: 'house_account_not_blocked', blocked: 'open 2500', closed: 'house_account_not_blocked' },
  close: { open: 'house_account_not_settled', blocked: 'house_account_not_settled', closed: 'house_account_closed' },
  reopen: { open: 'house_account_not_closed', blocked: 'house_account_not_closed', closed: 'open 0' },
};

function outcome(run: () => AccountDecision): string {
  try {
    const { state } = run();
    return `${state.status} ${state.balance.amount}`;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe.each(Object.keys(commands) as (keyof typeof commands)[])('%s', (command) => {
  test.each(Object.keys(accounts) as HouseAccount['status'][])('of an account that is %s', (status) => {
    expect(outcome(() => commands[command](accounts[status]))).toBe(TABLE[command][status]);
  });
});

test.each<[string, () => AccountDecision, string]>([
  ['the whole limit can be used', () => chargeAccount(accounts.open, USD(7500), purchase, AT), 'open 10000'],
  ['and not more', () => chargeAccount(accounts.open, USD(7501), purchase, AT), 'house_account_limit_exceeded'],
  ['nothing is no purchase', () => chargeAccount(accounts.open, USD(0), purchase, AT), 'house_account_amount_invalid'],
  [
    'another currency',
    () => chargeAccount(accounts.open, { amount: 1, currency: 'EUR' }, purchase, AT),
    'house_account_currency',
  ],
  [
    'an outlet that it is not for',
    () => chargeAccount(accounts.open, USD(1), { ...purchase, outletId: OTHER_OUTLET }, AT),
    'house_account_unknown',
  ],
  ['all that is owed can be paid', () => payAccount(accounts.open, repayment(2500), AT), 'open 0'],
  ['and not more', () => payAccount(accounts.open, repayment(2501), AT), 'house_account_payment_too_high'],
  ['refunds go below zero', () => refundToAccount(accounts.open, USD(3000), refund, AT), 'open -500'],
  ['a correction of nothing', () => adjustAccount(accounts.open, USD(0), 'r', AT), 'house_account_amount_invalid'],
  ['a limit below what is owed', () => changeAccount(accounts.open, { limit: USD(100) }, 'r'), 'open 2500'],
  ['a limit below zero', () => changeAccount(accounts.open, { limit: USD(-1) }, 'r'), 'house_account_amount_invalid'],
  [
    'a limit in another currency',
    () => changeAccount(accounts.open, { limit: { amount: 1, currency: 'EUR' } }, 'r'),
    'house_account_currency',
  ],
  ['closing at zero', () => closeAccount({ ...accounts.open, balance: USD(0) }, 'r'), 'closed 0'],
  [
    'closing with a credit',
    () => closeAccount({ ...accounts.open, balance: USD(-1) }, 'r'),
    'house_account_not_settled',
  ],
])('%s', (_, run, expected) => {
  expect(outcome(run)).toBe(expected);
});

test('every change tells of itself: what, why, and what was before', () => {
  const changed = changeAccount(accounts.open, { limit: USD(500), termsDays: 14 }, 'agreed');
  expect(changed.events).toMatchObject([
    {
      ...{ type: 'pos.house_account.changed', aggregate: 'house_accounts', sequence: 3 },
      data: { reason: 'agreed', before: { limit: USD(10000), termsDays: 30 }, houseAccount: { limit: USD(500) } },
    },
  ]);
  const paid = payAccount(accounts.open, repayment(500), AT);
  expect(paid.events).toMatchObject([
    { type: 'pos.house_account.paid', data: { movement: { amount: USD(-500), before: USD(2500), number: 2 } } },
  ]);
  expect(blockAccount(accounts.open, 'late').events).toMatchObject([
    { data: { before: { status: 'open' }, reason: 'late', houseAccount: { status: 'blocked' } } },
  ]);
});

test('an entry is never earlier than the one before', () => {
  const { entries } = payAccount(accounts.open, repayment(1), new Date(AT.getTime() - 1000));
  expect(entries[0]?.at).toEqual(AT);
});

test.each([
  [' d-42 ', 'D-42'],
  ['a  b', 'A B'],
])('the number %j is kept as %j', (typed, kept) => {
  expect(givenNumber(typed, '/number')).toBe(kept);
  expect(normalNumber(kept)).toBe(kept);
});

test.each(['', ' ', '-1', '1-', 'é', 'x'.repeat(33), 'A_B'])('%j is no number of an account', (typed) => {
  expect(() => givenNumber(typed, '/number')).toThrow(
    expect.objectContaining({
      code: 'house_account_number_invalid',
      fields: [expect.objectContaining({ pointer: '/number' })],
    }),
  );
});

test.each([
  [null, false, true],
  [null, true, false],
  [[OUTLET], true, true],
  [[OUTLET, OTHER_OUTLET], false, false],
])('outlets %j of a caller bound to outlets (%s): %s', (outletIds, isBound, fine) => {
  const check = (): void => assertOutlets(outletIds, new Set([OUTLET]), isBound);
  if (fine) expect(check).not.toThrow();
  else expect(check).toThrow(expect.objectContaining({ code: 'house_account_outlets_invalid' }));
});

test('whatever happens, the balance is the sum of the ledger, and purchases never go above the limit', () => {
  const amount = fc.integer({ min: -3000, max: 3000 });
  const step = fc.tuple(fc.constantFrom('charge', 'refund', 'pay', 'adjust', 'limit'), amount);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const wish = { number: 'D-1', name: 'n', customerId: null, limit: USD(5000), termsDays: 0, outletIds: null };
      const opened = openAccount(wish, accounts.open.id, AT);
      let account = opened.state;
      let sum = 0;
      for (const [command, units] of steps) {
        const decided = attempt(() => run(account, command, units));
        if (decided === undefined) continue;
        for (const entry of decided.entries) {
          sum += entry.amount.amount;
          expect(entry.number).toBe(account.movements + 1);
        }
        if (command === 'charge') expect(decided.state.balance.amount).toBeLessThanOrEqual(account.limit.amount);
        if (command === 'pay') expect(decided.state.balance.amount).toBeGreaterThanOrEqual(0);
        expect(decided.state.version).toBe(account.version + 1);
        account = decided.state;
        expect(account.balance.amount).toBe(sum);
      }
    }),
  );
});

function run(account: HouseAccount, command: string, units: number): AccountDecision {
  if (command === 'charge') return chargeAccount(account, USD(units), purchase, AT);
  if (command === 'refund') return refundToAccount(account, USD(units), refund, AT);
  if (command === 'pay') return payAccount(account, repayment(units), AT);
  if (command === 'limit') return changeAccount(account, { limit: USD(units) }, 'r');
  return adjustAccount(account, USD(units), 'r', AT);
}

function attempt(decide: () => AccountDecision): AccountDecision | undefined {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
