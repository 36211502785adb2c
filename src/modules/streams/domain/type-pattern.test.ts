import { coversType } from '../../../kernel/outbox.js';
import { common, isTypePattern } from './type-pattern.js';

test.each([
  ['pos.order.*', 'pos.order.created', true],
  ['pos.order.*', 'pos.orders', false],
  ['pos.order.created', 'pos.order.created', true],
  ['pos.order.created', 'pos.order.created_again', false],
  ['*', 'pos.tenant.changed', true],
])('%s covers %s: %s', (pattern, type, outcome) => expect(coversType(pattern, type)).toBe(outcome));

test.each([
  ['pos.order.*', 'pos.order.created', 'pos.order.created'],
  ['pos.order.created', 'pos.order.*', 'pos.order.created'],
  ['pos.order.*', 'pos.*', 'pos.order.*'],
  ['pos.*', 'pos.order.*', 'pos.order.*'],
  ['pos.order.*', 'pos.order.*', 'pos.order.*'],
  ['pos.order.line_*', 'pos.order.*', 'pos.order.line_*'],
  ['*', '*', '*'],
  ['*', 'pos.order.held', 'pos.order.held'],
  ['pos.order.*', 'pos.catalog.*', undefined],
  ['pos.order.held', 'pos.order.created', undefined],
])('what %s and %s have in common is %s', (a, b, outcome) => expect(common(a, b)).toBe(outcome));

test.each([
  ['pos.order.*', true],
  ['*', true],
  ['pos.cash_exception', true],
  ['', false],
  ['pos.*.created', false],
  ['Pos.order', false],
  ['pos.order.**', false],
])('%s is a pattern: %s', (text, outcome) => expect(isTypePattern(text)).toBe(outcome));
