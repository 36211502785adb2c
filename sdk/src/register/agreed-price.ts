import { decimal, formatDecimal } from '../../../src/kernel/decimal.js';
import type { Money } from '../../../src/kernel/money.js';
import type { LineModifier, PriceStep } from '../../../src/modules/orders/domain/pricing/basket.js';

/** A step of a price as JSON has it. */
export type AgreedStep =
  | Exclude<PriceStep, { readonly kind: 'percent' }>
  | (Omit<Extract<PriceStep, { readonly kind: 'percent' }>, 'rate'> & { readonly rate: string });

/** What one item of a line was told to cost: the line's own, or a part of a combo. */
export interface AgreedPart {
  readonly sku: string;
  readonly listPrice: Money;
  readonly openPrice: boolean;
  readonly steps: readonly AgreedStep[];
  /** What was chosen, as a text; other choices have other prices. */
  readonly choice: string;
  readonly modifiers: readonly LineModifier[];
  /** What the choice costs extra in a combo; `null` outside. */
  readonly upcharge: Money | null;
}

/** What a combo was told to cost: a price of its own, or so many percent off its parts. */
export type AgreedCombo =
  { readonly listPrice: Money; readonly steps: readonly AgreedStep[] } | { readonly percentOff: string };

/**
 * What the guest was told that a line costs, in JSON, so that it can be kept with the draft. Later price books leave it alone; for
 * another item, in another channel and for another customer it says nothing.
 */
export interface AgreedPrice {
  /** The price book that it is of. */
  readonly bookRevision: string;
  readonly sku: string;
  readonly channel: string;
  readonly customerId: string | null;
  readonly parts: readonly AgreedPart[];
  /** `null`: the line is none. */
  readonly combo: AgreedCombo | null;
}

/** Steps as JSON has them. */
export function writtenSteps(steps: readonly PriceStep[]): AgreedStep[] {
  return steps.map((step) => (step.kind === 'percent' ? { ...step, rate: formatDecimal(step.rate) } : step));
}

/** Steps as the engine takes them. @throws RangeError for a rate that is none. */
export function readSteps(steps: readonly AgreedStep[]): PriceStep[] {
  return steps.map((step) => (step.kind === 'percent' ? { ...step, rate: decimal(step.rate) } : step));
}
