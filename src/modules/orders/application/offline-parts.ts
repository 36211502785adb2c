import type { Outbox } from '../../../kernel/outbox.js';
import type { DeviceSums } from '../ports/device-sums.js';
import type { Menu } from '../ports/menu.js';
import type { OfflineShapes } from '../ports/offline-shapes.js';
import type { OrderNumbers } from '../ports/order-numbers.js';
import type { PriceLists } from '../ports/price-lists.js';
import type { PromotionRules } from '../ports/promotion-rules.js';
import { BasketBuilder } from './basket-builder.js';
import { CompareOffline } from './compare-offline.js';
import { LinePieces } from './line-pieces.js';
import { OfflineChanges } from './offline-changes.js';
import { OfflineCounts } from './offline-counts.js';
import { OfflineDesk } from './offline-desk.js';
import { OfflinePlacing } from './offline-placing.js';
import { OfflineTakings } from './offline-takings.js';
import { OfflineUndoing } from './offline-undoing.js';
import { OfflineUses } from './offline-uses.js';
import type { CommandParts } from './order-parts.js';
import type { Sellings } from './selling.js';

/** What acts of devices go through, beside what ordinary commands do. */
export interface OfflineParts {
  readonly outbox: Outbox;
  readonly numbers: OrderNumbers;
  readonly sellings: Sellings;
  readonly menu: Menu;
  readonly lists: PriceLists;
  readonly rules: PromotionRules;
  readonly shapes: OfflineShapes;
  readonly sums: DeviceSums;
}

/** Puts together what takes down the acts of devices. */
export function offlineDesk(parts: CommandParts, more: OfflineParts): OfflineDesk {
  const { outlets, orders, intake, ledgers, promotions, ids, tenders, drawers } = parts;
  const { outbox, numbers, sellings, menu, rules } = more;
  const takings = new OfflineTakings(tenders, drawers, ids);
  const [counts, uses] = [new OfflineCounts(menu), new OfflineUses(rules)];
  const comparison = new CompareOffline(comparingBaskets(parts, more), promotions);
  const common = { outlets, orders, outbox, sellings, takings, intake, counts, uses };
  const placing = new OfflinePlacing({ ...common, numbers, comparison });
  const changes = new OfflineChanges({ ...common, promotions, ledgers });
  const undoing = new OfflineUndoing(parts, outbox, changes, takings);
  return new OfflineDesk({ shapes: more.shapes, orders, placing, changes, undoing, sums: more.sums });
}

/** Baskets for looking at prices alone: what is on offer, and how much is left, is asked apart; cards are not sold so. */
function comparingBaskets({ ids }: CommandParts, { menu, lists }: OfflineParts): BasketBuilder {
  const looking: Menu = {
    items: (tx, skus) => menu.items(tx, skus),
    modifiers: (tx, currency, questions) => menu.modifiers(tx, currency, questions),
    combo: (tx, sku, chosen, pointer) => menu.combo(tx, sku, chosen, pointer),
    offer: () => Promise.resolve(),
    putBack: () => Promise.resolve(),
  };
  const noCards = () => Promise.reject(new Error('a comparison asks for no card'));
  const cards = { redeem: noCards, giveBack: noCards, forSale: noCards, sold: noCards, unsold: noCards };
  return new BasketBuilder(looking, lists, cards, new LinePieces(looking, ids));
}
