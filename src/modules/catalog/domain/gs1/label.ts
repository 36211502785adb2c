import { checkDigitOf, checkDigitOfFive, checkDigitOfFour, hasCheckDigit } from './check-digit.js';

export const VALUE_CHECK_DIGITS = ['none', 'four', 'five'] as const;

/**
 * How an outlet reads labels that its scales print: thirteen digits that are a prefix, the item's number, perhaps a check digit
 * of the value, the value, and the check digit of all. What GS1 leaves to each country (prefixes 02 and 20 to 29) is a rule here.
 */
export interface LabelRule {
  /** `02`, or `20` to `29`. Twelve digits from a UPC label are read with a zero before them: its `2` is the prefix `02`. */
  readonly prefix: string;
  readonly kind: 'weight' | 'price' | 'count';
  /** How many of the value's digits stand behind the point. */
  readonly decimals: number;
  readonly itemDigits: number;
  readonly valueDigits: number;
  readonly valueCheckDigit: (typeof VALUE_CHECK_DIGITS)[number];
  /** What weights are in. */
  readonly unit: 'kg' | 'g' | 'lb' | 'oz';
}

/** What a label says. */
export interface Label {
  readonly kind: LabelRule['kind'];
  /** The item's number, with the zeros before it. */
  readonly reference: string;
  /** The same label without a value: what some give the item as its barcode. */
  readonly base: string;
  /** In units of the last place. */
  readonly value: bigint;
  readonly decimals: number;
  readonly unit: LabelRule['unit'];
}

export type LabelProblem = 'check_digit' | 'value_check_digit';

const LENGTH = 13;
const IN_STORE = /^(?:02|2\d)\d{11}$/;
const PREFIX = /^(?:02|2\d)$/;

/** The thirteen digits of a code that its scanner may have sent as twelve or as fourteen; `undefined` for any other. */
export function labelDigitsOf(code: string): string | undefined {
  if (!/^\d{12,14}$/.test(code)) return undefined;
  const digits = code.length === LENGTH + 1 && code.startsWith('0') ? code.slice(1) : code.padStart(LENGTH, '0');
  return IN_STORE.test(digits) ? digits : undefined;
}

/** Reads a label by the first rule that has its prefix; `undefined` when none has, or it is no such code at all. */
export function readLabel(code: string, rules: readonly LabelRule[]): Label | LabelProblem | undefined {
  const digits = labelDigitsOf(code);
  const rule = digits === undefined ? undefined : rules.find(({ prefix }) => digits.startsWith(prefix));
  if (digits === undefined || rule === undefined) return undefined;
  if (!hasCheckDigit(digits)) return 'check_digit';
  const { prefix, itemDigits, valueDigits, valueCheckDigit, kind, decimals, unit } = rule;
  const itemEnd = prefix.length + itemDigits;
  const reference = digits.slice(prefix.length, itemEnd);
  const value = digits.slice(LENGTH - 1 - valueDigits, LENGTH - 1);
  if (valueCheckDigit !== 'none') {
    const expected = valueCheckDigit === 'four' ? checkDigitOfFour(value) : checkDigitOfFive(value);
    if (expected !== Number(digits[itemEnd])) return 'value_check_digit';
  }
  const bare = digits.slice(0, itemEnd).padEnd(LENGTH - 1, '0');
  return { kind, reference, base: `${bare}${checkDigitOf(bare)}`, value: BigInt(value), decimals, unit };
}

/** What is wrong with rules, by the pointer of the place; nothing when they can be used. */
export function problemsOfRules(rules: readonly LabelRule[]): { pointer: string; message: string }[] {
  return rules.flatMap((rule, index) => {
    const problems: { pointer: string; message: string }[] = [];
    const add = (member: keyof LabelRule, message: string): void => {
      problems.push({ pointer: `/rules/${index}/${member}`, message });
    };
    const { prefix, decimals, itemDigits, valueDigits, valueCheckDigit } = rule;
    if (!PREFIX.test(prefix)) add('prefix', 'must be 02 or 20 to 29');
    if (rules.findIndex((other) => other.prefix === prefix) !== index) add('prefix', 'has a rule already');
    if (decimals > valueDigits) add('decimals', 'must not be more than the digits of the value');
    const checked = { none: undefined, four: 4, five: 5 }[valueCheckDigit];
    if (checked !== undefined && checked !== valueDigits)
      add('valueDigits', `must be ${checked}: the check digit is defined for that`);
    const length = prefix.length + itemDigits + valueDigits + (checked === undefined ? 0 : 1) + 1;
    if (length !== LENGTH) add('itemDigits', `the label would have ${length} digits instead of ${LENGTH}`);
    return problems;
  });
}
