/** How a queue stands: all that a bar about being offline needs. */
export interface QueueStatus {
  /** Entries that the server has not settled. */
  readonly pending: number;
  /** When the oldest of them was made. */
  readonly oldestAt: Date | null;
  /** Why the last try to send broke off; `null` once one went through. */
  readonly lastError: { readonly code: string; readonly detail: string; readonly at: Date } | null;
  /** While entries are on their way. */
  readonly sending: { readonly done: number; readonly total: number } | null;
  /** Entries that the server refused and nobody has acknowledged. */
  readonly refused: number;
  /** When the queue was last found empty, or was emptied. */
  readonly lastSyncAt: Date | null;
  /** The device has no room: nothing can be sold offline. */
  readonly full: boolean;
}
