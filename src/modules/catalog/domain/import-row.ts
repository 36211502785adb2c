import type { DigitOverrides } from '../../../kernel/currencies.js';
import { isCurrency } from '../../../kernel/currencies.js';
import { fromMajorUnits, type Money, type MoneyRefusal } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { readMore, type MoreMembers } from './import-more.js';
import { newDetails, type ItemDetails, type NewItem } from './item-details.js';
import { problemsOfItem } from './item-problems.js';

/** The columns of an import, as API.md fixes them. */
export const IMPORT_COLUMNS = [
  'sku',
  'name',
  'category',
  'price',
  'currency',
  'taxCategory',
  'barcode',
  'unit',
  'active',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** A row as a file has it: text by column, nothing yet believed. */
export type RowTexts = Readonly<Record<ImportColumn, string>>;

/** Why a row did not go in. `row` counts from 1, with the header of a CSV file as row 1, as a spreadsheet numbers it. */
export interface RowError {
  readonly row: number;
  /** `null` when the row as a whole is bad. */
  readonly column: keyof ItemDetails | ImportColumn | null;
  readonly message: string;
}

/** A row of a file: its texts, or what is wrong with it as a whole. */
export type FileRow =
  | {
      readonly row: number;
      readonly texts: RowTexts;
      /** Members that only JSON files have, as they were parsed. */
      readonly more?: MoreMembers;
    }
  | { readonly row: number; readonly column: ImportColumn | null; readonly message: string };

/** A row that can go in. */
export interface ImportRow {
  readonly row: number;
  /** What the row says; of what it leaves out, an item that is there keeps what it has. */
  readonly item: NewItem;
}

const DEFAULT_UNIT = 'each';
const YES = new Set(['', 'true', '1', 'yes']);
const NO = new Set(['false', '0', 'no']);

const PRICE_MESSAGES: Readonly<Record<MoneyRefusal, string>> = {
  unknown_currency: 'must be in a currency of ISO 4217',
  amount_has_too_many_digits: 'has more digits than its currency',
  amount_out_of_range: 'must be an amount in major units with a point, such as 12.50',
  currency_mismatch: 'must be in one currency',
};

/** Reads one row of a file. The first thing wrong with each column is told. */
export function readRow(row: FileRow, digits: DigitOverrides): ImportRow | readonly RowError[] {
  if (!('texts' in row)) return [row];
  const { texts, row: number } = row;
  const errors: RowError[] = [];
  const reject = (column: keyof ItemDetails | ImportColumn, message: string): void => {
    errors.push({ row: number, column, message });
  };
  const price = isCurrency(texts.currency) ? readPrice(texts, digits) : undefined;
  if (price === undefined) reject('currency', 'must be a currency of ISO 4217, such as USD');
  if (typeof price === 'string') reject('price', price);
  const active = readActive(texts.active);
  if (active === undefined) reject('active', 'must be true, false, 1, 0, yes or no');
  const money = typeof price === 'object' ? price : { amount: 0, currency: 'XXX' };
  const { said, problems } = readMore(row.more ?? {});
  for (const { member, message } of problems) reject(member, message);
  const item: NewItem = {
    sku: texts.sku,
    name: texts.name,
    category: texts.category,
    price: money,
    taxCategory: texts.taxCategory,
    barcode: texts.barcode === '' ? null : texts.barcode,
    unit: texts.unit === '' ? DEFAULT_UNIT : texts.unit,
    active: active ?? false,
    ...said,
  };
  for (const { member, message } of problemsOfItem(newDetails(item))) {
    if (member !== 'price' || typeof price === 'object') reject(member, message);
  }
  return errors.length > 0 ? errors : { row: number, item };
}

function readPrice({ price, currency }: RowTexts, digits: DigitOverrides): Money | string {
  try {
    return fromMajorUnits(price, currency, digits);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return PRICE_MESSAGES[error.code as MoneyRefusal];
  }
}

function readActive(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

/** The file cannot be read on from here; the message is for the person who sent it. */
export class UnreadableFile extends Error {
  constructor(
    message: string,
    readonly row: number,
  ) {
    super(message);
    this.name = 'UnreadableFile';
  }
}
