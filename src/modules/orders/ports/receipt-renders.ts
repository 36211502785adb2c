import type { ReceiptBlock } from '../domain/receipt-layout.js';
import type { QrModules } from '../domain/receipt-qr.js';
import type { ReceiptPaper } from '../domain/receipt-text.js';

/** What a receipt is as a document of pages. */
export interface ReceiptDocument {
  readonly blocks: readonly ReceiptBlock[];
  readonly paper: ReceiptPaper;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
}

/** Renders receipts where that takes more than the receipt itself. */
export interface ReceiptRenders {
  readonly qr: QrModules;
  /** One page as wide as the paper and as long as it needs. The same receipt is the same bytes. */
  pdf(document: ReceiptDocument): Uint8Array;
}
