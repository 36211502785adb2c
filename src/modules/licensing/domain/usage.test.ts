import { draftInvoice, linesOf, payInvoice, retryInvoice, settleInvoice, type InvoiceId } from './invoice.js';
import { checkedOverride } from './override.js';
import { checkedTerms } from './plan.js';
import { archivePlan, changePlan, createPlan } from './plan-lifecycle.js';
import type { PlanId } from './plan.js';
import { dueReminder, remind } from './reminders.js';
import { BUSINESS, NOW, onDay, paidLicence, termsOf } from './subscription.examples.js';
import { daysToCount, monthAfter, monthUsage } from './usage.js';

const AT = new Date('2026-03-10T00:30:00Z');
const day = (orders: number, outlets: number) => ({
  ...{ day: '2026-03-01', orders, outlets, devices: 1, staff: 1, integrations: 0, storedOrders: orders, takenAt: AT },
});

test.each<[last: string | null, days: string[]]>([
  [null, ['2026-03-09']],
  ['2026-03-09', []],
  ['2026-03-08', ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09']],
])('counted until %p, these days are counted: %p', (last, days) => {
  expect(daysToCount(AT, last)).toEqual(days);
});

test('who was not counted for long is caught up with, but not for ever', () => {
  expect(daysToCount(AT, '2020-01-01')).toHaveLength(62);
});

test('a month is its orders together, and the most outlets of any day', () => {
  expect(monthUsage([day(10, 2), day(5, 3)])).toMatchObject({ orders: 15, most: { outlets: 3 }, days: 2 });
  expect([monthAfter('2026-01-01', -1), monthAfter('2026-12-01', 1)]).toEqual(['2025-12-01', '2027-01-01']);
});

test('an outlet costs what the plan says, and begun hundreds of orders count as whole', () => {
  const lines = linesOf(termsOf('standard'), monthUsage([day(5_101, 3)]));
  expect(lines.map(({ kind, quantity, total }) => [kind, quantity, total.amount])).toEqual([
    ['outlets', 3, 8_700],
    ['overage', 2, 200],
  ]);
  expect(linesOf(termsOf('free'), monthUsage([day(9_999, 1)]))).toEqual([]);
});

describe('an invoice', () => {
  const of = { id: BUSINESS as unknown as InvoiceId, businessId: BUSINESS, businessSlug: 'acme', period: '2026-02-01' };
  const lines = linesOf(termsOf('pro'), monthUsage([day(1, 2)]));
  const draft = draftInvoice(of, termsOf('pro'), lines, AT, true).state;

  test('is sent once, and paid', () => {
    expect(draft).toMatchObject({ status: 'draft', total: { amount: 16_700, currency: 'USD' }, nextTryAt: AT });
    const sent = settleInvoice(draft, { kind: 'taken', reference: 'T-1' }, AT).state;
    expect(sent).toMatchObject({ status: 'sent', reference: 'T-1', nextTryAt: null });
    expect(settleInvoice(sent, { kind: 'refused', code: 'late' }, AT).events).toEqual([]);
    expect(payInvoice(sent, null, AT).state).toMatchObject({ status: 'paid', reference: 'T-1', paidAt: AT });
    expect(() => payInvoice(payInvoice(sent, null, AT).state, null, AT)).toThrow('licence_invoice_state_conflict');
  });

  test('is tried again after no answer, and by hand after a no', () => {
    const open = settleInvoice(draft, { kind: 'unknown', error: 'timeout' }, AT).state;
    expect(open).toMatchObject({ status: 'draft', tries: 1, version: 1 });
    expect(open.nextTryAt?.getTime()).toBeGreaterThan(AT.getTime());
    const failed = settleInvoice(open, { kind: 'refused', code: 'unknown_customer' }, AT);
    expect(failed).toMatchObject({ state: { status: 'failed' }, events: [{ data: { reason: 'unknown_customer' } }] });
    expect(retryInvoice(failed.state, AT).state).toMatchObject({ status: 'draft', nextTryAt: AT, tries: 0 });
    expect(() => retryInvoice(draft, AT)).toThrow('licence_invoice_state_conflict');
  });
});

test.each<[days: number, mark: number | undefined]>([
  [-5, undefined],
  [-4, 14],
  [3.5, 7],
  [7.5, 3],
  [9.5, 1],
])('after %p days of ten the reminder is that of %p', (days, mark) => {
  expect(dueReminder(paidLicence({ since: onDay(-90) }), onDay(days))?.mark).toBe(mark);
});

test('each day of grace has a reminder, nobody is reminded of what they just paid for, or after the end', () => {
  const licence = paidLicence();
  expect(dueReminder(licence, NOW)).toBeUndefined();
  expect(dueReminder(licence, onDay(10.5))).toMatchObject({ kind: 'license', daysLeft: 14 });
  expect(dueReminder(licence, onDay(23.5))).toMatchObject({ kind: 'license', daysLeft: 1 });
  expect(dueReminder(licence, onDay(24))).toBeUndefined();
  expect(dueReminder(paidLicence({ cancelled: { at: NOW, reason: 'x' } }), onDay(5))).toBeUndefined();
  const reminder = { kind: 'license', dueAt: onDay(24), mark: 1, daysLeft: 1 } as const;
  expect(remind(licence, reminder).events).toMatchObject([{ type: 'pos.license.renewal_due', sequence: 2 }]);
});

describe('a plan', () => {
  const id = BUSINESS as unknown as PlanId;
  const terms = { ...termsOf('standard'), code: 'kiosk' };

  test('is made, changed, archived and sold again', () => {
    const { state } = createPlan(id, terms);
    const changed = changePlan(state, { outletPrice: 1 });
    expect(changed).toMatchObject({ state: { version: 2 }, events: [{ type: 'pos.plan.changed', sequence: 2 }] });
    expect(changePlan(state, { name: ` ${terms.name} ` }).events).toEqual([]);
    const archived = archivePlan(changed.state, true).state;
    expect(() => archivePlan(archived, true)).toThrow('plan_archived');
    expect(() => archivePlan(state, false)).toThrow('plan_not_archived');
    expect(archivePlan(archived, false).state).toMatchObject({ archived: false, version: 4 });
  });

  test.each<[object, string]>([
    [{ code: 'unlimited' }, '/code'],
    [{ name: ' ' }, '/name'],
    [{ currency: 'XYZ' }, '/currency'],
    [{ outletPrice: -1 }, '/outletPrice'],
    [{ limits: { ...terms.limits, staff: 0.5 } }, '/limits/staff'],
    [{ rateLimitPerMinute: 0 }, '/rateLimitPerMinute'],
    [{ features: ['teleport'] }, '/features/0'],
  ])('cannot be like %j', (changes, pointer) => {
    expect(() => checkedTerms({ ...terms, ...changes })).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ pointer })] }),
    );
  });
});

test.each<[object, string]>([
  [{ name: 'teleport' }, '/name'],
  [{ name: 'loyalty', value: 3 }, '/value'],
  [{ value: true }, '/value'],
  [{ reason: ' ' }, '/reason'],
  [{ endsAt: NOW }, '/endsAt'],
])('nothing is given beside a plan like %j', (changes, pointer) => {
  const override = { name: 'devices', value: 5, reason: 'x', endsAt: null, ...changes };
  expect(() => checkedOverride(override, NOW)).toThrow(
    expect.objectContaining({ fields: [expect.objectContaining({ pointer })] }),
  );
});
