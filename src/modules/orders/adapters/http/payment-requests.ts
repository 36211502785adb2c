import type { DecimalString, MoneyDto, Uuid } from '../../../../platform/http/values.js';

/**
 * @minLength 1
 * @maxLength 200
 */
export type ReasonText = string;

/**
 * A reference of another system, such as a customer's or table's id.
 * @minLength 1
 * @maxLength 100
 */
export type ReferenceText = string;

/**
 * A way of paying; the outlet lists what it accepts.
 * @pattern ^[a-z][a-z0-9_]{0,39}$ must be lower case letters, digits and underscores
 * @example "cash"
 */
export type TenderName = string;

/**
 * The code of a gift card or voucher, as typed or scanned.
 * @minLength 4
 * @maxLength 64
 */
export type CardCode = string;

/** The card that pays. */
export interface GiftCardRequest {
  code: CardCode;
}

/** The house account that pays. */
export interface HouseAccountRequest {
  /** Its number. */
  account: ReferenceText;
}

/** Who pays, as far as a provider must know. Card numbers are never sent here. */
export interface PayerRequest {
  /**
   * With mobile money: international, digits only.
   * @pattern ^[1-9]\d{6,14}$ must be an international number, digits only
   * @example "254700000001"
   */
  phone?: string;
  /** A token that the provider gave for a card. */
  token?: ReferenceText;
  /** The terminal that reads the card. */
  terminal?: ReferenceText;
}

/** Money received, or to be collected by the tender's provider. */
export interface PaymentRequest {
  /** Yours, if you want to name the payment; it can be used once, ever. */
  id?: Uuid;
  tender: TenderName;
  /** As tendered, without the tender's surcharge: cash may exceed what is due, nothing else may. */
  amount: MoneyDto;
  /** The terminal's or provider's reference. Never a card number. */
  reference?: ReferenceText | null;
  /** With the tenders `gift_card` and `voucher`. Its code is not stored; the payment's reference shows its last four characters. */
  giftCard?: GiftCardRequest;
  /** With a house account that is not of the order's customer. */
  houseAccount?: HouseAccountRequest;
  payer?: PayerRequest;
  /** True: take it though another payment under way may still come. What is then paid too much is listed as unallocated. */
  acceptDoubt?: boolean;
}

/** A payment on an order that exists. */
export interface AddPaymentRequest extends PaymentRequest {
  /** The open drawer session that takes it. */
  drawerSessionId?: Uuid;
  /** With a tender that a provider collects: complete the order as soon as nothing is due. */
  completeWhenPaid?: boolean;
}

/** Why a payment is given back before the order is settled. */
export interface ReturnPaymentRequest {
  /** Yours, if you want to name the return; it can be used once, ever. */
  id?: Uuid;
  reason: ReasonText;
  /** The open drawer session that pays cash out. */
  drawerSessionId?: Uuid;
  /** The approval of a second person, where the caller may not alone. */
  approvalId?: Uuid;
}

/** A tip that was added to a card payment after it was authorised. */
export interface AdjustTipRequest {
  /** The order's tip, all of it, as it shall be. */
  tip: MoneyDto;
  reason?: ReasonText;
}

/** Why an order is given up. */
export interface VoidRequest {
  reason: ReasonText;
  /** The approval of a second person, where the caller may not alone. */
  approvalId?: Uuid;
}

/** How much of a line comes back, or of a combo with all its parts. */
export interface RefundLineRequest {
  lineId: Uuid;
  quantity: DecimalString;
}

/** Goods taken back (`lines`), or money given back without goods (`amount`): exactly one of them. */
export interface RefundRequest {
  /** Yours, if you want to name the refund; it can be used once, ever. */
  id?: Uuid;
  /**
   * @minItems 1
   * @maxItems 500
   */
  lines?: RefundLineRequest[];
  amount?: MoneyDto;
  reason: ReasonText;
  /** Where the money goes; defaults to where it came from. Another tender takes the permission orders:refund_other_tender. */
  tender?: TenderName;
  /** The open drawer session that pays cash out; it need not be the one that took it. */
  drawerSessionId?: Uuid;
  /** The approval of a second person, where the caller may not alone. */
  approvalId?: Uuid;
}
