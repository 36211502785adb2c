import { add, isSameMoney, negate, toMajorUnits, type Money } from '../../../kernel/money.js';
import type { OutletFacts, Receipt, ReceiptLine, ReceiptTax } from './receipt.js';

/** One piece of a printed receipt. Outputs decide what `mark`, `heading` and `total` look like; `total` is the largest. */
export type ReceiptBlock =
  | { readonly kind: 'mark' | 'heading' | 'centred' | 'detail'; readonly text: string }
  | { readonly kind: 'row' | 'total'; readonly left: string; readonly right: string }
  | { readonly kind: 'rule' };

const RULE: ReceiptBlock = { kind: 'rule' };

/**
 * Lays a receipt out, in the order of UX.md §9: seller and tax number, number and time, lines, discounts, taxes, total,
 * tenders, change. Every output renders these blocks.
 */
export function layoutReceipt(
  receipt: Receipt,
  outlet: Pick<OutletFacts, 'locale' | 'digitOverrides'>,
): ReceiptBlock[] {
  const amount = amountWriter(outlet);
  return [
    ...receipt.marks.map((text): ReceiptBlock => ({ kind: 'mark', text })),
    ...sellerBlocks(receipt),
    RULE,
    { kind: 'row', left: receipt.number, right: receipt.localTime },
    RULE,
    ...linesBlocks(receipt.lines, amount),
    RULE,
    ...sumBlocks(receipt, amount),
    { kind: 'total', left: `TOTAL ${receipt.currency}`, right: amount(receipt.totals.total) },
    ...tenderBlocks(receipt, amount),
    ...(receipt.seller.receiptFooter === null ? [] : [RULE, centred(receipt.seller.receiptFooter)]),
    ...receipt.marks.map((text): ReceiptBlock => ({ kind: 'mark', text })),
  ];
}

type AmountWriter = (value: Money) => string;

function amountWriter({ locale, digitOverrides }: Pick<OutletFacts, 'locale' | 'digitOverrides'>): AmountWriter {
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(0);
  const mark = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  return (value) => toMajorUnits(value, digitOverrides).replace('.', mark);
}

function sellerBlocks({ seller }: Receipt): ReceiptBlock[] {
  const blocks: ReceiptBlock[] = [{ kind: 'heading', text: seller.name }];
  blocks.push(...seller.addressLines.map(centred));
  if (seller.taxNumber !== null) blocks.push(centred(`Tax no. ${seller.taxNumber}`));
  if (seller.receiptHeader !== null) blocks.push(centred(seller.receiptHeader));
  return blocks;
}

function linesBlocks(lines: readonly ReceiptLine[], amount: AmountWriter): ReceiptBlock[] {
  return lines.flatMap((line, index) => {
    const { combo } = line;
    const opens = combo !== null && lines[index - 1]?.combo?.id !== combo.id;
    return [...(opens ? [comboBlock(combo, lines, amount)] : []), ...lineBlocks(line, amount)];
  });
}

/** What a combo comes to; its parts stand below it with their shares. */
function comboBlock(
  { id, name, quantity }: NonNullable<ReceiptLine['combo']>,
  lines: readonly ReceiptLine[],
  amount: AmountWriter,
): ReceiptBlock {
  const gross = lines.filter((line) => line.combo?.id === id).map((line) => line.gross);
  const [first, ...others] = gross;
  const whole = first === undefined ? '' : amount(others.reduce(add, first));
  return { kind: 'row', left: quantity === '1' ? name : `${quantity} x ${name}`, right: whole };
}

function lineBlocks(line: ReceiptLine, amount: AmountWriter): ReceiptBlock[] {
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
  blocks.push(...line.modifiers.map((modifier): ReceiptBlock => modifierBlock(modifier, amount)));
  if (line.giftCard !== null) blocks.push({ kind: 'detail', text: `Card …${line.giftCard}` });
  if (line.note !== null) blocks.push({ kind: 'detail', text: line.note });
  return blocks;
}

function modifierBlock(
  { name, quantity, price }: ReceiptLine['modifiers'][number],
  amount: AmountWriter,
): ReceiptBlock {
  const chosen = quantity === 1 ? name : `${quantity} x ${name}`;
  const sign = price.amount > 0 ? '+' : '';
  return { kind: 'detail', text: price.amount === 0 ? `+ ${chosen}` : `+ ${chosen} ${sign}${amount(price)}` };
}

function sumBlocks({ totals, taxes, discounts, taxExemption }: Receipt, amount: AmountWriter): ReceiptBlock[] {
  const blocks: ReceiptBlock[] = [];
  const row = (left: string, value: Money): void => {
    if (value.amount !== 0) blocks.push({ kind: 'row', left, right: amount(value) });
  };
  if (!isSameMoney(totals.subtotal, totals.total)) row('Subtotal', totals.subtotal);
  for (const { name, code, amount: off } of discounts) row(code === null ? name : `${name} (${code})`, negate(off));
  row('Service charge', totals.serviceCharge);
  for (const tax of taxes) blocks.push(...taxBlocks(tax, amount));
  if (taxExemption !== null) blocks.push({ kind: 'detail', text: `Exempt from tax: ${taxExemption}` });
  row('Tip', totals.tip);
  row('Surcharge', totals.surcharge);
  row('Rounding', totals.rounding);
  return blocks;
}

function taxBlocks({ name, rate, mode, base, amount: value }: ReceiptTax, amount: AmountWriter): ReceiptBlock[] {
  const left = `${mode === 'inclusive' ? 'incl. ' : ''}${name} ${rate}%`;
  return [
    { kind: 'row', left, right: amount(value) },
    { kind: 'detail', text: `on ${amount(base)}` },
  ];
}

function tenderBlocks({ status, payments, refunds, totals }: Receipt, amount: AmountWriter): ReceiptBlock[] {
  const blocks: ReceiptBlock[] = [];
  for (const payment of payments) {
    blocks.push({ kind: 'row', left: tenderName(payment.tender), right: amount(payment.amount) });
    if (payment.reference !== null) blocks.push({ kind: 'detail', text: payment.reference });
  }
  if (totals.change.amount !== 0) blocks.push({ kind: 'row', left: 'Change', right: amount(totals.change) });
  // A voided order asks for nothing any more, though its totals keep what it would have come to.
  if (totals.due.amount !== 0 && status !== 'voided')
    blocks.push({ kind: 'row', left: 'Due', right: amount(totals.due) });
  for (const refund of refunds) {
    blocks.push({ kind: 'row', left: `Refund ${refund.localTime}`, right: amount(negate(refund.amount)) });
  }
  return blocks;
}

function tenderName(tender: string): string {
  return tender.charAt(0).toUpperCase() + tender.slice(1).replaceAll('_', ' ');
}

function centred(text: string): ReceiptBlock {
  return { kind: 'centred', text };
}
