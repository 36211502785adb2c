/** Why this module says no. */
export type TenderingRefusal =
  | 'tender_invalid'
  | 'tender_not_found'
  | 'payment_provider_unavailable'
  | 'charge_not_found'
  | 'charge_amount_invalid'
  | 'payment_not_in_doubt'
  | 'unallocated_payment_not_found'
  | 'unallocated_payment_settled'
  | 'unallocated_payment_not_refundable'
  | 'provider_refund_not_found'
  | 'provider_refund_settled'
  | 'payout_not_found'
  | 'payout_invalid';
