/** What the operator must know of the deliveries; telemetry gives it a body. */
export interface DeliveryObserver {
  /** A try is over. @param reason a word: `answered`, or why there was no answer. */
  tried(outcome: 'delivered' | 'retry' | 'parked' | 'gone', reason: string, seconds: number): void;
  endpointDisabled(reason: 'gone' | 'failing'): void;
  /** Something of our own went wrong. What was in hand is taken up again when its lease ends. */
  failed(what: string, error: unknown): void;
}
