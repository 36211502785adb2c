import { toMajorUnits } from '../../../../kernel/money.js';
import { moneyDto, type MoneyDto, type Timestamp } from '../../../../platform/http/values.js';
import type { Statement } from '../../domain/statement.js';
import {
  toHouseAccount,
  toRecordedEntry,
  type HouseAccountRecordedEntryResponse,
  type HouseAccountResponse,
} from './house-account-dtos.js';

/** `csv` is the same as sending Accept: text/csv. */
export type StatementFormat = 'json' | 'csv';

/** What is owed at the end, by how long. What was paid or given back settles the oldest first. */
export interface HouseAccountAgeing {
  days0To30: MoneyDto;
  days31To60: MoneyDto;
  days61To90: MoneyDto;
  over90: MoneyDto;
  /** For longer than the account's terms. */
  overdue: MoneyDto;
}

export interface HouseAccountStatementResponse {
  /** As it is now. */
  account: HouseAccountResponse;
  from: Timestamp | null;
  to: Timestamp;
  opening: MoneyDto;
  charged: MoneyDto;
  /** Not above zero, like all that takes off what is owed. */
  refunded: MoneyDto;
  paid: MoneyDto;
  adjusted: MoneyDto;
  /** Opening and all that moved. */
  closing: MoneyDto;
  ageing: HouseAccountAgeing;
  /** Oldest first. */
  entries: HouseAccountRecordedEntryResponse[];
}

export const CSV_MEDIA_TYPE = 'text/csv; charset=utf-8; header=present';

/** Shows a statement. */
export function toStatement(statement: Statement): HouseAccountStatementResponse {
  const { account, period, opening, closing, moved, ageing, entries } = statement;
  return {
    ...{ account: toHouseAccount(account), from: period.from?.toISOString() ?? null, to: period.to.toISOString() },
    ...{ opening: moneyDto(opening), charged: moneyDto(moved.charge), refunded: moneyDto(moved.refund) },
    ...{ paid: moneyDto(moved.payment), adjusted: moneyDto(moved.adjust), closing: moneyDto(closing) },
    ageing: {
      ...{ days0To30: moneyDto(ageing.days0To30), days31To60: moneyDto(ageing.days31To60) },
      ...{ days61To90: moneyDto(ageing.days61To90), over90: moneyDto(ageing.over90) },
      overdue: moneyDto(ageing.overdue),
    },
    entries: entries.map(toRecordedEntry),
  };
}

/** The same as CSV (RFC 4180), a line for each entry between opening and closing; amounts in major units with all their digits. */
export function statementCsv({ period, opening, closing, entries }: Statement): string {
  const { currency } = closing;
  const lines = [
    ['at', 'kind', 'amount', 'balance', 'currency', 'tender', 'reference', 'reason', 'orderId'],
    [period.from?.toISOString() ?? '', 'opening', '', toMajorUnits(opening), currency, '', '', '', ''],
    ...entries.map(({ at, kind, amount, balance, tender, reference, reason, orderId }) => [
      ...[at.toISOString(), kind, toMajorUnits(amount), toMajorUnits(balance), currency],
      ...[tender ?? '', field(reference), field(reason), orderId ?? ''],
    ]),
    [period.to.toISOString(), 'closing', '', toMajorUnits(closing), currency, '', '', '', ''],
  ];
  return lines.map((fields) => `${fields.join(',')}\r\n`).join('');
}

/** What people typed: quoted, and never read as a formula by a spreadsheet. */
function field(text: string | null): string {
  if (text === null) return '';
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
