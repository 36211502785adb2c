import type { Decimal } from '../../../kernel/decimal.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { OrderLineId } from '../domain/order-state.js';
import type { ChosenCombo, Menu, MenuItem, WantedModifier } from '../ports/menu.js';
import type { RequestedComponent, RequestedLine } from './requested-line.js';
import { refuseAt } from './sale-refusal.js';

/** One line that is to be: an item by itself, or a part of a combo. */
export interface Piece {
  readonly id: OrderLineId;
  readonly item: MenuItem;
  readonly quantity: Decimal;
  readonly note: string | null;
  readonly chosen: readonly WantedModifier[];
  readonly pointer: string;
  /** The combo that it is a part of, how many are in one, and what the choice costs extra. */
  readonly part: { readonly combo: WantedCombo; readonly quantity: number; readonly upcharge: Money } | null;
  /** The line that asked for it. */
  readonly asked: RequestedLine;
}

/** A combo that is to be sold. */
export interface WantedCombo {
  readonly id: OrderLineId;
  readonly item: MenuItem;
  readonly chosen: ChosenCombo;
  readonly asked: RequestedLine;
}

/** What the caller's lines come to: combos, and all items one by one. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly combos: readonly WantedCombo[];
}

/** Finds the items of lines and takes combos apart. */
export class LinePieces {
  constructor(
    private readonly menu: Menu,
    private readonly ids: IdSource,
  ) {}

  /**
   * @throws Refusal `line_id_taken`, `quantity_not_positive`, `item_unknown`, `item_inactive`, `modifier_unknown`, and those of
   * `Menu.combo`.
   */
  async of(tx: Tx, requested: readonly RequestedLine[]): Promise<Pieces> {
    assertIdsOnce(requested);
    const skus = requested.flatMap(({ sku, components }) => [sku, ...components.map((component) => component.sku)]);
    const items = await this.menu.items(tx, skus);
    const pieces: Piece[] = [];
    const combos: WantedCombo[] = [];
    for (const line of requested) {
      const { quantity, pointer } = line;
      if (quantity <= 0n) refuseAt('quantity_not_positive', {}, `${pointer}/quantity`, 'must be above zero');
      const item = sellable(items, line.sku, pointer);
      if (item.kind !== 'combo') {
        pieces.push(this.plain(line, item));
        continue;
      }
      const combo = await this.combo(tx, line, item);
      combos.push(combo);
      pieces.push(...(await this.parts(tx, combo, items)));
    }
    return { pieces, combos };
  }

  private plain(line: RequestedLine, item: MenuItem): Piece {
    const { id = this.ids.next<'order-line'>(), quantity, note, modifiers: chosen, pointer, components } = line;
    if (components.length > 0)
      refuseAt('combo_slot_unknown', { sku: line.sku }, `${pointer}/components/0`, 'is no combo');
    return { id, item, quantity, note, chosen, pointer, part: null, asked: line };
  }

  private async combo(tx: Tx, line: RequestedLine, item: MenuItem): Promise<WantedCombo> {
    const { id = this.ids.next<'order-line'>(), sku, components, modifiers, pointer } = line;
    if (modifiers.length > 0) {
      refuseAt('modifier_unknown', { sku }, `${pointer}/modifiers/0`, 'modifiers go with the parts of a combo');
    }
    const wanted = components.map(({ slot, sku: ofPart, quantity }, index) => {
      return { slot, sku: ofPart, quantity, pointer: `${pointer}/components/${index}` };
    });
    return { id, item, chosen: await this.menu.combo(tx, sku, wanted, pointer), asked: line };
  }

  private async parts(tx: Tx, combo: WantedCombo, known: ReadonlyMap<string, MenuItem>): Promise<Piece[]> {
    const { asked, chosen } = combo;
    const unknown = chosen.parts.filter(({ sku }) => !known.has(sku)).map(({ sku }) => sku);
    const more = unknown.length === 0 ? known : await this.menu.items(tx, unknown);
    return chosen.parts.map((part, index) => {
      const component: RequestedComponent | undefined = asked.components[part.component ?? -1];
      const pointer = component === undefined ? asked.pointer : `${asked.pointer}/components/${part.component}`;
      // What the kitchen reads of a combo stands with its first part.
      const note = component?.note ?? (index === 0 ? asked.note : null);
      return {
        id: component?.id ?? this.ids.next<'order-line'>(),
        item: sellable(known.has(part.sku) ? known : more, part.sku, pointer),
        quantity: times(asked.quantity, part.quantity),
        note,
        chosen: component?.modifiers ?? [],
        pointer,
        part: { combo, quantity: part.quantity, upcharge: part.upcharge },
        asked,
      };
    });
  }
}

/** A quantity so many times. */
export function times(quantity: Decimal, count: number): Decimal {
  return (quantity * BigInt(count)) as Decimal;
}

function sellable(items: ReadonlyMap<string, MenuItem>, sku: string, pointer: string): MenuItem {
  const item = items.get(sku);
  if (item === undefined) return refuseAt('item_unknown', { sku }, `${pointer}/sku`, 'no item has this SKU');
  if (!item.active) refuseAt('item_inactive', { sku }, `${pointer}/sku`, 'the item is not for sale');
  return item;
}

function assertIdsOnce(requested: readonly RequestedLine[]): void {
  const seen = new Set<string>();
  const once = (id: string | undefined, pointer: string): void => {
    if (id === undefined) return;
    if (seen.has(id)) refuseAt('line_id_taken', { lineId: id }, `${pointer}/id`, 'is used twice');
    seen.add(id);
  };
  for (const { id, components, pointer } of requested) {
    once(id, pointer);
    components.forEach((component, index) => once(component.id, `${pointer}/components/${index}`));
  }
}
