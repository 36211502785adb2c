/** What a device knows of an order of its own. Amounts are minor units. */
export interface BookedSale {
  readonly orderId: string;
  status: 'open' | 'held' | 'completed' | 'voided' | 'partially_refunded' | 'refunded';
  readonly receiptNumber: string;
  readonly businessDate: string;
  /** The trading day of its last change, which is where it counts. */
  readonly settledOn: string;
  lines: number;
  /** What the kitchen was told to make of them, in thousandths. */
  fired: number;
  total: number;
  tax: number;
  discount: number;
  rounding: number;
  paid: number;
  change: number;
  refunded: number;
  /** The one tender that it was paid with; `null` for several or none. */
  tender: string | null;
}

/** What should be in a drawer. */
export interface BookedSession {
  readonly sessionId: string;
  expected: number;
  /** What was counted at the end; `null`: it is open. */
  counted: number | null;
}

export interface BookedShift {
  readonly shiftId: string;
  ended: boolean;
}

/** A difference that was planted: the entry has to be told of with this cause, once. */
export interface ExpectedConflict {
  readonly entryId: string;
  readonly cause: string;
}

/** An entry that was planted to be disbelieved. */
export interface ExpectedQuarantine {
  readonly entryId: string;
  readonly code: string;
}

/** What a device did, by its own account: what the server has in the end is held against it. */
export class DeviceBook {
  readonly sales = new Map<string, BookedSale>();
  readonly sessions = new Map<string, BookedSession>();
  readonly shifts = new Map<string, BookedShift>();
  readonly conflicts: ExpectedConflict[] = [];
  readonly quarantined: ExpectedQuarantine[] = [];
  /** Entries that the device is right to have, in order. */
  readonly entries: { readonly id: string; readonly kind: string }[] = [];

  constructor(
    readonly deviceId: string,
    readonly outletId: string,
  ) {}

  /** Nothing of this device is believed: it was unlinked before it came back. */
  disbelieve(): void {
    for (const { id } of this.entries) this.quarantined.push({ entryId: id, code: 'device_unlinked' });
    this.conflicts.length = 0;
    for (const kept of [this.sales, this.sessions, this.shifts]) kept.clear();
  }

  /** Whoever did all this had lost their right to anything. */
  doneWithoutRight(): void {
    for (const { id } of this.entries) this.conflicts.push({ entryId: id, cause: 'person_without_right' });
  }
}
