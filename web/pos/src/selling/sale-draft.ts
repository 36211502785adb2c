import type { Basket, BasketDiscount, BasketLine, ChosenComponent } from './basket.js';
import type { SaleDraft } from './sdk-types.js';

type DraftLine = NonNullable<SaleDraft['lines']>[number];
type DraftComponent = NonNullable<DraftLine['components']>[number];
type DraftDiscount = NonNullable<SaleDraft['discounts']>[number];

/** The basket as a body of `POST /orders`, without payments: what is priced is what will be sent. */
export function saleDraft(basket: Basket, outletId: string): SaleDraft {
  const { id, channel, lines, customer, discounts, promoCodes, note, tip, taxExemption, waiveServiceCharge } = basket;
  const { table } = basket;
  return {
    ...{ id, outletId, channel, lines: lines.map(draftLine) },
    ...(customer !== null && { customerId: customer.id }),
    ...(table !== null && { tableId: table.id }),
    ...(note !== null && { note }),
    ...(promoCodes.length > 0 && { promoCodes: [...promoCodes] }),
    ...(discounts.length > 0 && { discounts: discounts.map(draftDiscount) }),
    ...(tip !== null && { tip }),
    ...(taxExemption !== null && { taxExemption: { reference: taxExemption } }),
    ...(waiveServiceCharge && { waiveServiceCharge }),
  };
}

function draftLine(line: BasketLine): DraftLine {
  const { id, sku, quantity, modifiers, components, note, unitPrice, setPrice, agreed } = line;
  return {
    ...{ id, sku, quantity },
    ...(modifiers.length > 0 && { modifiers: modifiers.map((one) => ({ ...one, modifiers: [...one.modifiers] })) }),
    ...(components.length > 0 && { components: components.map(draftComponent) }),
    ...(note !== null && { note }),
    ...(unitPrice !== null && { unitPrice }),
    ...(setPrice !== null && { priceOverride: setPrice }),
    ...(agreed !== null && { agreed }),
  };
}

function draftComponent({ modifiers, ...part }: ChosenComponent): DraftComponent {
  return { ...part, ...(modifiers.length > 0 && { modifiers: [...modifiers] }) };
}

function draftDiscount({ id, lineId, percent, amount, comp, reason }: BasketDiscount): DraftDiscount {
  return {
    ...{ id, reason },
    ...(lineId !== null && { lineId }),
    ...(percent !== null && { percent }),
    ...(amount !== null && { amount }),
    ...(comp && { comp: true as const }),
  };
}
