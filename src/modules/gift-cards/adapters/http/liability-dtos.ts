import { toMajorUnits } from '../../../../kernel/money.js';
import { moneyDto, type CurrencyCode, type MoneyDto, type Timestamp } from '../../../../platform/http/values.js';
import type { LiabilityRow } from '../../domain/liability.js';
import type { GiftCardKind } from './gift-card-dtos.js';

/** `csv` is the same as sending Accept: text/csv. */
export type LiabilityFormat = 'json' | 'csv';

/** What is owed by cards of one kind and currency. Opening and all that moved in the period add up to the balance. */
export interface GiftCardLiabilityRow {
  currency: CurrencyCode;
  kind: GiftCardKind;
  /**
   * Cards with something on them.
   * @isInt
   */
  openCards: number;
  /** What is on them: the liability. */
  balance: MoneyDto;
  /** The same at the beginning of the period. */
  opening: MoneyDto;
  /**
   * Cards issued in the period.
   * @isInt
   */
  issuedCards: number;
  activated: MoneyDto;
  reloaded: MoneyDto;
  /** Less than zero, like all that goes off cards. */
  redeemed: MoneyDto;
  refunded: MoneyDto;
  reversed: MoneyDto;
  /** Nothing, unless cards of several outlets are concerned and one is asked for. */
  transferred: MoneyDto;
  adjusted: MoneyDto;
  expired: MoneyDto;
  /** What was left on single-use cards when they were used. */
  forfeited: MoneyDto;
  /** Expired and forfeited: what nobody will ask for. */
  breakage: MoneyDto;
}

export interface GiftCardLiabilityResponse {
  at: Timestamp;
  from: Timestamp | null;
  /** By currency, then kind. */
  data: GiftCardLiabilityRow[];
}

export const CSV_MEDIA_TYPE = 'text/csv; charset=utf-8; header=present';

const AMOUNTS = [
  'balance',
  'opening',
  'activated',
  'reloaded',
  'redeemed',
  'refunded',
  'reversed',
  'transferred',
  'adjusted',
  'expired',
  'forfeited',
  'breakage',
] as const;

/** Shows the report. */
export function toLiability(
  { at, from }: { readonly at: Date; readonly from: Date | null },
  rows: readonly LiabilityRow[],
): GiftCardLiabilityResponse {
  return { at: at.toISOString(), from: from?.toISOString() ?? null, data: rows.map(toRow) };
}

/** The same as CSV (RFC 4180): amounts in major units with all their digits. All fields are words of ours and numbers. */
export function liabilityCsv(rows: readonly LiabilityRow[]): string {
  const header = ['currency', 'kind', 'openCards', 'issuedCards', ...AMOUNTS];
  const lines = rows.map((row) => [
    ...[row.currency, row.kind, String(row.openCards), String(row.issuedCards)],
    ...AMOUNTS.map((name) => toMajorUnits(row[name])),
  ]);
  return [header, ...lines].map((fields) => `${fields.join(',')}\r\n`).join('');
}

function toRow({ currency, kind, openCards, issuedCards, ...amounts }: LiabilityRow): GiftCardLiabilityRow {
  const shown = Object.fromEntries(AMOUNTS.map((name) => [name, moneyDto(amounts[name])]));
  return { currency, kind, openCards, issuedCards, ...(shown as Record<(typeof AMOUNTS)[number], MoneyDto>) };
}
