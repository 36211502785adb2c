import {
  DRAWER_KICK,
  renderReceiptEscPos,
  type EscPosOptions,
} from '../../src/modules/orders/domain/receipt-escpos.js';
import { layoutReceipt } from '../../src/modules/orders/domain/receipt-layout.js';
import type { Receipt } from './contract/models.js';

export type { EscPosOptions } from '../../src/modules/orders/domain/receipt-escpos.js';
export type { CodePage } from '../../src/modules/orders/domain/code-pages.js';

/** A receipt as the bytes of a thermal printer that speaks ESC/POS. */
export function renderEscPos(receipt: Receipt, options: EscPosOptions): Uint8Array {
  return renderReceiptEscPos(layoutReceipt(receipt), options);
}

/** The bytes that open the cash drawer plugged into a printer, without printing. */
export function drawerKick(): Uint8Array {
  return Uint8Array.from(DRAWER_KICK);
}
