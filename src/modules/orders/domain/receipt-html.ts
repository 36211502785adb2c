import type { ReceiptBlock } from './receipt-layout.js';
import { darkRuns, QR_MARGIN, QR_MIN_MM, type QrModules } from './receipt-qr.js';
import type { ReceiptPaper } from './receipt-text.js';

/** Nothing is fetched and nothing runs. */
export const RECEIPT_HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What thermal printers reach of a roll, in millimetres. */
const PRINTED_MM = { 58: 48, 80: 72 } as const;

/** How a receipt is made a page. */
export interface ReceiptPage {
  readonly paper: ReceiptPaper;
  /** Of its words, as BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly qr: QrModules;
}

/** Renders a receipt as a page that needs nothing else, as wide as the paper. Names stand in their own direction. */
export function renderReceiptHtml(blocks: readonly ReceiptBlock[], page: ReceiptPage): string {
  return [
    '<!doctype html>',
    `<html lang="${escaped(page.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(page.title)}</title>`,
    `<style>${styleFor(page.paper)}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...blocks.map((block) => blockHtml(block, page.qr)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function styleFor(paper: ReceiptPaper): string {
  return `
@page { size: ${paper}mm auto; margin: 0; }
body { background: #fff; color: #000; font: ${paper === 58 ? 11 : 12}px/1.3 system-ui, sans-serif; margin: 0; }
main { font-variant-numeric: tabular-nums; margin: 0 auto; overflow-wrap: anywhere; padding: 2mm 0; width: ${PRINTED_MM[paper]}mm; }
div, h1 { font-size: 1em; font-weight: 400; margin: 0; }
h1 { font-size: 1.4em; font-weight: 700; text-align: center; }
.mark { border: 2px solid; font-size: 1.4em; font-weight: 700; letter-spacing: 0.1em; margin: 1mm 0; text-align: center; }
.centred, .qr { text-align: center; }
.detail { padding-inline-start: 3mm; }
.row { column-gap: 2mm; display: flex; flex-wrap: wrap; justify-content: space-between; }
.row > :nth-child(2) { margin-inline-start: auto; text-align: end; }
.row > :first-child:not(:last-child) { flex: 1 1 40%; }
.row > .amount { white-space: nowrap; }
.total { border-block: 2px solid; font-size: 1.8em; font-weight: 700; margin: 1mm 0; }
hr { border: 0; border-top: 1px dashed #000; margin: 1mm 0; }
svg { display: inline-block; }
`;
}

function blockHtml(block: ReceiptBlock, qr: QrModules): string {
  switch (block.kind) {
    case 'heading':
      return `<h1 dir="auto">${escaped(block.text)}</h1>`;
    case 'mark':
    case 'centred':
    case 'detail':
      return `<div class="${block.kind}" dir="auto">${escaped(block.text)}</div>`;
    case 'row':
    case 'total':
      return rowHtml(block, 'amount');
    case 'fiscal':
      return rowHtml(block, 'code');
    case 'rule':
      return '<hr>';
    case 'qr':
      return `<div class="qr">${qrSvg(block.text, qr)}</div>`;
  }
}

interface TwoSides {
  readonly kind: string;
  readonly left: string;
  readonly right: string;
}

function rowHtml({ kind, left, right }: TwoSides, side: 'amount' | 'code'): string {
  const sides = [
    `<bdi>${escaped(left)}</bdi>`,
    ...(right === '' ? [] : [`<bdi class="${side}">${escaped(right)}</bdi>`]),
  ];
  return `<div class="${kind === 'row' ? 'row' : `row ${kind}`}">${sides.join(' ')}</div>`;
}

/** Drawn in modules, with the quiet zone around what is to be 25 mm wide. */
function qrSvg(text: string, qr: QrModules): string {
  const modules = qr(text);
  const side = modules.length + 2 * QR_MARGIN;
  const millimetres = ((QR_MIN_MM * side) / modules.length).toFixed(2);
  const path = modules.flatMap((row, y) =>
    darkRuns(row).map(({ from, length }) => `M${from + QR_MARGIN} ${y + QR_MARGIN}h${length}v1h-${length}z`),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(text)}" width="${millimetres}mm" ` +
    `height="${millimetres}mm" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${path.join('')}"/></svg>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
