import type { DraftProblems } from './draft-problems.js';
import type { EffectDraft, OfferDraft, SelectorDraft, TierDraft } from './rule-draft.js';

/** The most entries that a list of a selector has, and all selectors of a rule together. */
export const SELECTOR_ENTRIES_MAX = 500;
export const RULE_ENTRIES_MAX = 2_000;
const SKU_LENGTH_MAX = 64;
const CATEGORY_LENGTH_MAX = 100;
const UNITS: readonly [number, number] = [1, 1_000];
const TIERS_MAX = 20;
const PARTS_MAX = 10;

type Member = Exclude<keyof EffectDraft, 'kind'>;

/** What each kind of effect takes; members in brackets may be left out. */
const MEMBERS: Readonly<Record<string, { readonly needs: readonly Member[]; readonly takes?: readonly Member[] }>> = {
  percent_off: { needs: ['rate'] },
  amount_off: { needs: ['amount'] },
  fixed_price: { needs: ['price'] },
  quantity_break: { needs: ['of', 'tiers'] },
  buy_get: { needs: ['buy', 'get', 'rate', 'pick'], takes: ['getSelect'] },
  units_off: { needs: ['units', 'rate'] },
  bundle: { needs: ['parts', 'offer'] },
};

/** All kinds of effects. */
export const EFFECT_KINDS = Object.keys(MEMBERS);

/** Finds what is wrong with an effect: each member by the rules of its kind, and none that its kind does not know. */
export function checkEffect(problems: DraftProblems, effect: EffectDraft, pointer: string): void {
  const members = Object.hasOwn(MEMBERS, effect.kind) ? MEMBERS[effect.kind] : undefined;
  if (members === undefined) {
    problems.add(`${pointer}/kind`, `must be one of: ${EFFECT_KINDS.join(', ')}`);
    return;
  }
  const known = new Set<string>(['kind', ...members.needs, ...(members.takes ?? [])]);
  for (const [member, value] of Object.entries(effect)) {
    if (value !== undefined && !known.has(member)) {
      problems.add(`${pointer}/${member}`, `does not belong to ${effect.kind}`);
    }
  }
  for (const member of members.needs) CHECKS[member](problems, effect, `${pointer}/${member}`);
  for (const member of members.takes ?? []) {
    if (effect[member] !== undefined) CHECKS[member](problems, effect, `${pointer}/${member}`);
  }
}

type Check = (problems: DraftProblems, effect: EffectDraft, pointer: string) => void;

const CHECKS: Readonly<Record<Member, Check>> = {
  rate: (problems, { rate }, pointer) => problems.rate(rate, pointer),
  amount: (problems, { amount }, pointer) => problems.money(amount, pointer),
  price: (problems, { price }, pointer) => problems.money(price, pointer),
  of: (problems, { of }, pointer) => checkWord(problems, of, ['line', 'item', 'selection'], pointer),
  tiers: (problems, { tiers }, pointer) => checkTiers(problems, tiers ?? [], pointer),
  buy: (problems, { buy }, pointer) => problems.whole(buy, UNITS, pointer),
  get: (problems, { get }, pointer) => problems.whole(get, UNITS, pointer),
  pick: (problems, { pick }, pointer) => checkWord(problems, pick, ['cheapest', 'same_item'], pointer),
  getSelect: (problems, { getSelect }, pointer) => checkSelector(problems, getSelect ?? {}, pointer),
  units: (problems, { units }, pointer) => problems.whole(units, UNITS, pointer),
  parts: checkParts,
  offer: (problems, { offer }, pointer) => checkOneOf(problems, offer ?? {}, ['price', 'rate', 'amountOff'], pointer),
};

function checkWord(problems: DraftProblems, word: string | undefined, words: readonly string[], pointer: string): void {
  if (word === undefined || !words.includes(word)) problems.add(pointer, `must be one of: ${words.join(', ')}`);
}

function checkTiers(problems: DraftProblems, tiers: readonly TierDraft[], pointer: string): void {
  if (tiers.length === 0 || tiers.length > TIERS_MAX) problems.add(pointer, `must have 1 to ${TIERS_MAX} tiers`);
  let before = 0n;
  tiers.slice(0, TIERS_MAX).forEach((tier, index) => {
    const from = problems.quantity(tier.from, `${pointer}/${index}/from`);
    if (from > 0n && from <= before) problems.add(`${pointer}/${index}/from`, 'must be above the tier before');
    before = from;
    checkOneOf(problems, tier, ['rate', 'amountOff', 'price'], `${pointer}/${index}`);
  });
}

function checkParts(problems: DraftProblems, { parts = [] }: EffectDraft, pointer: string): void {
  if (parts.length === 0 || parts.length > PARTS_MAX) problems.add(pointer, `must have 1 to ${PARTS_MAX} parts`);
  parts.slice(0, PARTS_MAX).forEach(({ select, quantity }, index) => {
    checkSelector(problems, select, `${pointer}/${index}/select`);
    problems.whole(quantity, UNITS, `${pointer}/${index}/quantity`);
  });
}

/** A rate, an amount or a price: exactly one is to be there. */
function checkOneOf(
  problems: DraftProblems,
  draft: OfferDraft,
  members: readonly (keyof OfferDraft)[],
  pointer: string,
): void {
  if (members.filter((member) => draft[member] !== undefined).length !== 1) {
    problems.add(pointer, `must have exactly one of: ${members.join(', ')}`);
    return;
  }
  if (draft.rate !== undefined) problems.rate(draft.rate, `${pointer}/rate`);
  if (draft.amountOff !== undefined) problems.money(draft.amountOff, `${pointer}/amountOff`);
  if (draft.price !== undefined) problems.money(draft.price, `${pointer}/price`);
}

/** Finds what is wrong with a selector. */
export function checkSelector(problems: DraftProblems, select: SelectorDraft, pointer: string): void {
  for (const member of ['skus', 'categories', 'excludeSkus', 'excludeCategories'] as const) {
    const entries = select[member];
    if (entries === undefined) continue;
    const length = member.endsWith('kus') ? SKU_LENGTH_MAX : CATEGORY_LENGTH_MAX;
    problems.texts(entries, { entries: SELECTOR_ENTRIES_MAX, length }, `${pointer}/${member}`);
  }
}

/** How many entries the selectors of a rule's parts have together. */
export function entriesOf(...selectors: readonly (SelectorDraft | undefined)[]): number {
  const lists = selectors.flatMap((one) => [one?.skus, one?.categories, one?.excludeSkus, one?.excludeCategories]);
  return lists.reduce((sum, list) => sum + (list?.length ?? 0), 0);
}
