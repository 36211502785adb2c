import type { PricingInput } from './basket.js';
import type { Discount } from './discount.js';
import type { DraftLine } from './draft-line.js';
import { hoursAt } from './schedule-hours.js';
import { LineIndex } from './selectors.js';

/** A discount that may have something to do, with the lines that it is about by what never changes: selector, hours, goods. */
export interface Turn {
  readonly discount: Discount;
  /** Discountable lines that the selector matches while the schedule is on. */
  readonly lines: readonly DraftLine[];
}

const NO_LINES: readonly DraftLine[] = [];

/** Who asks which lines a rule is about. */
export class TurnMaker {
  private readonly index: LineIndex;

  constructor(
    private readonly input: PricingInput,
    drafts: readonly DraftLine[],
  ) {
    this.index = new LineIndex(drafts);
  }

  /**
   * The discounts in the order of their turns. Left out are those that are about none of the lines, but for members of a
   * group: the first of a group has its turn whatever it is about.
   */
  turns(): Turn[] {
    const turns: Turn[] = [];
    for (const discount of this.input.discounts) {
      const lines = this.discountable(discount, discount.select);
      if (lines.length > 0 || groupOf(discount) !== null) turns.push({ discount, lines });
    }
    return turns.sort((a, b) => inOrder(a.discount, b.discount));
  }

  /** Discountable lines that a selector of the discount matches while its schedule is on. */
  discountable(discount: Discount, selector: Discount['select']): readonly DraftLine[] {
    const lines = this.scheduled(discount, selector);
    return lines.every(isDiscountable) ? lines : lines.filter(isDiscountable);
  }

  /** All lines that a selector of the discount matches while its schedule is on: what conditions are measured over. */
  scheduled({ schedule, level }: Discount, selector: Discount['select']): readonly DraftLine[] {
    if (schedule === null) return this.index.select(selector);
    if (level === 'order') {
      return hoursAt(schedule, this.input.clock) === undefined ? NO_LINES : this.index.select(selector);
    }
    const lines = this.index.select(selector);
    const isOn = ({ line }: DraftLine): boolean => hoursAt(schedule, line.clock) !== undefined;
    return lines.every(isOn) ? lines : lines.filter(isOn);
  }
}

function isDiscountable({ line }: DraftLine): boolean {
  return line.discountable;
}

/** The group that a promotion is in; what a person gives is in none. */
export function groupOf({ source, exclusiveGroup }: Discount): string | null {
  return source === 'promotion' ? exclusiveGroup : null;
}

/** The order of application (DOMAIN P5), which is the same in any order of entry. */
function inOrder(a: Discount, b: Discount): number {
  if (a.level !== b.level) return a.level === 'line' ? -1 : 1;
  if (a.priority !== b.priority) return a.priority - b.priority;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  if (a.version !== b.version) return (a.version ?? -1) - (b.version ?? -1);
  if (a.code === b.code) return 0;
  if (a.code === null || b.code === null) return a.code === null ? -1 : 1;
  return a.code < b.code ? -1 : 1;
}
