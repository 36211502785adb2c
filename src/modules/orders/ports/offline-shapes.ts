/** Knows what devices may write of what they did: their entries are JSON that no route has checked. */
export interface OfflineShapes {
  /** @throws Refusal `validation_failed` with pointers, `card_data_not_allowed`. */
  assert(kind: string, body: object): void;
}
