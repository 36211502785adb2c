import { signal } from '@preact/signals';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import { t } from '../messages/translate.js';
import { payingOf } from '../paying/paying.js';
import type { Till } from '../till.js';
import { addLine, countPieces } from './basket-lines.js';
import type { HeldBasket } from './basket-store.js';
import { channelAfter, emptyBasket, isEmpty, type Basket } from './basket.js';
import { piecesOf } from './quantity.js';
import type { SalePricing } from './sale-pricing.js';
import type { Saving } from './saving.js';
import type { Order } from './sdk-types.js';
import type { HeldRow } from './selling-sheets.js';

/** The sale in hand, as far as putting aside goes. */
export interface InHand {
  readonly till: Till;
  readonly basket: { readonly value: Basket };
  readonly pricing: SalePricing;
  readonly locked: { readonly value: boolean };
  put(basket: Basket, keep?: boolean): void;
}

/** How many orders of other devices the list shows. */
const ELSEWHERE_MAX = 50;

/** Baskets that wait: those of this device, and with a network the outlet's held orders that other devices made. */
export class HeldBaskets {
  readonly rows = signal<readonly HeldRow[]>([]);

  constructor(
    private readonly selling: InHand,
    private readonly saving: Saving,
  ) {}

  /** Puts the basket aside; an empty one stays. */
  async hold(): Promise<void> {
    const { till, basket, locked } = this.selling;
    if (locked.value) till.say(till.t('sell.locked'));
    else if (isEmpty(basket.value)) till.say(till.t('sell.nothingToHold'));
    else {
      const { value } = basket;
      await this.setAside(value);
      till.say(till.t('sell.heldNow', { label: labelOf(value) }));
    }
  }

  /** Puts what is in hand aside; an empty basket takes its place. */
  async setAside(inHand: Basket): Promise<void> {
    const held = await this.aside();
    const next = emptyBasket(newId(), channelAfter(inHand));
    this.selling.put(next, false);
    await this.saving.hold(held, next);
    await this.refresh();
  }

  /** A basket that this device holds. */
  async find(id: string): Promise<Basket | undefined> {
    return (await this.saving.held()).find((held) => held.id === id)?.basket;
  }

  /** Forgets a basket that this device holds: the order that it is lives elsewhere. */
  async forget(id: string): Promise<void> {
    await this.saving.forget(id);
    await this.refreshHere();
  }

  /** Reads the list anew. */
  async refresh(): Promise<void> {
    await this.refreshHere();
    if (!this.selling.till.online.value) return;
    const told = await this.elsewhere();
    // What was put aside here while the service was asked stays.
    this.rows.value = [...this.rows.value.filter(({ elsewhere }) => !elsewhere), ...told];
  }

  /** Reads anew what this device holds. */
  async refreshHere(): Promise<void> {
    const here = (await this.saving.held()).map(rowOf);
    this.rows.value = [...here, ...this.rows.value.filter(({ elsewhere }) => elsewhere)];
  }

  /** Takes a basket back in hand; what is in hand is put aside in the same step. An order of another device is paid. */
  async recall({ id, elsewhere }: Pick<HeldRow, 'id' | 'elsewhere'>): Promise<void> {
    const { till, locked, basket } = this.selling;
    if (locked.value) {
      till.say(till.t('sell.locked'));
      return;
    }
    if (elsewhere) return this.recallOrder(id);
    const { value: before } = basket;
    const found = await this.saving.recall(id, isEmpty(before) ? null : await this.aside());
    if (found === undefined) till.say(till.t('sell.heldGone'));
    else {
      const meanwhile = basket.value.lines.filter((line) => !before.lines.some((one) => one.id === line.id));
      this.selling.put(meanwhile.reduce(addLine, found), meanwhile.length > 0);
      till.go('sell');
    }
    await this.refresh();
  }

  /** Takes back what was put aside last on this device. */
  async recallNewest(): Promise<void> {
    const [newest] = this.rows.value;
    if (newest !== undefined) await this.recall(newest);
  }

  private async recallOrder(id: string): Promise<void> {
    const { till } = this.selling;
    const order = await till.client().request<Order>('POST', `/pos/orders/${id}/recall`);
    await payingOf(till).beginOrder(order);
  }

  /** The basket in hand as it is put aside, with what it comes to. */
  private async aside(): Promise<HeldBasket> {
    const { till, basket, pricing } = this.selling;
    await pricing.settled();
    const { value } = basket;
    const priced = pricing.priced.value;
    const total = priced?.basket === value ? priced.order.totals.total : null;
    return { id: value.id, basket: value, heldAt: Date.now(), heldBy: till.person.value?.name ?? '', total };
  }

  private async elsewhere(): Promise<readonly HeldRow[]> {
    const { till } = this.selling;
    const outletId = till.device.value?.outlet.id;
    try {
      const query = { status: 'held', outletId, expand: 'lines', limit: ELSEWHERE_MAX };
      const { data } = await till
        .client()
        .request<{ readonly data: readonly Order[] }>('GET', '/pos/orders', { query });
      return data.map(orderRow);
    } catch (failed) {
      // The list of this device is whole without them; the frame shows that the network is away.
      till.say(till.t('sell.heldElsewhereAway'));
      if (failed instanceof TypeError) throw failed;
      return [];
    }
  }
}

/** What a held basket is called: its table, its customer, or what is in it. */
export function labelOf({ table, customer, note, lines }: Basket): string {
  return (
    (table === null ? null : t('table.named', { name: table.name })) ??
    customer?.name ??
    note ??
    lines
      .map(({ name }) => name)
      .slice(0, 3)
      .join(', ')
  );
}

function rowOf({ id, basket, heldAt, heldBy, total }: HeldBasket): HeldRow {
  const tableId = basket.table?.id ?? null;
  return { id, heldAt, heldBy, total, label: labelOf(basket), pieces: countPieces(basket), tableId, elsewhere: false };
}

function orderRow({ id, number, recordedAt, totals, lines, note }: Order): HeldRow {
  const pieces = lines.reduce((sum, { quantity }) => sum + piecesOf(quantity), 0);
  const label =
    note ??
    lines
      .map(({ name }) => name)
      .slice(0, 3)
      .join(', ');
  const facts = { heldAt: Date.parse(recordedAt), heldBy: number, total: totals.total, label, pieces };
  return { id, ...facts, tableId: null, elsewhere: true };
}
