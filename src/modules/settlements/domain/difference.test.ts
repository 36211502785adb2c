import { explain, MATCHED_LATER, reopen, updateDifferences, type Difference, type DifferenceId } from './difference.js';
import type { FoundDifference } from './reconciliation.js';
import type { SettlementId } from './settlement.js';

const AT = new Date('2026-11-20T10:00:00Z');
const BY = { by: 'ann', at: AT };
const found: FoundDifference = {
  ...{ source: 'line:1', kind: 'amount_differs', paymentReference: 'R1', paymentId: 'p1', expected: 1000, found: 900 },
};
const open: Difference = {
  ...found,
  id: 'd1' as DifferenceId,
  settlementId: 's1' as SettlementId,
  currency: 'KES',
  status: 'open',
  reason: null,
  explainedBy: null,
  explainedAt: null,
  foundAt: AT,
  version: 1,
};
const explained = explain(open, 'their rounding', 'ann', AT);
const cured = explain(open, MATCHED_LATER, 'settlements', AT);

test('an open one is explained, an explained one reopened, nothing else', () => {
  expect(explained).toMatchObject({ status: 'explained', reason: 'their rounding', explainedBy: 'ann', version: 2 });
  expect(reopen(explained)).toEqual({ ...open, version: 3 });
  expect(() => explain(explained, 'again', 'ann', AT)).toThrow('settlement_difference_explained');
  expect(() => reopen(open)).toThrow('settlement_difference_open');
});

const other = { ...found, found: 800 };
test.each([
  { title: 'new', before: [], now: [found], added: 1, changed: [] },
  { title: 'open, the same again', before: [open], now: [found], added: 0, changed: [] },
  { title: 'explained, the same again', before: [explained], now: [found], added: 0, changed: [] },
  { title: 'open, gone', before: [open], now: [], added: 0, changed: ['explained'] },
  { title: 'explained, gone', before: [explained], now: [], added: 0, changed: [] },
  { title: 'open, another amount', before: [open], now: [other], added: 0, changed: ['open'] },
  { title: 'explained, another amount', before: [explained], now: [other], added: 0, changed: ['open'] },
  { title: 'gone, and back again', before: [cured], now: [found], added: 0, changed: ['open'] },
])('$title', ({ before, now, added, changed }) => {
  const update = updateDifferences(before, now, BY);
  expect(update.added).toHaveLength(added);
  expect(update.changed.map(({ status }) => status)).toEqual(changed);
  for (const one of update.changed) expect(one.version).toBeGreaterThan(before[0]?.version ?? 0);
});

test('looking twice changes nothing the second time', () => {
  const first = updateDifferences([open], [other], BY).changed;
  expect(updateDifferences(first, [other], BY)).toEqual({ added: [], changed: [] });
});
