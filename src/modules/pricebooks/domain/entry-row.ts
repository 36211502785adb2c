import type { DigitOverrides } from '../../../kernel/currencies.js';
import { formatDecimal, parseDecimal } from '../../../kernel/decimal.js';
import { fromMajorUnits, toMajorUnits, type MoneyRefusal } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { problemOfSku } from './entry-changes.js';
import { draftOf, effectFrom, problemsOfEffect, type EffectDraft, type Entry } from './price-effect.js';
import type { PricebookRefusal } from './pricebook.js';

/** The columns of a file of entries. */
export const ENTRY_COLUMNS = ['sku', 'kind', 'value', 'currency'] as const;
export type EntryColumn = (typeof ENTRY_COLUMNS)[number];

/** A row of a file: text by column, nothing yet believed. */
export type EntryTexts = Readonly<Record<EntryColumn, string>>;

/** Why a row did not go in. `row` counts from 1, with the header as row 1. */
export interface EntryRowError {
  readonly row: number;
  /** `null` when the row as a whole is bad. */
  readonly column: EntryColumn | null;
  readonly message: string;
}

/** A row of a file: its texts, or what is wrong with it as a whole. */
export type EntryRow = { readonly row: number; readonly texts: EntryTexts } | EntryRowError;

/** What a row must fit. */
export interface RowRules {
  readonly currency: string;
  readonly digits: DigitOverrides;
}

const AMOUNT_MESSAGES: Readonly<Record<MoneyRefusal, string>> = {
  unknown_currency: 'must be in a currency of ISO 4217',
  amount_has_too_many_digits: 'has more digits than its currency',
  amount_out_of_range: 'must be an amount in major units with a point, such as 12.50',
  currency_mismatch: 'must be in one currency',
};

/** Reads one row: a price or amount in major units, a rate in percent. The first thing wrong with it is told. */
export function readEntryRow(fileRow: EntryRow, { currency, digits }: RowRules): Entry | EntryRowError {
  if (!('texts' in fileRow)) return fileRow;
  const { row, texts } = fileRow;
  const reject = (column: EntryColumn, message: string): EntryRowError => ({ row, column, message });
  const skuProblem = problemOfSku(texts.sku);
  if (skuProblem !== undefined) return reject('sku', skuProblem);
  const { kind } = texts;
  if (kind !== 'absolute' && kind !== 'percent' && kind !== 'amount')
    return reject('kind', 'must be absolute, percent or amount');
  if (texts.currency !== currency && !(kind === 'percent' && texts.currency === ''))
    return reject('currency', `must be the pricebook's, ${currency}`);
  const draft = kind === 'percent' ? readRate(texts.value) : readAmount(kind, texts.value, currency, digits);
  if (typeof draft === 'string') return reject('value', draft);
  const [problem] = problemsOfEffect(draft, currency, '');
  return problem === undefined ? { sku: texts.sku, effect: effectFrom(draft) } : reject('value', problem.message);
}

function readRate(text: string): EffectDraft | string {
  const rate = parseDecimal(text);
  return rate === undefined ? 'must be a percentage, such as -20 or 7.5' : { kind: 'percent', amount: null, rate };
}

function readAmount(
  kind: 'absolute' | 'amount',
  text: string,
  currency: string,
  digits: DigitOverrides,
): EffectDraft | string {
  try {
    return { kind, amount: fromMajorUnits(text, currency, digits), rate: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return AMOUNT_MESSAGES[error.code as MoneyRefusal];
  }
}

/** The row of an entry in a file, which reads as the same entry again. */
export function writeEntryRow({ sku, effect }: Entry, { currency, digits }: RowRules): EntryTexts {
  const { kind, amount, rate } = draftOf(effect);
  const value = amount === null ? formatDecimal(rate ?? missing(sku)) : toMajorUnits(amount, digits);
  return { sku, kind, value, currency };
}

function missing(sku: string): never {
  throw new Error(`the entry of ${sku} has no value`);
}

/** A file that cannot be read on. @param row counts from 1. */
export function unreadableFile(row: number, message: string): Refusal<PricebookRefusal> {
  return new Refusal<PricebookRefusal>('pricebook_file_unreadable', { row, reason: message }, [
    { pointer: '', message },
  ]);
}
