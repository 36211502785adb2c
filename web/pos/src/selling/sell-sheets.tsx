import type { JSX } from 'preact';
import { ComboSheet } from './combo-sheet.js';
import { CustomerSheet } from './customer-sheet.js';
import { DiscountSheet } from './discount-sheet.js';
import { LineSheet } from './line-sheet.js';
import { ModifierSheet } from './modifier-sheet.js';
import { MoreSheet } from './more-sheet.js';
import { PriceSheet } from './price-sheet.js';
import { LineQuantitySheet, QuantitySheet } from './quantity-sheet.js';
import type { Selling } from './selling.js';

/** What lies over the selling screen, if anything. */
export function SellSheets({ selling }: { readonly selling: Selling }): JSX.Element | null {
  const sheet = selling.sheet.value;
  if (sheet === null) return null;
  if ('lineId' in sheet && sheet.kind !== 'discount') {
    const line = selling.basket.value.lines.find(({ id }) => id === sheet.lineId);
    if (line === undefined) return null;
    if (sheet.kind === 'line') return <LineSheet key={line.id} selling={selling} line={line} />;
    return <LineQuantitySheet key={line.id} selling={selling} line={line} />;
  }
  switch (sheet.kind) {
    case 'price':
      return <PriceSheet selling={selling} wanted={sheet.wanted} />;
    case 'quantity':
      return <QuantitySheet selling={selling} wanted={sheet.wanted} />;
    case 'modifiers':
      return <ModifierSheet selling={selling} wanted={sheet.wanted} />;
    case 'combo':
      return <ComboSheet selling={selling} wanted={sheet.wanted} />;
    case 'discount':
      return <DiscountSheet selling={selling} lineId={sheet.lineId} />;
    case 'customer':
      return <CustomerSheet selling={selling} />;
    case 'more':
      return <MoreSheet selling={selling} />;
  }
}
