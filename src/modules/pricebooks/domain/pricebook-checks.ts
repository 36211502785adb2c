import { minorDigitsOf, type DigitOverrides } from '../../../kernel/currencies.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { problemOfParent, type Family } from './family.js';
import { draftOf, problemsOfEffect } from './price-effect.js';
import { LIMITS, type Pricebook, type PricebookId, type PricebookRefusal, type Terms } from './pricebook.js';
import { normalScope, problemsOfScope, type Scope } from './scope.js';

/** What the tenant has, as far as pricebooks are checked against it. */
export interface Surroundings {
  readonly outlets: ReadonlySet<string>;
  readonly digits: DigitOverrides;
  /** All books that are not archived. */
  readonly family: Family;
  /** Their currencies. */
  readonly currencies: ReadonlyMap<PricebookId, string>;
}

const NAME_MAX = 200;
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/;
const CATEGORY_MAX = 100;
const PRIORITY_MAX = 999;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFD]/u;

/** What is wrong with the words and the descent of a book. */
export function problemsOfBook(
  book: Pick<Pricebook, 'id' | 'code' | 'name' | 'currency' | 'parentId'>,
  { digits, family, currencies }: Surroundings,
): RefusedField[] {
  const { id, code, name, currency, parentId } = book;
  const problems: RefusedField[] = [];
  const report = (pointer: string, message: string): void => void problems.push({ pointer, message });
  if (code !== null && !CODE.test(code))
    report('/code', 'must be 1 to 40 letters, digits, points, hyphens or underscores');
  if (!isText(name, NAME_MAX)) report('/name', `must be printable text of 1 to ${NAME_MAX} characters`);
  if (minorDigitsOf(currency, digits) === undefined)
    report('/currency', 'must be an ISO 4217 code that has minor units');
  if (parentId === null) return problems;
  const problem = problemOfParent(family, id, parentId);
  if (problem !== undefined) report('/parentId', problem);
  else if (currencies.get(parentId) !== currency) report('/parentId', `must be a pricebook in ${currency}`);
  return problems;
}

/** What is wrong with the terms of a version of a book in the currency. */
export function problemsOfTerms(
  { priority, scope, rules }: Terms,
  currency: string,
  known: ReadonlySet<string>,
): RefusedField[] {
  const problems = problemsOfScope(scope, known, '/scope');
  if (!Number.isInteger(priority) || priority < 0 || priority > PRIORITY_MAX) {
    problems.push({ pointer: '/priority', message: `must be a whole number from 0 to ${PRIORITY_MAX}` });
  }
  if (rules.length > LIMITS.rules) problems.push({ pointer: '/rules', message: `must be at most ${LIMITS.rules}` });
  const seen = new Set<string | null>();
  rules.slice(0, LIMITS.rules).forEach(({ category, effect }, index) => {
    const pointer = `/rules/${index}`;
    if (category !== null && !isText(category, CATEGORY_MAX)) {
      problems.push({
        pointer: `${pointer}/category`,
        message: `must be printable text of 1 to ${CATEGORY_MAX} characters`,
      });
    }
    if (seen.has(category)) problems.push({ pointer: `${pointer}/category`, message: 'is there already' });
    seen.add(category);
    problems.push(...problemsOfEffect(draftOf(effect), currency, pointer));
  });
  return problems;
}

/** The one way to write terms: rules by category, the one for everything first. */
export function normalTerms({ priority, scope, rules }: Terms): Terms {
  const byCategory = [...rules].sort((a, b) => compare(a.category ?? '', b.category ?? ''));
  return { priority, scope: normalScope(scope), rules: byCategory };
}

/** @throws Refusal `pricebook_invalid` when there are problems. */
export function assertSound(problems: readonly RefusedField[]): void {
  if (problems.length > 0) throw new Refusal<PricebookRefusal>('pricebook_invalid', {}, problems);
}

/**
 * Whoever acts for some outlets only sets prices there, and nowhere else.
 * @param outlets those that the caller may act for; `undefined` is all.
 * @throws Refusal `pricebook_outlets_restricted`.
 */
export function assertWithinReach(outlets: ReadonlySet<OutletId> | undefined, scope: Scope): void {
  if (outlets === undefined || scope.outletIds?.every((id) => outlets.has(id)) === true) return;
  const message = 'must be outlets that you may act for';
  throw new Refusal<PricebookRefusal>('pricebook_outlets_restricted', {}, [{ pointer: '/scope/outletIds', message }]);
}

/** True for text that can be stored, printed and read. */
export function isText(text: string, lengthMax: number): boolean {
  return text.trim() !== '' && text.length <= lengthMax && !UNPRINTABLE.test(text);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
