import { isCurrency } from '../../../kernel/currencies.js';
import { DECIMAL_ONE, DECIMAL_ZERO, parseDecimal, type Decimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';
import type { RefusedField } from '../../../kernel/refusal.js';

// Control characters, halves of surrogate pairs, and the mark that decoders leave where the bytes were not UTF-8.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFD]/u;
const HUNDRED = DECIMAL_ONE * 100n;

/** True for text of one line that people can read. */
export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

/** Gathers what is wrong with a draft, place by place, while it is walked through. */
export class DraftProblems {
  readonly fields: RefusedField[] = [];
  private currency: string | undefined;

  add(pointer: string, message: string): void {
    this.fields.push({ pointer, message });
  }

  /** A name or a code of 1 to `max` printable characters. */
  text(value: string, max: number, pointer: string): void {
    if (value.trim() === '') this.add(pointer, 'must not be empty');
    else if (value.length > max) this.add(pointer, `must have at most ${max} characters`);
    else if (!isPrintable(value)) this.add(pointer, 'must be printable text in UTF-8');
  }

  /** A list that says something: one that is empty could be read as all and as nothing. */
  texts(values: readonly string[], limits: { entries: number; length: number }, pointer: string): void {
    if (values.length === 0) this.add(pointer, 'must not be empty: leave it out where all are meant');
    if (values.length > limits.entries) this.add(pointer, `must have at most ${limits.entries} entries`);
    else values.forEach((value, index) => this.text(value, limits.length, `${pointer}/${index}`));
    if (new Set(values).size !== values.length) this.add(pointer, 'must name each once');
  }

  /** A whole number within bounds, both inclusive. */
  whole(value: number | undefined, [min, max]: readonly [number, number], pointer: string): void {
    if (value === undefined) this.add(pointer, 'is required');
    else if (!Number.isInteger(value) || value < min || value > max) {
      this.add(pointer, `must be a whole number from ${min} to ${max}`);
    }
  }

  /** A percentage from 0 to 100. */
  rate(value: string | undefined, pointer: string): void {
    if (value === undefined) {
      this.add(pointer, 'is required');
      return;
    }
    const rate = parseDecimal(value);
    if (rate === undefined || rate < 0n || rate > HUNDRED) this.add(pointer, 'must be a percentage from 0 to 100');
  }

  /** A quantity above zero. */
  quantity(value: string, pointer: string): Decimal {
    const quantity = parseDecimal(value);
    if (quantity === undefined || quantity <= 0n) this.add(pointer, 'must be a quantity above zero');
    return quantity ?? DECIMAL_ZERO;
  }

  /** Whole minor units, not negative, all of one currency throughout the draft. */
  money(value: Money | undefined, pointer: string, min: 0 | 1 = 0): void {
    if (value === undefined) {
      this.add(pointer, 'is required');
      return;
    }
    if (!Number.isSafeInteger(value.amount) || value.amount < min) {
      this.add(`${pointer}/amount`, min === 0 ? 'must not be negative' : 'must be above zero');
    }
    if (!isCurrency(value.currency)) this.add(`${pointer}/currency`, 'must be an ISO 4217 code that has minor units');
    else if (value.currency !== (this.currency ??= value.currency)) {
      this.add(`${pointer}/currency`, `must be ${this.currency}, as the other amounts are`);
    }
  }
}
