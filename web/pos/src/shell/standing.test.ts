import type { Till } from '../till.js';
import { listedReasons, standFor } from './standing.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });
const rule = (secondPerson: string, limits: readonly object[] = []) => ({
  ...{ action: 'order.refund', secondPerson, limits, reasonRequired: true, reasons: ['cold'] },
});

/** A till whose manager says yes. */
function tillWith(may: boolean, found?: object): { till: Till; asked: object[] } {
  const asked: object[] = [];
  const till = {
    may: () => may,
    book: { value: { approvalRules: new Map(found && [['order.refund', found]]) } },
    askManager: async (_permission: string, _what: string, act: object) => {
      asked.push(act);
      return { approver: { personId: 'mona', sessionId: null }, name: 'Mona' };
    },
    ...{ say: () => undefined, t: (key: string) => key },
  };
  return { till: till as unknown as Till, asked };
}

const wanted = { permission: 'orders:refund', action: 'order.refund', what: 'Refund', targetId: 'o1' };

test.each([
  { title: 'the right alone, where there is no rule', may: true, found: undefined, amount: 900, asks: 0 },
  { title: 'without the right somebody is asked', may: false, found: undefined, amount: 900, asks: 1 },
  { title: 'a rule that never asks', may: true, found: rule('never'), amount: 900, asks: 0 },
  { title: 'a rule that always asks, whatever the right', may: true, found: rule('always'), amount: 1, asks: 1 },
  { title: 'at the limit', may: true, found: rule('over', [KES(500)]), amount: 500, asks: 0 },
  { title: 'over the limit', may: true, found: rule('over', [KES(500)]), amount: 501, asks: 1 },
  { title: 'a currency without a limit', may: true, found: rule('over'), amount: 1, asks: 1 },
])('$title: $asks', async ({ may, found, amount, asks }) => {
  const { till, asked } = tillWith(may, found);
  const standing = await standFor(till, { ...wanted, amount: KES(amount), reason: 'cold' });
  expect(standing?.approver?.personId ?? null).toBe(asks === 0 ? null : 'mona');
  expect(asked).toHaveLength(asks);
});

test('what nobody can stand for takes the right of who does it', async () => {
  expect(await standFor(tillWith(false).till, { ...wanted, action: null, amount: null })).toBeUndefined();
});

test('reasons are those that the business lists', () => {
  expect(listedReasons(tillWith(true, rule('never')).till, 'order.refund')).toEqual(['cold']);
  expect(listedReasons(tillWith(true).till, 'order.void')).toEqual([]);
});
