import type { Refunding } from '../paying/refunding.js';
import type { Till } from '../till.js';

/** What receipts say of themselves: `T1-000123`, or an address that ends with it. No barcode of an item looks so. */
const RECEIPT = /^(?:https?:\/\/\S+\/)?[A-Z][A-Z0-9]{0,15}-\d{3,9}\/?$/i;

/** Whether a code that nothing is sold by is the number of a receipt. */
export function namesReceipt(code: string): boolean {
  return RECEIPT.test(code.trim());
}

/** Opens the refund of the sale that a scanned receipt is of. The basket stays as it is. */
export async function openScannedReceipt(till: Till, code: string): Promise<void> {
  till.sound('good');
  till.go('refund');
  await (await loadRefunding(till))?.find(code);
}

/** `undefined` where its part could not be fetched: the screen is of the same part, and says so. */
async function loadRefunding(till: Till): Promise<Refunding | undefined> {
  try {
    return (await import('../paying/refunding.js')).refundingOf(till);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
