import type { Receipt } from '../../../../sdk/src/contract/models.js';
import { renderHtml, type ReceiptPaper } from '../../../../sdk/src/receipts.js';
import { PrintFailed, type Printer } from './printer.js';

const FRAME_ID = 'receipt-frame';

/** The printers of the system, through the browser's own print, from a frame that nobody sees. It cannot open a drawer. */
export class BrowserPrinter implements Printer {
  constructor(private readonly paper: ReceiptPaper) {}

  async print(receipt: Receipt): Promise<void> {
    // The last one stays until now: the browser may still have been reading it.
    document.getElementById(FRAME_ID)?.remove();
    const frame = await hiddenFrame(renderHtml(receipt, this.paper));
    const { contentWindow } = frame;
    if (contentWindow === null) throw new PrintFailed('refused');
    contentWindow.print();
  }

  async openDrawer(): Promise<void> {
    throw new PrintFailed('unsupported');
  }
}

function hiddenFrame(html: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.id = FRAME_ID;
  frame.title = FRAME_ID;
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  Object.assign(frame.style, {
    position: 'fixed',
    width: '0',
    height: '0',
    border: '0',
    insetInlineEnd: '0',
    bottom: '0',
  });
  frame.srcdoc = html;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame), { once: true });
    document.body.append(frame);
  });
}
