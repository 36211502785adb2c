import { parseDecimal, DECIMAL_ONE } from '../../../kernel/decimal.js';
import type { RefusedField } from '../../../kernel/refusal.js';
import type { ComboChoice, ComboDefinition, ComboPricing, ComboSlot, PartItem } from './combo.js';
import { problemOfText, TEXT_MAX } from './item-problems.js';

/** How large a combo may be. */
export const COMBO_MAX = {
  slots: 20,
  /** Of one slot. */
  choices: 100,
  /** Of one slot. */
  quantity: 99,
  codeLength: 64,
  nameLength: 200,
} as const;

const HUNDRED_PERCENT = 100n * DECIMAL_ONE;

type Report = (pointer: string, message: string) => void;

/** What is wrong with a combo by itself, place by place; nothing when it can be kept. */
export function problemsOfCombo({ pricing, slots }: ComboDefinition, currency: string): RefusedField[] {
  const fields: RefusedField[] = [];
  const report: Report = (pointer, message) => fields.push({ pointer, message });
  reportPricing(report, pricing);
  if (slots.length === 0) report('/slots', 'must have at least one slot');
  if (slots.length > COMBO_MAX.slots) report('/slots', `must have at most ${COMBO_MAX.slots} slots`);
  slots.slice(0, COMBO_MAX.slots).forEach((slot, index) => {
    const pointer = `/slots/${index}`;
    if (slots.findIndex(({ code }) => code === slot.code) !== index) report(`${pointer}/code`, 'must be there once');
    reportSlot(report, pointer, slot, currency);
  });
  return fields;
}

/** What is wrong with the items that a combo names. Categories may be empty: they fill as items come. */
export function problemsOfComboParts({ slots }: ComboDefinition, parts: ReadonlyMap<string, PartItem>): RefusedField[] {
  return slots.flatMap(({ choices }, at) =>
    choices.flatMap(({ sku }, index): RefusedField[] => {
      if (sku === null) return [];
      const pointer = `/slots/${at}/choices/${index}/sku`;
      const part = parts.get(sku);
      if (part === undefined) return [{ pointer, message: 'is no item of this business' }];
      return canBePart(part)
        ? []
        : [{ pointer, message: `must not be a ${part.kind === 'combo' ? 'combo' : 'gift card'}` }];
    }),
  );
}

/** True for goods: a combo in a combo has no price of its own, and what a gift card is worth cannot be allocated. */
export function canBePart({ kind }: Pick<PartItem, 'kind'>): boolean {
  return kind === 'product';
}

function reportPricing(report: Report, { kind, rate }: ComboPricing): void {
  if (kind === 'fixed') {
    if (rate !== null) report('/pricing/rate', 'must be absent where the price is fixed');
    return;
  }
  const value = rate === null ? undefined : parseDecimal(rate);
  if (value === undefined || value < 0n || value > HUNDRED_PERCENT) {
    report('/pricing/rate', 'must be a percentage from 0 to 100, as a decimal string');
  }
}

function reportSlot(report: Report, pointer: string, slot: ComboSlot, currency: string): void {
  const { code, name, min, max, choices } = slot;
  reportText(report, `${pointer}/code`, code, COMBO_MAX.codeLength);
  reportText(report, `${pointer}/name`, name, COMBO_MAX.nameLength);
  reportCount(report, `${pointer}/min`, min, 0);
  reportCount(report, `${pointer}/max`, max, 1);
  if (max < min) report(`${pointer}/max`, 'must not be below min');
  if (choices.length === 0) report(`${pointer}/choices`, 'must have at least one choice');
  if (choices.length > COMBO_MAX.choices)
    report(`${pointer}/choices`, `must have at most ${COMBO_MAX.choices} choices`);
  const defaults = choices.filter((choice) => choice.default).length;
  if (defaults > max) report(`${pointer}/choices`, `must not have more defaults than max, ${max}`);
  choices.slice(0, COMBO_MAX.choices).forEach((choice, index) => {
    const same = choices.findIndex((other) => other.sku === choice.sku && other.category === choice.category);
    if (same !== index) report(`${pointer}/choices/${index}`, 'must be there once');
    reportChoice(report, `${pointer}/choices/${index}`, choice, currency);
  });
}

function reportChoice(report: Report, pointer: string, choice: ComboChoice, currency: string): void {
  const { sku, category, upcharge } = choice;
  if ((sku === null) === (category === null)) report(pointer, 'must have either sku or category');
  if (sku !== null) reportText(report, `${pointer}/sku`, sku, TEXT_MAX.sku);
  if (category !== null) reportText(report, `${pointer}/category`, category, TEXT_MAX.category);
  if (sku === null && choice.default) report(`${pointer}/default`, 'must be false for a category');
  if (upcharge.amount < 0) report(`${pointer}/upcharge/amount`, 'must not be negative');
  if (upcharge.currency !== currency)
    report(`${pointer}/upcharge/currency`, `must be ${currency}, as the price of the combo`);
}

function reportText(report: Report, pointer: string, text: string, maxLength: number): void {
  const message = problemOfText(text, maxLength);
  if (message !== undefined) report(pointer, message);
}

function reportCount(report: Report, pointer: string, count: number, least: number): void {
  if (Number.isInteger(count) && count >= least && count <= COMBO_MAX.quantity) return;
  report(pointer, `must be a whole number from ${least} to ${COMBO_MAX.quantity}`);
}
