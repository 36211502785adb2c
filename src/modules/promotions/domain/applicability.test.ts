import { inapplicabilityOf, isLimited, type ActivePromotion, type Sale } from './applicability.js';
import { FOR_ALL, WITHOUT_LIMIT, type PromotionScope } from './promotion-details.js';
import { AT, PROMOTION, tenPercent, USD } from './promotion.examples.js';
import { readPromotionRule } from './read-rule.js';

const OUTLET = PROMOTION as never;
const promotion: ActivePromotion = {
  ...{ id: PROMOTION, activation: 'automatic', rule: readPromotionRule(tenPercent, { id: PROMOTION, version: 1 }) },
  ...{ scope: FOR_ALL, validFrom: null, validTo: null, limits: WITHOUT_LIMIT, currency: null },
};
const sale: Sale = {
  ...{ outletId: OUTLET, channel: 'counter', currency: 'USD', customerId: 'ann', at: AT },
  ...{ customerGroups: ['staff'], entitlements: ['club'] },
};
const stranger = { customerId: null, customerGroups: [], entitlements: [] };
const scoped = (scope: Partial<PromotionScope>): Partial<ActivePromotion> => ({ scope: { ...FOR_ALL, ...scope } });
const later = new Date(AT.getTime() + 1);

test.each<[string, Partial<ActivePromotion>, Partial<Sale>, string | undefined]>([
  ['for all', {}, stranger, undefined],
  ['that begins now', { validFrom: AT }, {}, undefined],
  ['that begins later', { validFrom: later }, {}, 'not_now'],
  ['that ends later', { validTo: later }, {}, undefined],
  ['that ends now', { validTo: AT }, {}, 'not_now'],
  ['for the outlet, among others', scoped({ outletIds: ['other' as never, OUTLET] }), {}, undefined],
  ['for another outlet', scoped({ outletIds: ['other' as never] }), {}, 'not_here'],
  ['for another channel', scoped({ channels: ['kiosk'] }), {}, 'not_here'],
  ['in the currency', { currency: 'USD' }, {}, undefined],
  ['in another currency', { currency: 'EUR' }, {}, 'not_here'],
  ['for the group', scoped({ customerGroups: ['vip', 'staff'] }), {}, undefined],
  ['for another group', scoped({ customerGroups: ['vip'] }), {}, 'not_here'],
  ['for a group, of a stranger', scoped({ customerGroups: ['vip'] }), stranger, 'needs_customer'],
  ['for members', scoped({ entitlements: ['club'] }), {}, undefined],
  ['for other members', scoped({ entitlements: ['gold'] }), {}, 'not_here'],
  ['for members of a group', scoped({ entitlements: ['club'], customerGroups: ['vip'] }), {}, 'not_here'],
  ['with a limit by customer', { limits: { ...WITHOUT_LIMIT, usesPerCustomerMax: 1 } }, {}, undefined],
  [
    'with a limit by customer, of a stranger',
    { limits: { ...WITHOUT_LIMIT, usesPerCustomerMax: 1 } },
    stranger,
    'needs_customer',
  ],
  ['elsewhere, for members', scoped({ channels: ['kiosk'], entitlements: ['club'] }), stranger, 'not_here'],
])('a promotion %s', (_, changes, asked, outcome) => {
  expect(inapplicabilityOf({ ...promotion, ...changes }, { ...sale, ...asked })).toBe(outcome);
});

test.each([
  [WITHOUT_LIMIT, false],
  [{ ...WITHOUT_LIMIT, usesMax: 1 }, true],
  [{ ...WITHOUT_LIMIT, usesPerCustomerMax: 1 }, true],
  [{ ...WITHOUT_LIMIT, budget: USD(1) }, true],
])('%j is counted: %s', (limits, counted) => expect(isLimited(limits)).toBe(counted));
