/** Who pays, as far as a provider must know. Card numbers never come here. */
export interface Payer {
  /** International, digits only: `254700000001`. With mobile money. */
  readonly phone?: string;
  /** A token that the provider gave for a card. */
  readonly token?: string;
  /** The terminal that the card is read by. */
  readonly terminal?: string;
}
