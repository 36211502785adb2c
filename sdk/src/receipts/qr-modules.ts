import qrcode from 'qrcode-generator';
import type { QrModules } from '../../../src/modules/orders/domain/receipt-qr.js';

const SMALLEST_THAT_FITS = 0;

/** QR codes of error correction level M. */
export const qrModules: QrModules = (text) => {
  const code = qrcode(SMALLEST_THAT_FITS, 'M');
  code.addData(text);
  code.make();
  const places = Array.from({ length: code.getModuleCount() }, (_, at) => at);
  return places.map((row) => places.map((column) => code.isDark(row, column)));
};
