import type { Tx } from '../../../kernel/transaction.js';
import type { ChosenComponent, SelectedCombo } from '../domain/combo-choice.js';
import type { ModifierChoice, SelectedModifier } from '../domain/modifier-choice.js';

/** What is chosen with items and within combos, checked and priced; `CatalogFacade` says more. */
export interface ItemChoices {
  /** One list for each choice, in order. */
  modifiers(
    tx: Tx,
    currency: string,
    choices: readonly ModifierChoice[],
  ): Promise<readonly (readonly SelectedModifier[])[]>;
  combo(tx: Tx, sku: string, chosen: readonly ChosenComponent[], pointer: string): Promise<SelectedCombo>;
}
