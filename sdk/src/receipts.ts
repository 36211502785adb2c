import { renderReceiptHtml } from '../../src/modules/orders/domain/receipt-html.js';
import { layoutReceipt } from '../../src/modules/orders/domain/receipt-layout.js';
import {
  columnsOn,
  renderReceiptText,
  type ReceiptColumns,
  type ReceiptPaper,
} from '../../src/modules/orders/domain/receipt-text.js';
import { receiptLanguage } from '../../src/modules/orders/domain/receipt-words.js';
import type { Receipt } from './contract/models.js';
import { qrModules } from './receipts/qr-modules.js';

export { columnsOn, type ReceiptColumns, type ReceiptPaper };

/** A receipt as plain text of 32 or 48 characters a line. It is the text that the service writes. */
export function renderText(receipt: Receipt, columns: ReceiptColumns): string {
  return renderReceiptText(layoutReceipt(receipt), columns);
}

/** A receipt as a whole page of HTML with its QR code, for a browser's print on paper of 58 or 80 mm. */
export function renderHtml(receipt: Receipt, paper: ReceiptPaper): string {
  const title = receipt.receiptNumber ?? receipt.number;
  const language = receiptLanguage(receipt.locale);
  return renderReceiptHtml(layoutReceipt(receipt), { paper, language, title, qr: qrModules });
}
