import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import { payingOf } from '../paying/paying.js';
import type { SaleToPay } from '../paying/sale-to-pay.js';
import type { Till } from '../till.js';
import { askedOf, labelSetsPrice, newLine, scannedWanted, type Choices, type Wanted } from './adding.js';
import { addLine, countPieces, removeLine, restoreLine, selectedLine } from './basket-lines.js';
import { openBasketStore, type BasketStore } from './basket-store.js';
import { channelAfter, emptyBasket, isEmpty, type Basket, type BasketLine } from './basket.js';
import { HeldBaskets } from './held-baskets.js';
import { personAtTill } from './person-at-till.js';
import { readQuantity } from './quantity.js';
import { standFor } from './rights.js';
import { saleDraft } from './sale-draft.js';
import { SalePricing, type PricedSale } from './sale-pricing.js';
import { Saving } from './saving.js';
import { namesReceipt, openScannedReceipt } from './scanned-receipt.js';
import type { SaleDraft } from './sdk-types.js';
import type { Sheet, UnknownCode } from './selling-sheets.js';
import { hindranceOfChange, unplaced, unsentLines } from './sent-lines.js';
import { TableService } from './table-service.js';

/** Longer than any code that people type. */
const CODE_MAX = 40;

/** The sale in hand and what can be done to it, apart from how it looks. */
export class Selling {
  private readonly basketNow = signal<Basket>(emptyBasket(newId(), 'counter'));
  private readonly saving: Saving;
  /** What is held, here and elsewhere. */
  readonly held: HeldBaskets;
  /** The tables of the outlet, and what the kitchen is told. */
  readonly tables: TableService;
  readonly pricing: SalePricing;
  /** What lies over the screen. */
  readonly sheet = signal<Sheet | null>(null);
  readonly search = signal('');
  readonly category = signal<string | null>(null);
  /** Digits that were typed while no field had the focus: a code, or how many. */
  readonly typed = signal('');
  /** How many of the next item, once `*` was pressed. */
  readonly count = signal<string | null>(null);
  readonly unknown = signal<UnknownCode | null>(null);
  /** When the prices changed while something was in the basket. */
  readonly pricesUpdatedAt = signal<Date | null>(null);
  /** The row that was added last, for the live region. */
  readonly lastAdded = signal<{ readonly name: string; readonly quantity: string } | null>(null);
  readonly pieces: ReadonlySignal<number> = computed(() => countPieces(this.basketNow.value));
  /** Resolves when the basket that was kept on the device is back. */
  readonly ready: Promise<void>;

  constructor(
    readonly till: Till,
    store: Promise<BasketStore>,
  ) {
    this.saving = new Saving(store, () => till.say(till.t('sell.notKept')));
    this.pricing = new SalePricing(
      (draft) => this.priceDraft(draft),
      (told, priced) => this.noteTold(told, priced),
    );
    this.held = new HeldBaskets(this, this.saving);
    this.tables = new TableService(this);
    this.ready = this.restore();
    till.onScan((code) => this.scan(code));
    effect(() => this.follow());
    this.watchPrices();
  }

  get basket(): ReadonlySignal<Basket> {
    return this.basketNow;
  }

  /** Whether money was taken for the basket, so that its lines may not change. */
  get locked(): ReadonlySignal<boolean> {
    return payingOf(this.till).locked;
  }

  /**
   * Takes another state of the sale, keeps it and prices it.
   * @returns false, and says so, where the sale is being paid or the kitchen was told.
   */
  change(next: (basket: Basket) => Basket): boolean {
    const after = next(this.basketNow.value);
    const hindrance = this.locked.value ? 'sell.locked' : hindranceOfChange(this.basketNow.value, after);
    if (hindrance === null) this.put(after);
    else this.till.say(this.till.t(hindrance));
    return hindrance === null;
  }

  /** Takes another basket in hand, whatever became of the one before: it was sold, or put aside. */
  put(basket: Basket, keep = true): void {
    if (basket === this.basketNow.value) return;
    this.basketNow.value = basket;
    if (keep) this.saving.save(basket);
  }

  /** An empty basket in place of this one, in the same channel. */
  startAnew(): void {
    batch(() => {
      this.put(emptyBasket(newId(), channelAfter(this.basketNow.value)));
      this.pricesUpdatedAt.value = null;
      this.clearTyped();
    });
  }

  /** Rings an item up, or asks what it needs first. */
  want(wanted: Wanted): void {
    const book = this.till.book.value;
    if (book === null) return;
    const counted = this.withTyped(wanted);
    const asked = askedOf(counted, book);
    this.sheet.value = asked === null ? null : { kind: asked, wanted: counted };
    if (asked === null) this.add(newLine(newId(), counted, book));
  }

  /** Rings up what was asked for, with what was chosen. */
  choose(wanted: Wanted, choices: Choices = {}): void {
    const book = this.till.book.value;
    if (book === null) return;
    const asked = choices.modifiers === undefined && choices.components === undefined ? askedOf(wanted, book) : null;
    this.sheet.value = asked === null ? null : { kind: asked, wanted };
    if (asked === null) this.add(newLine(newId(), wanted, book, choices));
  }

  /** A code that a scanner read. */
  scan(code: string): void {
    const { stage } = payingOf(this.till);
    if (stage.value !== 'idle' && stage.value !== 'done') return;
    const found = this.till.book.value?.scan(code);
    if (found === undefined) return;
    if (found.kind === 'unknown' && namesReceipt(code)) {
      void openScannedReceipt(this.till, code);
      return;
    }
    if (this.till.screen.value !== 'sell') this.till.go('sell');
    if (found.kind === 'unknown' || found.kind === 'wrong') {
      this.unknown.value = { code, misread: found.kind === 'wrong' };
      this.till.sound('bad');
      return;
    }
    this.unknown.value = null;
    this.till.sound('good');
    if (found.kind === 'coupon') this.change((basket) => withCode(basket, found.code));
    else if (labelSetsPrice(scannedWanted(found))) void this.addAtLabel(scannedWanted(found));
    else this.want(scannedWanted(found));
  }

  /** Digits that were typed and ended by Enter: a code, where no item is waited for. */
  enterTyped(): boolean {
    const code = this.typed.value;
    if (code === '') return false;
    this.typed.value = '';
    this.scan(code);
    return true;
  }

  /** Selects another row; that is allowed also while the sale is being paid. */
  select(next: (basket: Basket) => Basket): void {
    this.put(next(this.basketNow.value));
  }

  /** Asks what to take off: the selected row's price first, or that of the row named. */
  askDiscount(lineId = this.basketNow.value.selected): void {
    if (this.basketNow.value.lines.length > 0) this.sheet.value = { kind: 'discount', lineId };
  }

  /** Notes who stood for something that the cashier may not do alone. */
  stoodBy(approver: Basket['approver']): void {
    if (approver !== null) this.change((basket) => ({ ...basket, approver }));
  }

  /** Takes a row off; for eight seconds it can be put back. */
  remove(lineId: string): void {
    const line = this.basketNow.value.lines.find(({ id }) => id === lineId);
    if (line?.sent === true) {
      void this.tables.takeBack(line);
      return;
    }
    const taken = removeLine(this.basketNow.value, lineId);
    if (taken === undefined || !this.change(() => taken.basket)) return;
    const { removed } = taken;
    this.till.say(this.till.t('sell.removed', { name: removed.line.name }), {
      undo: () => void this.change((basket) => restoreLine(basket, removed)),
    });
  }

  /** Opens the pay screen with exactly what is shown. */
  async pay(): Promise<void> {
    const { adding } = payingOf(this.till);
    if (this.basketNow.value.lines.length === 0 && adding.order.value !== null) return adding.back();
    const isTold = this.basketNow.value.placed === null || unsentLines(this.basketNow.value).length === 0;
    if (!isTold && !(await this.tables.sendOn())) return;
    await this.pricing.settled();
    const basket = this.basketNow.value;
    const priced = this.pricing.priced.value;
    if (basket.lines.length === 0 || priced?.basket !== basket) return;
    this.sheet.value = null;
    await payingOf(this.till).begin(this.saleOf(priced));
  }

  /** A priced basket, as paying takes it. */
  saleOf({ basket, draft, order }: PricedSale): SaleToPay {
    const { approver, customer, placed, id } = basket;
    return { ...{ draft, order, approver, customer, placed }, sold: () => this.sold(id), renew: () => this.renew() };
  }

  /** A digit, `.`, `,` or Backspace. */
  type(key: string): void {
    const text = this.typed.value;
    if (key !== 'Backspace') this.typed.value = `${text}${key}`.slice(0, CODE_MAX);
    else if (text === '') this.count.value = null;
    else this.typed.value = text.slice(0, -1);
  }

  /** `*`: what was typed counts the next item. */
  multiply(): void {
    this.count.value = readQuantity(this.typed.value) ?? null;
    this.typed.value = '';
  }

  clearTyped(): void {
    this.typed.value = '';
    this.count.value = null;
  }

  /** A price that a scale printed stands where somebody who may set prices stands for it. */
  private async addAtLabel(wanted: Wanted): Promise<void> {
    const { item, unitPrice } = wanted;
    const book = this.till.book.value;
    if (unitPrice === null || book === null) return;
    const reason = this.till.t('sell.labelReason');
    const what = this.till.t('sell.labelPrice', { name: item.name, price: this.till.money(unitPrice) });
    const standing = await standFor(this.till, 'price', {
      what,
      amount: unitPrice,
      reason,
      targetId: this.basketNow.value.id,
    });
    if (standing === undefined) return;
    this.stoodBy(standing.approver);
    this.add(newLine(newId(), wanted, book, { setPrice: { unitPrice, reason } }));
  }

  private withTyped(wanted: Wanted): Wanted {
    const quantity = this.count.value;
    this.clearTyped();
    return quantity === null || wanted.quantity !== null ? wanted : { ...wanted, quantity };
  }

  private add(line: BasketLine): void {
    if (!this.change((basket) => addLine(basket, line))) return;
    const row = selectedLine(this.basketNow.value);
    if (row !== undefined) this.lastAdded.value = { name: row.name, quantity: row.quantity };
  }

  private sold(basketId: string): void {
    if (this.basketNow.value.id === basketId) this.startAnew();
  }

  private renew(): string {
    const id = newId();
    this.put(unplaced(this.basketNow.value, id));
    return id;
  }

  private follow(): void {
    const basket = this.basketNow.value;
    const outletId = this.till.device.value?.outlet.id;
    const ready = this.till.book.value !== null && this.till.person.value !== null;
    this.till.basketEmpty.value = isEmpty(basket);
    if (outletId !== undefined && ready) this.pricing.follow(basket, saleDraft(basket, outletId));
  }

  /** What rows cost is kept with them, so that later price books leave them alone. */
  private noteTold(told: Basket, priced: Basket): void {
    if (this.basketNow.peek() === priced) this.put(told);
  }

  private watchPrices(): void {
    let revision = this.till.book.value?.pricesRevision;
    effect(() => {
      const book = this.till.book.value;
      if (book === null || book.pricesRevision === revision) return;
      const first = revision === undefined;
      revision = book.pricesRevision;
      if (!first && !isEmpty(this.basketNow.peek())) this.pricesUpdatedAt.value = book.updatedAt;
    });
  }

  private async restore(): Promise<void> {
    const kept = await this.saving.load();
    // What was rung up in the moments before it was back stays.
    if (kept !== null && isEmpty(this.basketNow.value)) this.put(kept, false);
  }

  private priceDraft(draft: SaleDraft): ReturnType<Till['register']['price']> {
    return this.till.register.price(draft, personAtTill(this.till, this.basketNow.value.approver));
  }
}

function withCode(basket: Basket, code: string): Basket {
  return basket.promoCodes.includes(code) ? basket : { ...basket, promoCodes: [...basket.promoCodes, code] };
}

const known = new WeakMap<Till, Selling>();

/** The selling of a till: made once, on first use, and kept for as long as the till lives. */
export function sellingOf(till: Till): Selling {
  const found = known.get(till);
  if (found !== undefined) return found;
  const made = new Selling(till, openBasketStore());
  known.set(till, made);
  return made;
}
