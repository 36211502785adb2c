import { emptyBasket, type Basket, type BasketLine } from './basket.js';
import { addLine, oneMore, removeLine, withQuantity } from './basket-lines.js';
import { hindranceOfChange, unplaced, unsentLines, withSent } from './sent-lines.js';
import { basket, line } from './testing/basket.examples.js';

const PLACED = { id: 'order', number: null, receiptNumber: 'T1-000001', entryId: 'entry' };
const TABLE = { id: 'table-4', name: '4', channelBefore: 'counter' } as const;
const soup: BasketLine = line('soup', { sent: true });
const bread = line('bread');

function placed(...lines: readonly BasketLine[]): Basket {
  return { ...basket(...lines), placed: PLACED, table: TABLE };
}

describe('what may change once the kitchen was told', () => {
  const before = placed(soup, bread);
  const hindrances: readonly [string, (now: Basket) => Basket, ReturnType<typeof hindranceOfChange>][] = [
    ['another item', (now) => addLine(now, line('tea')), null],
    ['more of a row that is new', (now) => oneMore(now, 'bread'), null],
    ['a new row taken off', (now) => removeLine(now, 'bread')?.basket ?? now, null],
    ['another row selected', (now) => ({ ...now, selected: 'soup' }), null],
    ['who stood for something', (now) => ({ ...now, approver: { personId: 'm', sessionId: null } }), null],
    ['more of a row that was sent', (now) => oneMore(now, 'soup'), 'table.sentStays'],
    ['less of it', (now) => withQuantity(now, 'soup', () => '0.5'), 'table.sentStays'],
    ['it taken off', (now) => removeLine(now, 'soup')?.basket ?? now, 'table.sentStays'],
    ['a discount', (now) => ({ ...now, discounts: [discount()] }), 'pay.addItemsOnly'],
    ['a code', (now) => ({ ...now, promoCodes: ['TEN'] }), 'pay.addItemsOnly'],
    ['a tip', (now) => ({ ...now, tip: { amount: 100, currency: 'USD' } }), 'pay.addItemsOnly'],
    ['a customer', (now) => ({ ...now, customer: { id: '7', name: 'Eve', phone: null } }), 'pay.addItemsOnly'],
    ['a note', (now) => ({ ...now, note: 'by the window' }), 'pay.addItemsOnly'],
    ['another channel', (now) => ({ ...now, channel: 'takeaway' }), 'pay.addItemsOnly'],
    ['no service charge', (now) => ({ ...now, waiveServiceCharge: true }), 'pay.addItemsOnly'],
    ['another table', (now) => ({ ...now, table: null }), 'pay.addItemsOnly'],
  ];
  test.each(hindrances)('%s', (_, change, hindrance) => {
    expect(hindranceOfChange(before, change(before))).toBe(hindrance);
  });

  test.each(hindrances)('before anything was sent, nothing stands in the way: %s', (_, change) => {
    const own = { ...before, placed: null };
    expect(hindranceOfChange(own, change(own))).toBeNull();
  });
});

test('the same item again is a row of its own once the first was sent', () => {
  const again = addLine(placed(soup), line('again', { sku: soup.sku }));
  expect(again.lines.map(({ id, quantity }) => [id, quantity])).toEqual([
    ['soup', '1'],
    ['again', '1'],
  ]);
  expect(addLine(again, line('third', { sku: soup.sku })).lines.map(({ quantity }) => quantity)).toEqual(['1', '2']);
});

test('rows are new until they are sent, and only those that were named are', () => {
  const now = placed(soup, bread, line('tea'));
  expect(unsentLines(now).map(({ id }) => id)).toEqual(['bread', 'tea']);
  expect(unsentLines(withSent(now, new Set(['bread']))).map(({ id }) => id)).toEqual(['tea']);
});

test('an order that is given up becomes a sale of its own again, with all its rows', () => {
  const own = unplaced(placed(soup, bread), 'other');
  expect(own).toMatchObject({ id: 'other', placed: null, table: TABLE });
  expect(unsentLines(own)).toHaveLength(2);
  expect(own.lines[0]).not.toHaveProperty('sent');
});

test('a new basket is for no table and no order', () => {
  expect(emptyBasket('b', 'counter')).toMatchObject({ table: null, placed: null });
});

function discount(): Basket['discounts'][number] {
  return { id: 'd', lineId: null, percent: '10', amount: null, comp: false, reason: 'late' };
}
