import type { QrModules } from '../../domain/receipt-qr.js';
import type { ReceiptDocument } from '../../ports/receipt-renders.js';
import { drawReceipt } from './receipt-drawing.js';

/** Renders a receipt as a PDF of one page. Written by hand, in fonts that every reader has, uncompressed. */
export function receiptPdf({ blocks, paper, language, title }: ReceiptDocument, qr: QrModules): Uint8Array {
  const { width, height, commands } = drawReceipt(blocks, paper, qr);
  const fonts = ['Courier', 'Courier-Bold'].map(
    (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`,
  );
  return assembled([
    `<< /Type /Catalog /Pages 2 0 R /Lang (${language}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ` +
      '/Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> /Contents 6 0 R >>',
    ...fonts,
    `<< /Length ${commands.length} >>\nstream\n${commands}\nendstream`,
    `<< /Title (${title.replaceAll(/[^\w-]/g, '')}) /Producer (pos-service) >>`,
  ]);
}

const CATALOG = 1;

/** Puts the objects into a file; the last one says what the document is. One byte a character, so that lengths are counts. */
function assembled(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `<< /Size ${objects.length + 1} /Root ${CATALOG} 0 R /Info ${objects.length} 0 R >>`;
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
