import type { Receipt } from '../../../../sdk/src/contract/models.js';
import { t } from '../messages/translate.js';
import type { PrintDesk } from '../printing/print-desk.js';
import type { Frame } from '../shell/frame.js';

/** Prints without anybody waiting for it. What fails is listed under receipts. */
export function printInBackground(receipt: Receipt, frame: Frame): void {
  void atDesk(
    frame,
    (desk) => desk.print(receipt),
    () => frame.say(t('print.failed')),
  );
}

/** Opens the cash drawer where it hangs on the printer; without anybody waiting for it. It says where one did not open. */
export function openDrawerInBackground(frame: Frame): void {
  const open = async (desk: PrintDesk): Promise<void> => {
    if ((await desk.openDrawer()) === 'failed') frame.say(t('print.drawerShut'));
  };
  // Without that part nobody knows whether there is a drawer: it is opened with its key.
  void atDesk(frame, open, () => undefined);
}

/** Printing comes as a part of its own, when it is first wanted. @param without what is said where it could not be fetched. */
async function atDesk(frame: Frame, use: (desk: PrintDesk) => Promise<unknown>, without: () => void): Promise<void> {
  try {
    await use(await loadPrintDesk(frame));
  } catch (error) {
    without();
    // A part that could not be fetched is tried again next time; anything else is a fault of the program.
    if (!(error instanceof TypeError)) throw error;
  }
}

/** The print desk of this till; it says what could not be printed. */
export async function loadPrintDesk(frame: Frame): Promise<PrintDesk> {
  const { printDeskOf } = await import('../printing/device-print-desk.js');
  return printDeskOf(frame.parts.kept, () => frame.say(t('print.failed')));
}
