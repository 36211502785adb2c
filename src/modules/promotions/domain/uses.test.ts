import fc from 'fast-check';
import { exhausts, hasRoom, planUses, type Counts, type PromotionCount, type Use, type UseCount } from './uses.js';
import { USD } from './promotion.examples.js';

const free: PromotionCount = {
  ...{ usesMax: null, usesPerCustomerMax: null, uses: 0, usesOfCustomer: 0, budget: null, spent: 0 },
};
const use = (changes: Partial<Use> = {}): Use => {
  return { promotionId: 'p', code: null, amount: USD(700), customerId: 'ann', ...changes };
};
const counts = (promotion: Partial<PromotionCount>, code?: Partial<UseCount>): Counts => ({
  promotions: new Map([['p', { ...free, ...promotion }]]),
  codes: new Map(code === undefined ? [] : [['C', { ...free, ...code }]]),
});
const byCode = use({ code: 'C' });

const takes: readonly [string, Use, Counts, string | undefined][] = [
  ['there is no limit', use(), counts({}), undefined],
  ['one use is left', use(), counts({ usesMax: 5, uses: 4 }), undefined],
  ['no use is left', use(), counts({ usesMax: 5, uses: 5 }), 'promotion_exhausted'],
  ['the budget holds it to the cent', use(), counts({ budget: USD(10_000), spent: 9_300 }), undefined],
  ['a cent is missing', use(), counts({ budget: USD(10_000), spent: 9_301 }), 'promotion_budget_exhausted'],
  ['nothing is taken off', use({ amount: USD(0) }), counts({ budget: USD(100), spent: 100 }), undefined],
  ['the customer has one left', use(), counts({ usesPerCustomerMax: 2, usesOfCustomer: 1 }), undefined],
  ['the customer has had it', use(), counts({ usesPerCustomerMax: 1, usesOfCustomer: 1 }), 'promotion_customer_limit'],
  ['nobody says who buys', use({ customerId: null }), counts({ usesPerCustomerMax: 1 }), 'promotion_customer_limit'],
  ['the code has one left', byCode, counts({}, { usesMax: 1 }), undefined],
  ['the code has none left', byCode, counts({}, { usesMax: 1, uses: 1 }), 'promo_code_exhausted'],
  ['both have none left', byCode, counts({ usesMax: 1, uses: 1 }, { usesMax: 1, uses: 1 }), 'promo_code_exhausted'],
  [
    'the code is used up by the customer',
    byCode,
    counts({}, { usesPerCustomerMax: 1, usesOfCustomer: 1 }),
    'promotion_customer_limit',
  ],
];
test.each(takes)('where %s', (_, wanted, present, reason) => {
  const plan = planUses([], [wanted], present);
  expect(plan.refused).toEqual(reason === undefined ? [] : [{ use: wanted, reason }]);
  if (reason === undefined) {
    const spent = present.promotions.get('p')?.budget === null ? 0 : wanted.amount.amount;
    expect(plan.promotions.get('p')).toEqual({ uses: 1, spent });
    expect(plan.written).toEqual([wanted]);
  }
});

const full = counts({ usesMax: 1, uses: 1, budget: USD(1_000), spent: 1_000, usesPerCustomerMax: 1 });
const changes: readonly [string, Use, Use[], Counts, object][] = [
  ['keeps what it has, whatever the limits', use(), [use()], full, { refused: [], written: [], gone: [] }],
  ['takes off less', use(), [use({ amount: USD(600) })], full, { refused: [], written: [use({ amount: USD(600) })] }],
  ['takes off more', use(), [use({ amount: USD(701) })], full, { refused: [{ reason: 'promotion_budget_exhausted' }] }],
  ['gives it back', use(), [], full, { refused: [], gone: [use()] }],
  [
    'is another customer’s now',
    use(),
    [use({ customerId: 'bob' })],
    full,
    { refused: [], written: [use({ customerId: 'bob' })] },
  ],
  [
    'is now of a customer who has had it',
    use(),
    [use({ customerId: 'bob' })],
    counts({ usesPerCustomerMax: 1, usesOfCustomer: 1 }),
    { refused: [{ reason: 'promotion_customer_limit' }] },
  ],
  [
    'goes from a code to none',
    byCode,
    [use()],
    counts({ usesMax: 1, uses: 1 }, { uses: 1 }),
    { refused: [], gone: [byCode] },
  ],
];
test.each(changes)('an order that %s', (_, had, wanted, present, outcome) => {
  expect(planUses([had], wanted, present)).toMatchObject(outcome);
});

test('two uses of one promotion by one order do not both take the last place', () => {
  const two = [use({ code: 'C' }), use({ code: 'D' })];
  const known = (promotion: Partial<PromotionCount>): Counts => ({
    ...counts(promotion),
    codes: new Map([
      ['C', free],
      ['D', free],
    ]),
  });
  const reasons = (promotion: Partial<PromotionCount>): string[] =>
    planUses([], two, known(promotion)).refused.map(({ reason }) => reason);
  expect(reasons({})).toEqual([]);
  expect(reasons({ usesMax: 1 })).toEqual(['promotion_exhausted']);
  expect(reasons({ usesPerCustomerMax: 1 })).toEqual(['promotion_customer_limit']);
  expect(reasons({ budget: USD(1_399) })).toEqual(['promotion_budget_exhausted']);
  expect(reasons({ budget: USD(1_400) })).toEqual([]);
});

test('what is neither in the currency of the budget nor known is not counted, or a defect', () => {
  const euros = use({ amount: { amount: 700, currency: 'EUR' } });
  expect(planUses([euros], [], counts({ budget: USD(100) })).promotions.get('p')).toEqual({ uses: -1, spent: 0 });
  expect(() => planUses([], [use({ promotionId: 'q' })], counts({}))).toThrow('does not exist');
  expect(() => planUses([], [use(), use()], counts({}))).toThrow('once');
});

test('whatever orders take and give back, no limit is passed and the counts are the sums of what is used', () => {
  const step = fc.record({
    order: fc.nat(4),
    customer: fc.constantFrom('ann', 'bob'),
    amounts: fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 2 }),
  });
  const limits = fc.record({
    usesMax: fc.option(fc.integer({ min: 1, max: 4 })),
    usesPerCustomerMax: fc.option(fc.integer({ min: 1, max: 3 })),
    budget: fc.option(fc.integer({ min: 1, max: 1_500 }).map(USD)),
  });
  fc.assert(
    fc.property(limits, fc.array(step, { maxLength: 30 }), (limit, steps) => {
      const orders = new Map<number, readonly Use[]>();
      const all = (): Use[] => [...orders.values()].flat();
      const state = { uses: 0, spent: 0 };
      for (const { order, customer, amounts } of steps) {
        const wanted = amounts.map((amount, index) =>
          use({ code: 'CD'.charAt(index), customerId: customer, amount: USD(amount) }),
        );
        const others = [...orders].filter(([id]) => id !== order).flatMap(([, uses]) => uses);
        const usesOfCustomer = others.filter(({ customerId }) => customerId === customer).length;
        const codes = new Map(
          ['C', 'D'].map((code) => [code, { ...free, uses: all().filter((one) => one.code === code).length }]),
        );
        const promotions = new Map([['p', { ...limit, ...state, usesOfCustomer }]]);
        const plan = planUses(orders.get(order) ?? [], wanted, { promotions, codes });
        if (plan.refused.length > 0) continue;
        orders.set(order, wanted);
        const change = plan.promotions.get('p') ?? { uses: 0, spent: 0 };
        state.uses += change.uses;
        state.spent += change.spent;
        const used = all();
        expect(state.uses).toBe(used.length);
        expect(state.spent).toBe(limit.budget === null ? 0 : used.reduce((sum, { amount }) => sum + amount.amount, 0));
        expect(state.uses).toBeLessThanOrEqual(limit.usesMax ?? Infinity);
        expect(state.spent).toBeLessThanOrEqual(limit.budget?.amount ?? Infinity);
        const ofCustomer = used.filter(({ customerId }) => customerId === customer).length;
        expect(ofCustomer).toBeLessThanOrEqual(limit.usesPerCustomerMax ?? Infinity);
      }
    }),
  );
});

test.each<[string, PromotionCount, boolean]>([
  ['no limit', free, true],
  ['uses left', { ...free, usesMax: 2, uses: 1 }, true],
  ['no uses left', { ...free, usesMax: 2, uses: 2 }, false],
  ['money left', { ...free, budget: USD(2), spent: 1 }, true],
  ['no money left', { ...free, budget: USD(2), spent: 2 }, false],
  ['none left for the customer', { ...free, usesPerCustomerMax: 1, usesOfCustomer: 1 }, false],
])('a promotion with %s has room: %s', (_, count, room) => expect(hasRoom(count, 'ann')).toBe(room));

test.each<[string, PromotionCount, boolean]>([
  ['without limits', free, false],
  ['of two uses', { ...free, usesMax: 2 }, false],
  ['of one use', { ...free, usesMax: 1 }, true],
  ['with money left', { ...free, budget: USD(8) }, false],
  ['with no more money', { ...free, budget: USD(7) }, true],
])('one use exhausts a promotion %s: %s', (_, count, exhausted) => {
  expect(exhausts(count, { uses: 1, spent: 7 })).toBe(exhausted);
  expect(exhausts(count, { uses: -1, spent: -7 })).toBe(false);
});
