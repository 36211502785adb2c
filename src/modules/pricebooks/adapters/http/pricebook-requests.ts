import type { OutletId } from '../../../../kernel/ids.js';
import {
  decimalFrom,
  type CurrencyCode,
  type DecimalString,
  type MoneyDto,
  type Timestamp,
  type Uuid,
} from '../../../../platform/http/values.js';
import { money } from '../../../../kernel/money.js';
import { Refusal, type RefusedField } from '../../../../kernel/refusal.js';
import type { CreatePricebookCommand } from '../../application/create-pricebook.js';
import { assertEntries, problemOfSku, type EntryEdits } from '../../domain/entry-changes.js';
import { effectFrom, problemsOfEffect, type EffectDraft, type PriceEffect } from '../../domain/price-effect.js';
import { LIMITS, type Pricebook, type PricebookId, type PricebookRefusal, type Terms } from '../../domain/pricebook.js';
import { EVERYWHERE, type Scope } from '../../domain/scope.js';

/** How a sale reaches the house. */
export type PricebookChannelDto =
  'counter' | 'dine_in' | 'bar_tab' | 'takeaway' | 'delivery' | 'pickup' | 'drive_thru' | 'kiosk' | 'ecommerce';

/** `absolute`: the price; `percent`: a change in percent; `amount`: a change by an amount. */
export type PriceEffectKind = 'absolute' | 'percent' | 'amount';

/**
 * ISO: 1 is Monday, 7 Sunday.
 * @isInt must be an integer
 * @minimum 1
 * @maximum 7
 */
export type PricebookWeekday = number;

/** Hours of some weekdays on the outlet's wall clock. */
export interface PricebookWindow {
  /** @maxItems 7 */
  weekdays: PricebookWeekday[];
  /**
   * Inclusive.
   * @example "17:00"
   */
  from: string;
  /**
   * Exclusive; `24:00` is the end of the day. Not after `from`: the window goes on past midnight.
   * @example "19:00"
   */
  to: string;
}

/** When it applies, by the outlet's wall clock. A window past midnight belongs to the day on which it begins. */
export interface PricebookSchedule {
  /** First day, `YYYY-MM-DD`. */
  startsOn?: string | null;
  /** Last day, `YYYY-MM-DD`. */
  endsOn?: string | null;
  /**
   * None: all day, every day.
   * @maxItems 50
   */
  windows: PricebookWindow[];
}

/** To which sales it applies; what is null or absent is left open. More that is narrowed beats less. */
export interface PricebookScope {
  /** @maxItems 1000 */
  outletIds?: Uuid[] | null;
  /** @maxItems 20 */
  channels?: PricebookChannelDto[] | null;
  /**
   * The guest is in one of them.
   * @maxItems 50
   */
  customerGroups?: string[] | null;
  schedule?: PricebookSchedule | null;
}

/** What is done to prices of a category, or of everything. */
export interface PricebookRule {
  /** Null or absent: everything. */
  category?: string | null;
  kind: PriceEffectKind;
  /** The price of `absolute`, or what `amount` adds. */
  amount?: MoneyDto | null;
  /** Of `percent`: `-20` takes a fifth off. */
  rate?: DecimalString | null;
}

/** What is done to the price of one item. */
export interface PricebookEntry {
  /** @maxLength 64 */
  sku: string;
  kind: PriceEffectKind;
  /** The price of `absolute`, or what `amount` adds. */
  amount?: MoneyDto | null;
  /** Of `percent`: `-20` takes a fifth off. */
  rate?: DecimalString | null;
}

/**
 * Of books that are equally narrow the higher one applies.
 * @isInt must be an integer
 * @minimum 0
 * @maximum 999
 */
export type PricebookPriority = number;

/** A pricebook to be made, and its first draft. */
export interface CreatePricebookRequest {
  /** Your own id for it; it then also serves as the Idempotency-Key. */
  id?: Uuid;
  /**
   * Your own short name, unique among pricebooks that are not archived.
   * @example "happy-hour"
   */
  code?: string | null;
  /** @example "Happy hour" */
  name: string;
  currency: CurrencyCode;
  /** The pricebook that it inherits: that one's step comes first. At most four in a line. */
  parentId?: Uuid | null;
  /** 0 when absent. */
  priority?: PricebookPriority;
  scope?: PricebookScope;
  /** @maxItems 200 */
  rules?: PricebookRule[];
}

/** What is to change; members left out stay. */
export interface ChangePricebookRequest {
  code?: string | null;
  name?: string;
  /** Only before the first release. */
  parentId?: Uuid | null;
}

/** What is to change of the draft; members left out stay, those given are replaced as a whole. */
export interface ChangeDraftRequest {
  priority?: PricebookPriority;
  scope?: PricebookScope;
  /** @maxItems 200 */
  rules?: PricebookRule[];
}

/** All entries that the draft is to have. */
export interface ReplaceEntriesRequest {
  /** @maxItems 5000 */
  entries: PricebookEntry[];
}

/** Entries to set and to take out; all others stay. At most 5,000 together. */
export interface EditEntriesRequest {
  /** @maxItems 5000 */
  set?: PricebookEntry[];
  /**
   * SKUs whose entries are taken out.
   * @maxItems 5000
   */
  remove?: string[];
}

/** With which version's content the draft begins. */
export interface OpenDraftRequest {
  /**
   * Its number; absent, the one in force, or else the last one.
   * @isInt must be an integer
   * @minimum 1
   * @maximum 1000000
   */
  from?: number;
}

/** When the draft comes into force. */
export interface PublishPricebookRequest {
  /** Not in the past; absent or null is now. */
  publishAt?: Timestamp | null;
}

/** Which version's content is to be in force again. */
export interface RollBackPricebookRequest {
  /**
   * @isInt must be an integer
   * @minimum 1
   * @maximum 1000000
   */
  to: number;
}

/** Reads a pricebook that is to be made. @throws Refusal `pricebook_invalid`. */
export function creationFrom(body: CreatePricebookRequest): CreatePricebookCommand {
  const { id, code = null, name, currency, parentId = null, priority = 0, scope = {}, rules = [] } = body;
  return {
    id: id as PricebookId | undefined,
    ...{ code, name, currency, parentId: parentId as PricebookId | null },
    terms: { priority, scope: scopeFrom(scope), rules: rulesFrom(rules, currency) },
  };
}

/** Reads changes of a book: exactly the members that were sent. */
export function bookChangesFrom(body: ChangePricebookRequest): Partial<Pick<Pricebook, 'code' | 'name' | 'parentId'>> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => (value as unknown) !== undefined));
}

/** Reads changes of a draft. @throws Refusal `pricebook_invalid` when a rule has not the value that its kind needs. */
export function termChangesFrom({ priority, scope, rules }: ChangeDraftRequest): Partial<Terms> {
  return {
    ...(priority === undefined ? {} : { priority }),
    ...(scope === undefined ? {} : { scope: scopeFrom(scope) }),
    ...(rules === undefined ? {} : { rules: rulesFrom(rules, undefined) }),
  };
}

/** Reads edits of entries for a book. @throws Refusal `pricebook_entries_invalid`. */
export function editsFrom({ set = [], remove = [] }: EditEntriesRequest, name: 'set' | 'entries') {
  return ({ currency }: Pricebook): EntryEdits => {
    const problems: RefusedField[] = [];
    if (set.length + remove.length > LIMITS.editedAtOnce) {
      problems.push({ pointer: '', message: `must be at most ${LIMITS.editedAtOnce} together` });
    }
    const edits = new Map<string, PriceEffect | null>();
    const named = (sku: string, pointer: string): void => {
      const problem = edits.has(sku) ? 'is there twice' : problemOfSku(sku);
      if (problem !== undefined) problems.push({ pointer, message: problem });
    };
    set.forEach((entry, index) => {
      const pointer = `/${name}/${index}`;
      named(entry.sku, `${pointer}/sku`);
      const draft = effectDraftFrom(entry, pointer);
      const wrong = problemsOfEffect(draft, currency, pointer);
      problems.push(...wrong);
      if (wrong.length === 0) edits.set(entry.sku, effectFrom(draft));
    });
    remove.forEach((sku, index) => {
      named(sku, `/remove/${index}`);
      edits.set(sku, null);
    });
    assertEntries(problems);
    return edits;
  };
}

function scopeFrom(dto: PricebookScope): Scope {
  const { outletIds = null, channels = null, customerGroups = null, schedule = null } = dto;
  return { ...EVERYWHERE, outletIds: outletIds as OutletId[] | null, channels, customerGroups, schedule };
}

/** @param currency of the book; `undefined` where it is checked later, with the book at hand. */
function rulesFrom(rules: readonly PricebookRule[], currency: string | undefined): Terms['rules'] {
  const drafts = rules.map((rule, index) => effectDraftFrom(rule, `/rules/${index}`));
  const problems = drafts.flatMap((draft, index) =>
    problemsOfEffect(draft, currency ?? draft.amount?.currency ?? '', `/rules/${index}`),
  );
  if (problems.length > 0) throw new Refusal<PricebookRefusal>('pricebook_invalid', {}, problems);
  return drafts.map((draft, index) => ({ category: rules[index]?.category ?? null, effect: effectFrom(draft) }));
}

function effectDraftFrom({ kind, amount, rate }: Omit<PricebookRule, 'category'>, pointer: string): EffectDraft {
  return {
    kind,
    amount: amount == null ? null : money(amount.amount, amount.currency),
    rate: rate == null ? null : decimalFrom(rate, `${pointer}/rate`),
  };
}
