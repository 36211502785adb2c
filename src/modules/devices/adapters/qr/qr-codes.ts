import qrcode from 'qrcode-generator';
import type { QrCodes } from '../../ports/qr-codes.js';

/** Quiet zone of the standard, in modules, and how large one is drawn. */
const MARGIN = 4;
const MODULE_PX = 8;
const SMALLEST_THAT_FITS = 0;

/** QR codes as SVG, error correction level M (UX §9). */
export class SvgQrCodes implements QrCodes {
  svg(text: string): string {
    const code = qrcode(SMALLEST_THAT_FITS, 'M');
    code.addData(text);
    code.make();
    return code.createSvgTag({ cellSize: MODULE_PX, margin: MARGIN * MODULE_PX, scalable: true });
  }
}
