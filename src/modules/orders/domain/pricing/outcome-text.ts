import type { PricedLine } from './basket.js';
import type { Application } from './discount.js';
import type { BasketOfAnyEngine } from './engines.js';
import type { Step, StepSource } from './explanation.js';
import type { BasketTax, TaxAmount } from './tax-amounts.js';
import type { Tax, TaxGroup } from './tax-group.js';
import type { PricedLine as PricedLineOfEngine1 } from './v1/basket.js';

/**
 * All of a priced basket as one text: the same for the same basket and another for any other, so that its hash proves a replay
 * to the byte (DOMAIN P11). Members without names in a fixed order, a thing to a row; amounts in minor units, decimals in
 * millionths, texts quoted where they could hold anything, and lines by their position where the steps name them.
 */
export function outcomeText(basket: BasketOfAnyEngine): string {
  const { lines, taxes, totals, explanation, engineVersion } = basket;
  const { subtotal, discount, serviceCharge, tax, exclusiveTax, total } = totals;
  const tip = 'tip' in totals ? totals.tip.amount : '';
  let text = `${engineVersion} ${total.currency} ${subtotal.amount} ${discount.amount} ${serviceCharge.amount}`;
  text += ` ${tax.amount} ${exclusiveTax.amount} ${tip} ${total.amount}\n`;
  for (const basketTax of taxes) text += `tax ${taxText(basketTax)} ${basketTax.mode}\n`;
  const groups = new Map<TaxGroup, string>();
  const positions = new Map<string, number>();
  lines.forEach((line, position) => {
    positions.set(line.lineId, position);
    text += lineText(line, groups);
  });
  for (const step of explanation) text += stepText(step, positions);
  return text;
}

const quoted = JSON.stringify as (text: string) => string;

function lineText(line: PricedLine | PricedLineOfEngine1, groups: Map<TaxGroup, string>): string {
  const { lineId, unitPrice, taxGroup, gross, discount, taxes, tax, net, total } = line;
  let group = groups.get(taxGroup);
  if (group === undefined) groups.set(taxGroup, (group = taxGroupText(taxGroup)));
  let text = `line ${quoted(lineId)} ${unitPrice.amount} ${gross.amount} ${discount.amount}`;
  text += ` ${tax.amount} ${net.amount} ${total.amount} ${group}\n`;
  for (const lineTax of taxes) text += ` tax ${taxText(lineTax)}\n`;
  if (!('applications' in line)) {
    return `${text} ${quoted(line.sku)} ${quoted(line.name)} ${quoted(line.category)} ${line.quantity}\n`;
  }
  if (line.serviceCharge.amount !== 0) text += ` service ${line.serviceCharge.amount}\n`;
  for (const application of line.applications) text += ` off ${applicationText(application)}\n`;
  return text;
}

function taxGroupText({ code, mode, taxes, channelSwitch }: TaxGroup): string {
  const own = `${quoted(code)} ${mode} ${ratesText(taxes)}`;
  if (channelSwitch === undefined) return own;
  return `${own} ${channelSwitch.channels.join()} ${ratesText(channelSwitch.taxes)} ${channelSwitch.policy}`;
}

function ratesText(taxes: readonly Tax[]): string {
  const rates = taxes.map(({ code, name, rate, compound }) => `${quoted(code)} ${quoted(name)} ${rate} ${compound}`);
  return `[${rates.join()}]`;
}

function taxText({ code, name, rate, base, amount }: TaxAmount | BasketTax): string {
  return `${quoted(code)} ${quoted(name)} ${rate} ${base.amount} ${amount.amount}`;
}

function applicationText({ source, id, version, name, code, level, lineId, amount }: Application): string {
  const by = `${source} ${quoted(id)} ${version ?? ''} ${quoted(name)} ${code === null ? '' : quoted(code)}`;
  return `${by} ${level} ${quoted(lineId)} ${amount.amount}`;
}

function stepText(step: Step, positions: ReadonlyMap<string, number>): string {
  const { rule, lineId, tax, source, base, rate, quantity, rounding, amount, adds, detail } = step;
  let text = `${rule} ${lineId === undefined ? '' : (positions.get(lineId) ?? quoted(lineId))}`;
  if (tax !== undefined) text += ` tax ${quoted(tax)}`;
  if (source !== undefined) text += ` by ${sourceText(source)}`;
  if (rate !== undefined) text += ` rate ${rate}`;
  if (quantity !== undefined) text += ` quantity ${quantity}`;
  return `${text} ${base.amount} ${rounding} ${amount.amount} ${adds.amount} ${quoted(detail)}\n`;
}

function sourceText({ kind, id, version, name, code }: StepSource): string {
  return `${kind} ${quoted(id)} ${version ?? ''} ${quoted(name)} ${code === undefined ? '' : quoted(code)}`;
}
