import { isSameMoney, type Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { NewCombo, NewItems, NewLine, PriceOverride, SoldGiftCard } from '../domain/order-line.js';
import { NO_ITEMS } from '../domain/order-repricing.js';
import type { LineModifier, PriceStep } from '../domain/pricing/basket.js';
import type { TaxGroup } from '../domain/pricing/tax-group.js';
import { overrideStep, partsLess, regularPriceOf } from '../domain/regular-price.js';
import type { GiftCardDesk } from '../ports/gift-card-desk.js';
import type { Menu } from '../ports/menu.js';
import type { PriceLists } from '../ports/price-lists.js';
import type { LinePieces, Piece, Pieces, WantedCombo } from './line-pieces.js';
import type { RequestedLine } from './requested-line.js';
import { refuseAt } from './sale-refusal.js';
import type { Selling } from './selling.js';

/** A price on its way: what it starts from and what changes it. */
interface Priced {
  readonly listPrice: Money;
  readonly priceSteps: readonly PriceStep[];
}

/** Turns what the caller asks for into lines with copies of what all master data say now (DOMAIN P8). */
export class BasketBuilder {
  constructor(
    private readonly menu: Menu,
    private readonly lists: PriceLists,
    private readonly cards: GiftCardDesk,
    private readonly pieces: LinePieces,
  ) {}

  /**
   * @throws Refusal `item_unknown`, `item_inactive`, `tax_group_missing`, `price_mismatch`, `price_required`, `line_id_taken`
   * (twice in one request), `gift_card_code_required`, `not_a_gift_card`, and those of the catalogue and of gift cards, each
   * with a pointer.
   */
  async build(tx: Tx, selling: Selling, requested: readonly RequestedLine[]): Promise<NewItems> {
    if (requested.length === 0) return NO_ITEMS;
    const wanted = await this.pieces.of(tx, requested);
    const { pieces, combos } = wanted;
    const { currency } = selling.outlet;
    const questions = pieces.map(({ item, chosen, pointer }) => ({ sku: item.sku, chosen, pointer }));
    const modifiers = await this.menu.modifiers(tx, currency, questions);
    const steps = await this.stepsOf(tx, selling, wanted);
    await this.offer(tx, selling, wanted);
    const cards = await this.cardsOf(tx, currency, pieces);
    const overrides: PriceOverride[] = [];
    const taxGroups = selling.outlet.taxGroupsOn(selling.clock.localDate);
    const lines = pieces.map((piece, index) => {
      const priced = pricedPiece(piece, steps[index] ?? [], selling, overrides);
      return lineOf(piece, priced, modifiers[index] ?? [], cards.get(piece) ?? null, taxGroups, selling);
    });
    const newCombos = combos.map((combo, index) => {
      return comboOf(combo, steps[pieces.length + index] ?? [], lines, wanted, selling, overrides);
    });
    return { lines, combos: newCombos, overrides };
  }

  /** Of the pieces, then of the combos. */
  private stepsOf(tx: Tx, selling: Selling, { pieces, combos }: Pieces): Promise<readonly (readonly PriceStep[])[]> {
    const { outlet, channel, customer, at, clock } = selling;
    const items = [...pieces, ...combos].map(({ item: { sku, category } }) => ({ sku, category }));
    const who = { outletId: outlet.id, channel, currency: outlet.currency, customerGroups: customer.groups };
    return this.lists.stepsFor(tx, { ...who, at, clock, items });
  }

  private async cardsOf(tx: Tx, currency: string, pieces: readonly Piece[]): Promise<Map<Piece, SoldGiftCard>> {
    const cards = new Map<Piece, SoldGiftCard>();
    for (const piece of pieces) {
      const { item, asked, pointer } = piece;
      const code = piece.part === null ? asked.giftCardCode : undefined;
      if (item.kind !== 'gift_card') {
        if (code !== undefined)
          refuseAt('not_a_gift_card', { sku: item.sku }, `${pointer}/giftCardCode`, 'the item is none');
        continue;
      }
      if (code === undefined) {
        return refuseAt('gift_card_code_required', {}, `${pointer}/giftCardCode`, 'names the card that is sold');
      }
      cards.set(piece, await this.cards.forSale(tx, code, currency));
    }
    return cards;
  }

  private offer(tx: Tx, { outlet, channel, clock, take }: Selling, { pieces, combos }: Pieces): Promise<void> {
    const portions = [
      ...combos.map(({ item, asked }) => ({
        sku: item.sku,
        quantity: asked.quantity,
        pointer: `${asked.pointer}/sku`,
      })),
      ...pieces.map(({ item, quantity, pointer }) => ({ sku: item.sku, quantity, pointer: `${pointer}/sku` })),
    ];
    return this.menu.offer(tx, { outletId: outlet.id, channel, clock }, portions, take);
  }
}

function pricedPiece(piece: Piece, steps: readonly PriceStep[], selling: Selling, overrides: PriceOverride[]): Priced {
  const { item, asked, part, pointer, id } = piece;
  if (part !== null) return { listPrice: item.price, priceSteps: steps };
  if (!item.openPrice) return finalPrice({ listPrice: item.price, priceSteps: steps }, id, asked, selling, overrides);
  const { unitPrice } = asked;
  if (unitPrice === undefined) {
    const facts = { sku: item.sku, suggested: item.price };
    return refuseAt('price_required', facts, `${pointer}/unitPrice`, 'is asked at the till');
  }
  if (unitPrice.amount < 0)
    refuseAt('amount_not_positive', {}, `${pointer}/unitPrice/amount`, 'must not be below zero');
  return { listPrice: unitPrice, priceSteps: [] };
}

/** The price with what a person set, where that is allowed; otherwise it has to be what the caller saw (DOMAIN P9). */
function finalPrice(
  priced: Priced,
  lineId: NewLine['id'],
  { sku, unitPrice, priceOverride, pointer }: RequestedLine,
  { outlet, mayOverride }: Selling,
  overrides: PriceOverride[],
): Priced {
  const { listPrice, priceSteps } = priced;
  // An item in another currency is refused for that.
  if ((unitPrice ?? priceOverride) === undefined || listPrice.currency !== outlet.currency) return priced;
  const price = regularPriceOf(listPrice, priceSteps);
  if (priceOverride !== undefined) {
    const { unitPrice: set, reason } = priceOverride;
    const at = `${pointer}/priceOverride`;
    if (!mayOverride) refuseAt('price_mismatch', { sku, price }, at, 'the caller may not set prices');
    if (set.amount < 0) refuseAt('amount_not_positive', {}, `${at}/unitPrice/amount`, 'must not be below zero');
    if (set.currency !== outlet.currency) {
      const facts = { expected: outlet.currency, actual: set.currency };
      refuseAt('currency_mismatch', facts, `${at}/unitPrice/currency`, `the order is in ${outlet.currency}`);
    }
    overrides.push({ lineId, sku, before: price, price: set, reason });
    return { listPrice, priceSteps: [...priceSteps, overrideStep(set, reason)] };
  }
  if (unitPrice !== undefined && !isSameMoney(unitPrice, price)) {
    refuseAt('price_mismatch', { sku, price }, `${pointer}/unitPrice`, 'is not the present price');
  }
  return priced;
}

function lineOf(
  { id, item, quantity, note, part, pointer }: Piece,
  { listPrice, priceSteps }: Priced,
  modifiers: readonly LineModifier[],
  giftCard: SoldGiftCard | null,
  taxGroups: ReadonlyMap<string, TaxGroup>,
  { at, clock }: Selling,
): NewLine {
  const { id: itemId, sku, name, category, unit, taxCategory } = item;
  const taxGroup = taxGroups.get(taxCategory);
  if (taxGroup === undefined) {
    return refuseAt(
      'tax_group_missing',
      { sku, taxCategory },
      `${pointer}/sku`,
      `the outlet has no tax group ${taxCategory}`,
    );
  }
  const combo = part === null ? null : { id: part.combo.id, upcharge: part.upcharge };
  const { discountable } = item;
  const copies = { sku, itemId, name, category, unit, listPrice, priceSteps, modifiers, taxGroup, discountable };
  return { id, ...copies, quantity, combo, note, giftCard, addedAt: at, clock, pointer };
}

function comboOf(
  combo: WantedCombo,
  steps: readonly PriceStep[],
  lines: readonly NewLine[],
  { pieces }: Pieces,
  selling: Selling,
  overrides: PriceOverride[],
): NewCombo {
  const { id, item, asked, chosen } = combo;
  const named = { id, sku: item.sku, name: item.name, quantity: asked.quantity };
  if (chosen.pricing.kind === 'fixed') {
    const price = finalPrice({ listPrice: item.price, priceSteps: steps }, id, asked, selling, overrides);
    return { ...named, pricing: { kind: 'fixed', ...price } };
  }
  if ((asked.unitPrice ?? asked.priceOverride) === undefined) return { ...named, pricing: chosen.pricing };
  const parts = pieces.flatMap(({ part }, index) => {
    const line = lines[index];
    if (part?.combo !== combo || line === undefined) return [];
    return [{ price: regularPriceOf(line.listPrice, line.priceSteps), quantity: part.quantity }];
  });
  const listPrice = partsLess(parts, chosen.pricing.rate, selling.outlet.currency);
  const { priceSteps } = finalPrice({ listPrice, priceSteps: [] }, id, asked, selling, overrides);
  // A price that a person set is a price of its own from then on.
  return { ...named, pricing: priceSteps.length === 0 ? chosen.pricing : { kind: 'fixed', listPrice, priceSteps } };
}
