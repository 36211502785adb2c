import { add, isSameMoney, negate, toMajorUnits, type Money } from '../../../kernel/money.js';
import type { Receipt, ReceiptLine, ReceiptTax } from './receipt.js';
import { receiptWords, tenderName, type FiscalWords, type ReceiptWords } from './receipt-words.js';

/** One piece of a printed receipt. Outputs decide what `mark`, `heading` and `total` look like; `total` is the largest. */
export type ReceiptBlock =
  | { readonly kind: 'mark' | 'heading' | 'centred' | 'detail'; readonly text: string }
  | { readonly kind: 'row' | 'total' | 'fiscal'; readonly left: string; readonly right: string }
  /** At least 25 mm wide, error correction level M (UX.md §9). */
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'rule' };

/** What a tax authority's seal adds to a receipt: the five elements of DOMAIN.md. */
export interface FiscalElements {
  readonly number: string;
  readonly authorityId: string;
  readonly authorisationCode: string;
  /** On the outlet's wall clock. */
  readonly localTime: string;
  /** What its QR code says, such as an address at which it is verified. */
  readonly qr: string;
}

const RULE: ReceiptBlock = { kind: 'rule' };

/** How a receipt is written: the words and the decimal mark of its locale. */
interface Style {
  readonly words: ReceiptWords;
  readonly amount: (value: Money) => string;
}

/**
 * Lays a receipt out, in the order of UX.md §9: seller and tax number, number and time, lines, discounts, taxes, total,
 * tenders, change, fiscal elements, QR. Every output renders these blocks.
 * @param fiscal of a receipt that is sealed; its QR code takes the place of the receipt's number.
 */
export function layoutReceipt(receipt: Receipt, fiscal: FiscalElements | null = null): ReceiptBlock[] {
  const style = { words: receiptWords(receipt.locale), amount: amountWriter(receipt) };
  const marks = receipt.marks.map((mark): ReceiptBlock => ({ kind: 'mark', text: style.words.marks[mark] }));
  return [
    ...marks,
    ...sellerBlocks(receipt, style),
    RULE,
    ...numberBlocks(receipt, style),
    RULE,
    ...linesBlocks(receipt.lines, style),
    RULE,
    ...sumBlocks(receipt, style),
    { kind: 'total', left: `${style.words.total} ${receipt.currency}`, right: style.amount(receipt.totals.total) },
    ...tenderBlocks(receipt, style),
    ...(receipt.seller.receiptFooter === null ? [] : [RULE, centred(receipt.seller.receiptFooter)]),
    ...(fiscal === null ? [] : [RULE, ...fiscalBlocks(fiscal, style.words.fiscal)]),
    ...qrBlocks(fiscal?.qr ?? numberOf(receipt)),
    ...marks,
  ];
}

/** The number by which a guest's receipt is found again: what the device gave it, else the order's. */
function numberOf({ receiptNumber, number }: Receipt): string {
  return receiptNumber ?? number;
}

// On a device the order has no number yet: the receipt's stands in its place.
function numberBlocks(receipt: Receipt, { words }: Style): ReceiptBlock[] {
  const { number, receiptNumber, localTime } = receipt;
  const first: ReceiptBlock = { kind: 'row', left: number === '' ? numberOf(receipt) : number, right: localTime };
  if (number === '' || receiptNumber === null) return [first];
  return [first, { kind: 'row', left: `${words.receipt} ${receiptNumber}`, right: '' }];
}

function qrBlocks(text: string): ReceiptBlock[] {
  return text === '' ? [] : [{ kind: 'qr', text }];
}

function fiscalBlocks(fiscal: FiscalElements, words: FiscalWords): ReceiptBlock[] {
  const { number, authorityId, authorisationCode, localTime } = fiscal;
  return [
    { kind: 'fiscal', left: words.number, right: number },
    { kind: 'fiscal', left: words.authority, right: authorityId },
    { kind: 'fiscal', left: words.authorisation, right: authorisationCode },
    { kind: 'fiscal', left: words.sealedAt, right: localTime },
  ];
}

// Digits are those that every printer has, and so is their decimal mark.
function amountWriter({ locale, currency, minorDigits }: Receipt): Style['amount'] {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn', minimumFractionDigits: 1 }).formatToParts(0);
  const mark = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  return (value) => toMajorUnits(value, { [currency]: minorDigits }).replace('.', mark);
}

function sellerBlocks({ seller }: Receipt, { words }: Style): ReceiptBlock[] {
  const blocks: ReceiptBlock[] = [{ kind: 'heading', text: seller.name }];
  blocks.push(...seller.addressLines.map(centred));
  if (seller.taxNumber !== null) blocks.push(centred(`${words.taxNumber} ${seller.taxNumber}`));
  if (seller.receiptHeader !== null) blocks.push(centred(seller.receiptHeader));
  return blocks;
}

function linesBlocks(lines: readonly ReceiptLine[], style: Style): ReceiptBlock[] {
  return lines.flatMap((line, index) => {
    const { combo } = line;
    const opens = combo !== null && lines[index - 1]?.combo?.id !== combo.id;
    return [...(opens ? [comboBlock(combo, lines, style)] : []), ...lineBlocks(line, style)];
  });
}

/** What a combo comes to; its parts stand below it with their shares. */
function comboBlock(
  { id, name, quantity }: NonNullable<ReceiptLine['combo']>,
  lines: readonly ReceiptLine[],
  { amount }: Style,
): ReceiptBlock {
  const gross = lines.filter((line) => line.combo?.id === id).map((line) => line.gross);
  const [first, ...others] = gross;
  const whole = first === undefined ? '' : amount(others.reduce(add, first));
  return { kind: 'row', left: quantity === '1' ? name : `${quantity} x ${name}`, right: whole };
}

function lineBlocks(line: ReceiptLine, { words, amount }: Style): ReceiptBlock[] {
  const counted = line.unit === 'each';
  const quantity = counted ? line.quantity : `${line.quantity} ${line.unit}`;
  const single = line.quantity === '1' && counted;
  const blocks: ReceiptBlock[] = [];
  if (line.combo !== null) {
    const name = single ? line.name : `${quantity} x ${line.name}`;
    blocks.push({ kind: 'detail', text: `${name}: ${amount(line.gross)}` });
  } else {
    blocks.push({ kind: 'row', left: line.name, right: amount(line.gross) });
    if (!single) blocks.push({ kind: 'detail', text: `${quantity} x ${amount(line.unitPrice)}` });
  }
  blocks.push(...line.modifiers.map((modifier) => modifierBlock(modifier, amount)));
  if (line.giftCard !== null) blocks.push({ kind: 'detail', text: `${words.giftCard} …${line.giftCard}` });
  if (line.note !== null) blocks.push({ kind: 'detail', text: line.note });
  return blocks;
}

function modifierBlock(
  { name, quantity, price }: ReceiptLine['modifiers'][number],
  amount: Style['amount'],
): ReceiptBlock {
  const chosen = quantity === 1 ? name : `${quantity} x ${name}`;
  const sign = price.amount > 0 ? '+' : '';
  return { kind: 'detail', text: price.amount === 0 ? `+ ${chosen}` : `+ ${chosen} ${sign}${amount(price)}` };
}

function sumBlocks({ totals, taxes, discounts, taxExemption }: Receipt, style: Style): ReceiptBlock[] {
  const { words, amount } = style;
  const blocks: ReceiptBlock[] = [];
  const row = (left: string, value: Money): void => {
    if (value.amount !== 0) blocks.push({ kind: 'row', left, right: amount(value) });
  };
  if (!isSameMoney(totals.subtotal, totals.total)) row(words.subtotal, totals.subtotal);
  for (const { name, code, amount: off } of discounts) row(code === null ? name : `${name} (${code})`, negate(off));
  row(words.serviceCharge, totals.serviceCharge);
  for (const tax of taxes) blocks.push(...taxBlocks(tax, style));
  if (taxExemption !== null) blocks.push({ kind: 'detail', text: `${words.exempt}: ${taxExemption}` });
  row(words.tip, totals.tip);
  row(words.surcharge, totals.surcharge);
  row(words.rounding, totals.rounding);
  return blocks;
}

function taxBlocks({ name, rate, mode, base, amount: value }: ReceiptTax, { words, amount }: Style): ReceiptBlock[] {
  const left = `${mode === 'inclusive' ? `${words.included} ` : ''}${name} ${rate}%`;
  return [
    { kind: 'row', left, right: amount(value) },
    { kind: 'detail', text: `${words.taxedOn} ${amount(base)}` },
  ];
}

function tenderBlocks({ status, payments, refunds, totals }: Receipt, { words, amount }: Style): ReceiptBlock[] {
  const blocks: ReceiptBlock[] = [];
  const row = (left: string, value: Money): void => void blocks.push({ kind: 'row', left, right: amount(value) });
  for (const payment of payments) {
    row(tenderName(payment.tender, words), payment.amount);
    if (payment.reference !== null) blocks.push({ kind: 'detail', text: payment.reference });
  }
  if (totals.change.amount !== 0) row(words.change, totals.change);
  // A voided order asks for nothing any more, though its totals keep what it would have come to.
  if (totals.due.amount !== 0 && status !== 'voided') row(words.due, totals.due);
  for (const refund of refunds) row(`${words.refund} ${refund.localTime}`, negate(refund.amount));
  return blocks;
}

function centred(text: string): ReceiptBlock {
  return { kind: 'centred', text };
}
