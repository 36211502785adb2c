/** A callback as it was read, whoever sent it. */
export interface HeardCallback {
  /** Our id of the request, where the provider tells it. */
  readonly requestId: string | null;
  /** The provider's name of the payment, by which it may be found. */
  readonly reference: string | null;
  /** What the customer has as a receipt. */
  readonly receipt: string | null;
  /** The word that the provider's answer to the request gave for its callback. */
  readonly notifyToken: string | null;
  readonly outcome: 'captured' | 'pending' | 'failed';
  /** In major units, as text; `null` when the provider does not tell. */
  readonly amount: string | null;
  /** The amount's currency; `null`: the one that was asked in, or the provider's only one. */
  readonly currency: string | null;
  readonly reason: string | null;
  /** True when who sent it is proven. */
  readonly trusted: boolean;
  readonly payerHint: string | null;
  readonly at: Date | null;
}

/** What a callback says for the payments: as tendering hears it. */
export interface PaymentNotice {
  readonly provider: string;
  readonly noticeId: string | null;
  readonly key: string | null;
  readonly reference: string | null;
  readonly about: 'charge';
  readonly outcome: HeardCallback['outcome'];
  readonly amount: { readonly amount: number; readonly currency: string } | null;
  readonly reason: string | null;
  readonly trusted: boolean;
  readonly payerHint: string | null;
  readonly at: Date;
}
