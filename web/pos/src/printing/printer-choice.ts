import type { EscPosOptions } from '../../../../sdk/src/escpos.js';
import type { ReceiptPaper } from '../../../../sdk/src/receipts.js';
import type { KeptValues } from '../boot/kept-values.js';

export const WAYS = ['browser', 'usb', 'serial'] as const;
export type PrinterWay = (typeof WAYS)[number];

/** By which a printer that was allowed once is known again. */
export interface UsbMark {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber: string | null;
  readonly name: string;
}

/** How this device prints. */
export interface PrinterChoice {
  readonly way: PrinterWay;
  readonly paper: ReceiptPaper;
  readonly codepage: EscPosOptions['codepage'];
  readonly cut: EscPosOptions['cut'];
  /** Whether cash opens the drawer. */
  readonly drawer: boolean;
  readonly usb: UsbMark | null;
  /** Bits a second of the serial port. */
  readonly baudRate: number;
}

export const FIRST_CHOICE: PrinterChoice = {
  way: 'browser',
  paper: 80,
  codepage: 'pc858',
  cut: 'partial',
  drawer: true,
  usb: null,
  baudRate: 9_600,
};

const KEY = 'printer';

/** What was chosen on this device; where nothing was, the browser's own print. */
export async function readChoice(kept: Pick<KeptValues, 'get'>): Promise<PrinterChoice> {
  return { ...FIRST_CHOICE, ...(await kept.get<Partial<PrinterChoice>>(KEY)) };
}

/** Keeps a choice over restarts and updates. @returns what holds now. */
export async function changeChoice(
  kept: Pick<KeptValues, 'change'>,
  next: Partial<PrinterChoice>,
): Promise<PrinterChoice> {
  const now = await kept.change<Partial<PrinterChoice>>(KEY, (value) => ({ ...value, ...next }));
  return { ...FIRST_CHOICE, ...now };
}
