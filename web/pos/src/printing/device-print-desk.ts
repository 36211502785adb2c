import type { KeptValues } from '../boot/kept-values.js';
import { BrowserPrinter } from './browser-printer.js';
import { EscPosPrinter } from './escpos-printer.js';
import { keptPrints } from './kept-prints.js';
import { PrintDesk, type FailedPrint } from './print-desk.js';
import { readChoice, type PrinterChoice } from './printer-choice.js';
import type { ByteSink, Printer } from './printer.js';
import { browserSerial, SerialSink } from './serial-sink.js';
import { browserUsb, UsbSink } from './usb-sink.js';

const desks = new WeakMap<KeptValues, PrintDesk>();

/** The print desk of this device: one, so that receipts come out in their order. @param onFailed is told by the first caller. */
export function printDeskOf(kept: KeptValues, onFailed: (failed: FailedPrint) => void): PrintDesk {
  const known = desks.get(kept);
  if (known !== undefined) return known;
  const printer = (): ReturnType<typeof chosenPrinter> => chosenPrinter(kept);
  const desk = new PrintDesk({ printer, now: () => new Date(), shelf: keptPrints(kept), onFailed });
  desks.set(kept, desk);
  return desk;
}

async function chosenPrinter(kept: KeptValues): Promise<{ printer: Printer; drawer: boolean }> {
  const choice = await readChoice(kept);
  return { printer: printerOf(choice), drawer: choice.drawer && choice.way !== 'browser' };
}

function printerOf(choice: PrinterChoice): Printer {
  const { way, paper, codepage, cut } = choice;
  return way === 'browser' ? new BrowserPrinter(paper) : new EscPosPrinter(sinkOf(choice), { paper, codepage, cut });
}

function sinkOf({ way, usb, baudRate }: PrinterChoice): ByteSink {
  return way === 'usb' ? new UsbSink(browserUsb(), usb) : new SerialSink(browserSerial(), baudRate);
}
