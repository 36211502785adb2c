import { isCurrency } from '../../../kernel/currencies.js';
import type { Money } from '../../../kernel/money.js';
import type { RefusedField } from '../../../kernel/refusal.js';
import { ALLERGENS } from './item-details.js';
import { problemOfText } from './item-problems.js';
import type { ModifierDetails, ModifierGroupDetails } from './modifier-group.js';

/** How large a group may be. Screens show a tree of choices whole, and a line of a sale checks all of it. */
export const GROUP_MAX = {
  codeLength: 64,
  nameLength: 200,
  modifiers: 100,
  /** Of one modifier. */
  nestedGroups: 5,
  sizes: 20,
  sizeLength: 100,
  allergens: ALLERGENS.length,
  /** Of one modifier in one choice, and of `min`, `max` and `freeQuantity`. */
  quantity: 999,
} as const;

type Report = (pointer: string, message: string) => void;

/** What is wrong with a group by itself, place by place; nothing when it can be kept. Nesting is judged apart. */
export function problemsOfGroup(details: ModifierGroupDetails): RefusedField[] {
  const fields: RefusedField[] = [];
  const report: Report = (pointer, message) => fields.push({ pointer, message });
  reportText(report, '/code', details.code, GROUP_MAX.codeLength);
  reportText(report, '/name', details.name, GROUP_MAX.nameLength);
  if (!isCurrency(details.currency)) report('/currency', 'must be a currency of ISO 4217');
  if (details.modifiers.length === 0) report('/modifiers', 'must have at least one modifier');
  if (details.modifiers.length > GROUP_MAX.modifiers) {
    report('/modifiers', `must have at most ${GROUP_MAX.modifiers} modifiers`);
    return fields;
  }
  reportCounts(report, details);
  const codes = new Set<string>();
  details.modifiers.forEach((modifier, index) => {
    const pointer = `/modifiers/${index}`;
    if (codes.has(modifier.code)) report(`${pointer}/code`, 'must be unique within the group');
    codes.add(modifier.code);
    reportModifier(report, pointer, modifier, details.currency);
  });
  return fields;
}

function reportCounts(report: Report, { min, max, freeQuantity, modifiers }: ModifierGroupDetails): void {
  reportCount(report, '/min', min, 0);
  if (max !== null) reportCount(report, '/max', max, 1);
  if (max !== null && max < min) report('/max', 'must not be below min');
  reportCount(report, '/freeQuantity', freeQuantity, 0);
  const most = modifiers.reduce((total, { maxQuantity }) => total + (maxQuantity ?? GROUP_MAX.quantity), 0);
  if (modifiers.length > 0 && min > most) report('/min', `cannot be reached: at most ${most} can be chosen`);
  const defaults = modifiers.filter((modifier) => modifier.default).length;
  if (max !== null && defaults > max) report('/max', `must not be below the number of defaults, ${defaults}`);
}

function reportModifier(report: Report, pointer: string, modifier: ModifierDetails, currency: string): void {
  reportText(report, `${pointer}/code`, modifier.code, GROUP_MAX.codeLength);
  reportText(report, `${pointer}/name`, modifier.name, GROUP_MAX.nameLength);
  reportPrice(report, `${pointer}/price`, modifier.price, currency);
  const sizes = Object.entries(modifier.prices);
  if (sizes.length > GROUP_MAX.sizes) report(`${pointer}/prices`, `must have at most ${GROUP_MAX.sizes} sizes`);
  for (const [size, price] of sizes.slice(0, GROUP_MAX.sizes)) {
    reportText(report, `${pointer}/prices/${escaped(size)}`, size, GROUP_MAX.sizeLength);
    reportPrice(report, `${pointer}/prices/${escaped(size)}`, price, currency);
  }
  if (modifier.maxQuantity !== null) reportCount(report, `${pointer}/maxQuantity`, modifier.maxQuantity, 1);
  reportCodes(report, `${pointer}/allergens`, modifier.allergens, GROUP_MAX.allergens);
  reportCodes(report, `${pointer}/groups`, modifier.groups, GROUP_MAX.nestedGroups);
}

function reportCodes(report: Report, pointer: string, codes: readonly string[], max: number): void {
  if (codes.length > max) report(pointer, `must have at most ${max} entries`);
  codes.slice(0, max).forEach((code, index) => {
    reportText(report, `${pointer}/${index}`, code, GROUP_MAX.codeLength);
    if (codes.indexOf(code) !== index) report(`${pointer}/${index}`, 'must be there once');
  });
}

function reportText(report: Report, pointer: string, text: string, maxLength: number): void {
  const message = problemOfText(text, maxLength);
  if (message !== undefined) report(pointer, message);
}

function reportPrice(report: Report, pointer: string, price: Money, currency: string): void {
  if (price.currency !== currency) report(`${pointer}/currency`, `must be ${currency}, as all prices of the group`);
}

function reportCount(report: Report, pointer: string, count: number, least: number): void {
  if (Number.isInteger(count) && count >= least && count <= GROUP_MAX.quantity) return;
  report(pointer, `must be a whole number from ${least} to ${GROUP_MAX.quantity}`);
}

/** A member's name as a JSON Pointer writes it. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
