/** One sold line of a past sale, as the file says it. */
export interface PastLine {
  readonly row: number;
  readonly sku: string;
  readonly quantity: string;
  readonly unitPrice: string | undefined;
  /** Where the line stood on the receipt, if the file tells. */
  readonly position: number | undefined;
}

/** One payment of a past sale. */
export interface PastPayment {
  readonly row: number;
  readonly tender: string;
  /** In major units; undefined means: what is due. */
  readonly paid: string | undefined;
}

/** One past sale, gathered from all its rows. */
export interface PastSale {
  readonly orderId: string;
  /** The first row that names it. */
  readonly row: number;
  readonly placedAt: string | undefined;
  readonly date: string | undefined;
  readonly time: string | undefined;
  readonly outlet: string | undefined;
  readonly channel: string | undefined;
  readonly note: string | undefined;
  readonly lines: readonly PastLine[];
  readonly payments: readonly PastPayment[];
}

/** A row that was not imported, and why. The first row after the header is row 2, as a spreadsheet numbers it. */
export interface RejectedRow {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
  readonly orderId: string;
}
