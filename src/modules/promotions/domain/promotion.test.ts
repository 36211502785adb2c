import { Refusal } from '../../../kernel/refusal.js';
import { currencyOf, isSameDetails, type PromotionDetails } from './promotion-details.js';
import {
  activatePromotion,
  assertTakesCodes,
  changePromotion,
  draftPromotion,
  endPromotion,
  pausePromotion,
  statusAt,
  withEvent,
  type Promotion,
} from './promotion.js';
import { active, AT, details, draft, ended, making, over, paused, PROMOTION, USD } from './promotion.examples.js';

const promotions = { draft, active, paused, ended, over };
type State = keyof typeof promotions;

const commands = {
  change: (promotion: Promotion) => changePromotion(promotion, { name: 'Other' }, { at: AT }),
  'change nothing': (promotion: Promotion) => changePromotion(promotion, { name: details.name }, { at: AT }),
  activate: (promotion: Promotion) => activatePromotion(promotion, AT),
  pause: (promotion: Promotion) => pausePromotion(promotion, AT),
  end: (promotion: Promotion) => endPromotion(promotion, AT),
};
const CONFLICT = 'promotion_status_conflict';
const ENDED = 'promotion_has_ended';
const outcomes: Record<keyof typeof commands, Record<State, string>> = {
  change: { draft: 'draft', active: 'active', paused: 'paused', ended: ENDED, over: ENDED },
  'change nothing': { draft: 'draft', active: 'active', paused: 'paused', ended: ENDED, over: ENDED },
  activate: { draft: 'active', active: CONFLICT, paused: 'active', ended: ENDED, over: ENDED },
  pause: { draft: CONFLICT, active: 'paused', paused: CONFLICT, ended: ENDED, over: ENDED },
  end: { draft: 'ended', active: 'ended', paused: 'ended', ended: ENDED, over: 'ended' },
};
const told = { change: 'changed', 'change nothing': undefined, activate: 'activated', pause: 'paused', end: 'ended' };

function outcomeOf(work: () => { state: Promotion }): string {
  try {
    return work().state.status;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe.each(Object.entries(outcomes))('%s', (name, row) => {
  const command = name as keyof typeof commands;
  test.each(Object.entries(row))('a promotion that is %s: %s', (state, outcome) => {
    const before = promotions[state as State];
    expect(outcomeOf(() => commands[command](before))).toBe(outcome);
    if (outcome === CONFLICT || outcome === ENDED) return;
    const { state: after, events } = commands[command](before);
    const type = told[command];
    expect(events).toMatchObject(
      type === undefined ? [] : [{ type: `pos.promotion.${type}`, sequence: after.sequence }],
    );
    const steps = type === undefined ? 0 : 1;
    expect([after.version, after.sequence]).toEqual([before.version + steps, before.sequence + steps]);
    expect(after.ruleVersion).toBe(before.ruleVersion + (command === 'change' ? 1 : 0));
  });
});

test('a change tells what was before; a version that is not the present one is refused', () => {
  const { events } = changePromotion(active, { limits: { ...details.limits, budget: USD(500) } }, { at: AT });
  expect(events).toMatchObject([
    { data: { before: { limits: { budget: null } }, promotion: { details: { limits: { budget: USD(500) } } } } },
  ]);
  expect(() => changePromotion(active, { name: 'x' }, { at: AT, expectedVersion: 7 })).toThrow('version_mismatch');
});

test('other events take the next sequence and leave the version', () => {
  const codeId = PROMOTION as never;
  const switched = { promotionId: PROMOTION, codeId, active: false };
  const { state, events } = withEvent(active, 'pos.promotion.code_switched', switched);
  expect([state.version, state.sequence]).toEqual([active.version, 2]);
  expect(events).toMatchObject([{ aggregate: 'promotions', aggregateId: PROMOTION, sequence: 2, outletId: null }]);
});

test.each([
  ['draft', draft, false],
  ['active', active, false],
  ['ended', ended, true],
  ['over', over, true],
])('codes for a promotion that is %s', (_, promotion, refused) => {
  const attempt = (): void => assertTakesCodes(promotion, AT);
  if (refused) expect(attempt).toThrow(ENDED);
  else expect(attempt).not.toThrow();
});

test.each<[string, Promotion, string]>([
  ['is over to the millisecond', { ...active, details: { ...details, validTo: AT.toISOString() } }, 'ended'],
  ['has a millisecond left', { ...active, details: { ...details, validTo: '2026-11-21T10:00:00.001Z' } }, 'active'],
  ['was paused and is over', { ...paused, details: over.details }, 'ended'],
  ['is a draft whose time is over', { ...draft, details: over.details }, 'draft'],
])('one that %s', (_, promotion, status) => expect(statusAt(promotion, AT)).toBe(status));

const bad: readonly [string, Partial<PromotionDetails>, string[]][] = [
  ['no outlet', { scope: { ...details.scope, outletIds: [] } }, ['/scope/outletIds']],
  ['a channel twice', { scope: { ...details.scope, channels: ['kiosk', 'kiosk'] } }, ['/scope/channels']],
  ['a blank entitlement', { scope: { ...details.scope, entitlements: [' '] } }, ['/scope/entitlements/0']],
  ['no time', { validFrom: '2026-01-02T00:00:00Z', validTo: '2026-01-02T00:00:00Z' }, ['/validTo']],
  ['no use', { limits: { ...details.limits, usesMax: 0 } }, ['/limits/usesMax']],
  ['half a use', { limits: { ...details.limits, usesPerCustomerMax: 0.5 } }, ['/limits/usesPerCustomerMax']],
  ['no money', { limits: { ...details.limits, budget: USD(0) } }, ['/limits/budget/amount']],
  [
    'two currencies',
    { amountMax: USD(1), limits: { ...details.limits, budget: { amount: 1, currency: 'EUR' } } },
    ['/limits/budget/currency'],
  ],
];
test.each(bad)('a promotion with %s is refused', (_, changes, pointers) => {
  try {
    draftPromotion({ ...details, ...changes }, making);
  } catch (error) {
    expect((error as Refusal).fields.map(({ pointer }) => pointer)).toEqual(pointers);
    return;
  }
  throw new Error('nothing was refused');
});

test('details are the same whatever the order of their members, and whether one is absent or undefined', () => {
  const { name, ...others } = details;
  expect(isSameDetails({ ...others, priority: undefined, name }, details)).toBe(true);
  expect(isSameDetails({ ...details, priority: 1 }, details)).toBe(false);
});

test.each<[string, Partial<PromotionDetails>, string | null]>([
  ['rates alone', {}, null],
  ['an amount', { effect: { kind: 'amount_off', amount: USD(1) } }, 'USD'],
  ['a tier', { effect: { kind: 'quantity_break', of: 'line', tiers: [{ from: '2', price: USD(1) }] } }, 'USD'],
  ['an offer', { effect: { kind: 'bundle', parts: [], offer: { amountOff: USD(1) } } }, 'USD'],
  ['a condition', { conditions: { minAmount: USD(1) } }, 'USD'],
  ['a cap', { amountMax: USD(1) }, 'USD'],
  ['a budget', { limits: { ...details.limits, budget: USD(1) } }, 'USD'],
])('the currency of a promotion with %s', (_, changes, currency) => {
  expect(currencyOf({ ...details, ...changes })).toBe(currency);
});
