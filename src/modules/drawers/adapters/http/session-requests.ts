import type { MoneyDto, Uuid } from '../../../../platform/http/values.js';
import type { DrawerDeviceName, DrawerMoreUnits, DrawerPersonId } from './drawer-dtos.js';

/**
 * Why; kept in the ledger and told in the event.
 * @minLength 1
 * @maxLength 200
 * @example "change for the weekend"
 */
export type DrawerReason = string;

/**
 * @minLength 1
 * @maxLength 100
 */
export type DrawerWord = string;

/** So many of one coin or note. */
export interface CountedPiecesDto {
  denomination: DrawerMoreUnits;
  /**
   * @isInt
   * @minimum 0
   * @maximum 1000000
   */
  count: number;
}

/** What was counted: by coins and notes, or the sum; one of both. */
export interface DrawerCountRequest {
  /**
   * @minItems 1
   * @maxItems 50
   */
  denominations?: CountedPiecesDto[];
  counted?: MoneyDto;
}

export interface OpenDrawerRequest {
  id?: Uuid;
  /** What is put in. When absent: what the last session left in the drawer, else the outlet's usual float. */
  float?: MoneyDto;
  /**
   * The same by coins and notes.
   * @minItems 1
   * @maxItems 50
   */
  denominations?: CountedPiecesDto[];
  trayId?: Uuid | null;
  deviceId?: DrawerDeviceName | null;
  /** The caller when absent; another takes `drawers:move`. */
  cashierId?: DrawerPersonId;
}

export interface DrawerSkimRequest {
  amount: MoneyDto;
  reason?: DrawerReason;
  /** What the bag says. */
  bag?: DrawerWord;
  /** Of a second person, where one is needed. */
  approvalId?: Uuid;
}

export interface DrawerPaidInRequest {
  amount: MoneyDto;
  reason: DrawerReason;
  category?: DrawerWord;
  receiptReference?: DrawerWord;
  approvalId?: Uuid;
}

export interface DrawerPaidOutRequest {
  amount: MoneyDto;
  reason: DrawerReason;
  /**
   * What for; `petty_cash` is a kind of its own.
   * @pattern ^[a-z][a-z0-9_]{0,49}$ must be lower case letters, digits and underscores
   * @example "petty_cash"
   */
  category: string;
  /** Of the receipt that was handed in. */
  receiptReference: DrawerWord;
  approvalId?: Uuid;
}

export interface DrawerTipOutRequest {
  amount: MoneyDto;
  person: DrawerPersonId;
  reason: DrawerReason;
  approvalId?: Uuid;
}

export interface DrawerNoSaleRequest {
  reason: DrawerReason;
  approvalId?: Uuid;
}

export interface DrawerTransferRequest {
  toSessionId: Uuid;
  amount: MoneyDto;
  reason: DrawerReason;
  approvalId?: Uuid;
}

export interface DrawerHandoverRequest {
  /** Who has the drawer from now on. */
  cashierId: DrawerPersonId;
  /** Where it is counted. */
  count?: DrawerCountRequest;
}

export interface DrawerSwapTrayRequest {
  /** Null takes the tray out. */
  trayId: Uuid | null;
  count: DrawerCountRequest;
}

export interface CloseDrawerRequest {
  /**
   * @minItems 1
   * @maxItems 50
   */
  denominations?: CountedPiecesDto[];
  counted?: MoneyDto;
  /** What of it is left in the drawer for the next session; nothing when absent. */
  keepAsFloat?: MoneyDto;
}

export interface DrawerVarianceVerdictRequest {
  reason: DrawerReason;
  approvalId?: Uuid;
}
