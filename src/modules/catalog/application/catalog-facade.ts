import type { WallClock } from '../../../kernel/business-time.js';
import type { Decimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { ChosenComponent, SelectedCombo } from '../domain/combo-choice.js';
import type { Item } from '../domain/item.js';
import type { ModifierChoice, SelectedModifier } from '../domain/modifier-choice.js';
import type { AvailabilityQuestion } from '../domain/offer.js';

export type { ChosenComponent, SelectedCombo, SelectedPart } from '../domain/combo-choice.js';
export type { ChosenModifier, ModifierChoice, SelectedModifier } from '../domain/modifier-choice.js';
export type { AvailabilityQuestion } from '../domain/offer.js';

/** An item as a sale needs it, frozen. Whoever sells it looks at `active`. */
export type SellableItem = Omit<Item, 'version' | 'deletedAt'>;

/**
 * What other modules may ask about items, within their own transaction. Answers are never older than the transaction; those
 * known already cost no round trip. Ask before changing items in the same transaction.
 */
export abstract class CatalogFacade {
  /** The items there are among the SKUs, active or not; one that is unknown or deleted is absent. */
  abstract sellables(tx: Tx, skus: readonly string[]): Promise<ReadonlyMap<string, SellableItem>>;
  /** The item that carries the barcode. */
  abstract byBarcode(tx: Tx, barcode: string): Promise<SellableItem | undefined>;
  /**
   * Checks choices against the groups of their items and prices them: one list for each question. Defaults are taken where
   * nothing of a group is chosen. Asked for all lines that have groups or choices; others cost nothing.
   * @throws Refusal `modifier_unknown`, `modifier_ambiguous`, `modifier_not_available`, `modifier_required`,
   * `too_many_modifiers`, each with its pointer; `currency_mismatch` when a group is priced in another currency.
   */
  abstract modifiers(
    tx: Tx,
    currency: string,
    choices: readonly ModifierChoice[],
  ): Promise<readonly (readonly SelectedModifier[])[]>;
  /**
   * Checks what was chosen for a combo. `component` of a part is its index among the chosen, `null` for what is always in it.
   * @throws Refusal `combo_not_defined`, `combo_slot_unknown`, `combo_slot_incomplete`, `combo_slot_overfull`,
   * `combo_component_unknown`, each with its pointer.
   */
  abstract combo(tx: Tx, sku: string, chosen: readonly ChosenComponent[], pointer: string): Promise<SelectedCombo>;
  /**
   * Refuses what is not on offer at this outlet, channel and time, and takes what is counted down from its count.
   * @param take false for a quote: looks, and takes nothing.
   * @throws Refusal `item_not_available` (its facts name the item and why), `item_sold_out` (and how many are left).
   */
  abstract offer(
    tx: Tx,
    place: { readonly outletId: OutletId; readonly channel: string; readonly clock: WallClock },
    questions: readonly AvailabilityQuestion[],
    take: boolean,
  ): Promise<void>;
  /** Puts back on the count what a removed line or a voided order had taken. */
  abstract putBack(
    tx: Tx,
    outletId: OutletId,
    lines: readonly { readonly sku: string; readonly quantity: Decimal }[],
  ): Promise<void>;
}
