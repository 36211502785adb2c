import { moneyDto, type MoneyDto, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { BankDeposit } from '../../domain/bank-deposit.js';
import type { Entry } from '../../domain/drawer-ledger.js';
import type { DrawerEntryResponse } from './session-dtos.js';
import type { DrawerReason, DrawerWord } from './session-requests.js';

export type BankDepositStatus = 'prepared' | 'deposited' | 'confirmed' | 'cancelled';

export interface PrepareDepositRequest {
  id?: Uuid;
  amount: MoneyDto;
  /** What the bag or the slip says. */
  reference?: DrawerWord;
  reason?: DrawerReason;
}

export interface HandInDepositRequest {
  /** Of the bank's slip, where it is another than the bag's. */
  reference?: DrawerWord;
}

export interface ConfirmDepositRequest {
  /** What the bank counted. */
  amount: MoneyDto;
}

export interface CancelDepositRequest {
  reason: DrawerReason;
}

export interface AdjustSafeRequest {
  /** More than nothing, or less. */
  amount: MoneyDto;
  reason: DrawerReason;
}

/** Money on its way from the safe to the bank. */
export interface BankDepositResponse {
  id: Uuid;
  outletId: Uuid;
  amount: MoneyDto;
  reference: string | null;
  status: BankDepositStatus;
  /** What the bank counted, and how much more that is. */
  countedAmount: MoneyDto | null;
  difference: MoneyDto | null;
  preparedAt: Timestamp;
  preparedBy: string;
  depositedAt: Timestamp | null;
  depositedBy: string | null;
  /** When it was confirmed or cancelled. */
  endedAt: Timestamp | null;
  endedBy: string | null;
  /** @isInt */
  version: number;
}

/** What the books say is in the safe, and its entries, newest first. */
export interface SafeResponse {
  outletId: Uuid;
  balance: MoneyDto;
  data: DrawerEntryResponse[];
  nextCursor: string | null;
}

/** A correction of what is in the safe. */
export interface SafeAdjustmentResponse {
  outletId: Uuid;
  amount: MoneyDto;
  reason: string | null;
  actor: string;
  at: Timestamp;
}

/** Shows a deposit. */
export function toDepositResponse(deposit: BankDeposit): BankDepositResponse {
  const { id, outletId, amount, reference, status, preparedAt, preparedBy, deposited, version } = deposit;
  const confirmed = status === 'confirmed' ? deposit : undefined;
  const ended = status === 'confirmed' || status === 'cancelled' ? deposit : undefined;
  return {
    ...{ id, outletId, amount: moneyDto(amount), reference, status, version },
    ...{ countedAmount: confirmed ? moneyDto(confirmed.countedAmount) : null },
    ...{ difference: confirmed ? moneyDto(confirmed.difference) : null },
    ...{ preparedAt: preparedAt.toISOString(), preparedBy },
    ...{ depositedAt: deposited?.at.toISOString() ?? null, depositedBy: deposited?.by ?? null },
    ...{ endedAt: ended?.endedAt.toISOString() ?? null, endedBy: ended?.endedBy ?? null },
  };
}

/** Shows a correction; less than nothing when it took something off. */
export function toAdjustment({ outletId, amount, credit, reason, actor, at }: Entry): SafeAdjustmentResponse {
  const isLess = credit.startsWith('safe:');
  const signed = isLess ? { ...amount, amount: -amount.amount } : amount;
  return { outletId, amount: moneyDto(signed), reason, actor, at: at.toISOString() };
}
