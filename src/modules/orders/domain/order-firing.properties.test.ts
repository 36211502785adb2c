import fc from 'fast-check';
import { decimal, type Decimal } from '../../../kernel/decimal.js';
import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { OrderEvent } from './order-events.js';
import { fire } from './order-firing.js';
import type { NewItems } from './order-line.js';
import { addLines, changeLine, removeLine } from './order-lines.js';
import type { Order, OrderLineId } from './order-state.js';
import { at, exampleId, newLine, noTerms, openOrder, USD } from './order.examples.js';

type Command =
  | { readonly kind: 'fire'; readonly line: number | null; readonly thousandths: number | null }
  | { readonly kind: 'add'; readonly combo: boolean; readonly thousandths: number }
  | { readonly kind: 'change'; readonly line: number; readonly thousandths: number }
  | { readonly kind: 'remove'; readonly line: number };

const quantities = fc.integer({ min: 1, max: 9 }).map((half) => half * 500);
const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant('fire' as const),
    line: fc.option(fc.nat(9)),
    thousandths: fc.option(quantities),
  }),
  fc.record({ kind: fc.constant('add' as const), combo: fc.boolean(), thousandths: quantities }),
  fc.record({ kind: fc.constant('change' as const), line: fc.nat(9), thousandths: quantities }),
  fc.record({ kind: fc.constant('remove' as const), line: fc.nat(9) }),
);

/** Names a line, or the combo that it is a part of; an id that nothing has when there is no line. */
function named({ lines }: Order, number: number): OrderLineId {
  const line = lines[number % Math.max(lines.length, 1)];
  return line?.combo?.id ?? line?.id ?? exampleId(999);
}

/** An espresso, or a combo of two eggs and a toast. */
function itemsOf(number: number, combo: boolean, quantity: Decimal): NewItems {
  const id = (more: number) => exampleId<'order-line'>(1000 + number * 10 + more);
  if (!combo) return { lines: [newLine(1, { id: id(1), quantity })], combos: [], overrides: [] };
  const part = { combo: { id: id(0), upcharge: USD('0') } };
  const pricing = { kind: 'fixed', listPrice: USD('10.00'), priceSteps: [] } as const;
  return {
    lines: [
      newLine(1, { ...part, id: id(1), quantity: (quantity * 2n) as Decimal }),
      newLine(2, { ...part, id: id(2), quantity }),
    ],
    combos: [{ id: id(0), sku: 'breakfast', name: 'Breakfast', quantity, pricing }],
    overrides: [],
  };
}

function done(order: Order, command: Command, number: number): Decision<Order, OrderEvent> {
  const quantity = 'thousandths' in command ? (command.thousandths ?? 0) : 0;
  const exact = BigInt(quantity * 1000) as Decimal;
  switch (command.kind) {
    case 'fire': {
      if (command.line === null) return fire(order, null, at('12:00'));
      const wanted = command.thousandths === null ? {} : { quantity: exact };
      return fire(order, [{ lineId: named(order, command.line), ...wanted }], at('12:00'));
    }
    case 'add':
      return addLines(order, itemsOf(number, command.combo, exact), noTerms);
    case 'change':
      return changeLine(order, named(order, command.line), { quantity: exact }, noTerms);
    case 'remove':
      return removeLine(order, named(order, command.line), noTerms);
  }
}

/** What an event tells the kitchen to make, less what it need not make any more. */
function forKitchen({ type, data }: OrderEvent): bigint {
  if (type === 'pos.order.fired') return data.lines.reduce((all, { quantity }) => all + decimal(quantity), 0n);
  if (type !== 'pos.order.line_changed' && type !== 'pos.order.line_removed') return 0n;
  return -decimal(data.voidedInKitchen ?? '0');
}

const outOfBounds = ({ lines }: Order): number =>
  lines.filter(({ firedQuantity, quantity }) => firedQuantity < 0n || firedQuantity > quantity).length;
const firedIn = ({ lines }: Order): bigint => lines.reduce((all, { firedQuantity }) => all + firedQuantity, 0n);

test('whatever is fired, added, changed and taken off: what the kitchen has to make is what the lines say was fired', () => {
  // How often each came about at all: a property of nothing holds, too.
  let [fired, voided] = [0, 0];
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 25, size: 'max' }), (list) => {
      let order: Order = openOrder;
      let told = 0n;
      list.forEach((command, number) => {
        try {
          const { state, events } = done(order, command, number);
          order = state;
          for (const event of events) told += forKitchen(event);
          fired += events.filter((event) => forKitchen(event) > 0n).length;
          voided += events.filter((event) => forKitchen(event) < 0n).length;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        expect([outOfBounds(order), firedIn(order)]).toEqual([0, told]);
      });
    }),
  );
  expect([fired > 0, voided > 0]).toEqual([true, true]);
});
