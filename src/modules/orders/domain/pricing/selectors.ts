import type { Selector } from './discount.js';
import type { DraftLine } from './draft-line.js';

/** Up to here a look through a list is quicker than a set. */
const SHORT = 8;
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** True when the selector is about the line (docs/pricing.md, section 3). An empty list counts as not given. */
export function matches(selector: Selector, draft: DraftLine): boolean {
  const { skus, categories } = selector;
  const { sku, category } = draft.line;
  const named = isGiven(skus) || isGiven(categories);
  if (named && !isIn(skus, sku) && !isIn(categories, category)) return false;
  return isLeftIn(selector, draft);
}

/** Finds the lines that selectors are about, by SKU and category: most rules of a house are about none of a basket. */
export class LineIndex {
  private readonly bySku = new Map<string, DraftLine[]>();
  private readonly byCategory = new Map<string, DraftLine[]>();

  constructor(private readonly all: readonly DraftLine[]) {
    for (const draft of all) {
      enter(this.bySku, draft.line.sku, draft);
      enter(this.byCategory, draft.line.category, draft);
    }
  }

  /** The lines that the selector is about, in the order of the basket. */
  select(selector: Selector): readonly DraftLine[] {
    const found = this.named(selector);
    if (found.length === 0 || isPlain(selector)) return found;
    return found.filter((draft) => isLeftIn(selector, draft));
  }

  private named({ skus, categories }: Selector): readonly DraftLine[] {
    const keys = (skus?.length ?? 0) + (categories?.length ?? 0);
    if (keys === 0) return this.all;
    if (keys > SHORT) return this.all.filter(({ line }) => isIn(skus, line.sku) || isIn(categories, line.category));
    const found: (readonly DraftLine[])[] = [];
    for (const sku of skus ?? NO_KEYS) collect(found, this.bySku.get(sku));
    for (const category of categories ?? NO_KEYS) collect(found, this.byCategory.get(category));
    return found.length < 2 ? (found[0] ?? NONE) : united(found);
  }
}

const NONE: readonly DraftLine[] = [];
const NO_KEYS: readonly string[] = [];

function enter(index: Map<string, DraftLine[]>, key: string, draft: DraftLine): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [draft]);
  else known.push(draft);
}

function collect(found: (readonly DraftLine[])[], lines: readonly DraftLine[] | undefined): void {
  if (lines !== undefined) found.push(lines);
}

/** In the order of the basket, each once: a line can be found by its SKU and by its category. */
function united(found: readonly (readonly DraftLine[])[]): readonly DraftLine[] {
  const all = found.flat().sort((a, b) => a.index - b.index);
  return all.filter((draft, position) => draft !== all[position - 1]);
}

/** Excludes nothing that `named` finds. */
function isPlain({ excludeSkus, excludeCategories, lineIds, comboParts }: Selector): boolean {
  return comboParts && !isGiven(excludeSkus) && !isGiven(excludeCategories) && !isGiven(lineIds);
}

function isLeftIn({ excludeSkus, excludeCategories, lineIds, comboParts }: Selector, { line }: DraftLine): boolean {
  if (!comboParts && line.combo !== null) return false;
  if (isIn(excludeSkus, line.sku) || isIn(excludeCategories, line.category)) return false;
  return !isGiven(lineIds) || isIn(lineIds, line.lineId);
}

function isGiven(list: readonly string[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

function isIn(list: readonly string[] | undefined, value: string): boolean {
  if (list === undefined) return false;
  if (list.length <= SHORT) return list.includes(value);
  let set = sets.get(list);
  if (set === undefined) sets.set(list, (set = new Set(list)));
  return set.has(value);
}
