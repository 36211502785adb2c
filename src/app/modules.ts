import type { ContainerModule } from 'inversify';
import { access } from '../modules/access/module.js';
import { approvals } from '../modules/approvals/module.js';
import { catalog } from '../modules/catalog/module.js';
import { deadLetters } from '../modules/dead-letters/module.js';
import { drawers } from '../modules/drawers/module.js';
import { giftCards } from '../modules/gift-cards/module.js';
import { houseAccounts } from '../modules/house-accounts/module.js';
import { loyalty } from '../modules/loyalty/module.js';
import { orders } from '../modules/orders/module.js';
import { outlets } from '../modules/outlets/module.js';
import { pricebooks } from '../modules/pricebooks/module.js';
import { promotions } from '../modules/promotions/module.js';
import { reporting } from '../modules/reporting/module.js';
import { streams } from '../modules/streams/module.js';
import { tendering } from '../modules/tendering/module.js';
import { webhooks } from '../modules/webhooks/module.js';

/** The product: one line a module. */
export const modules: readonly ContainerModule[] = [
  access,
  approvals,
  catalog,
  deadLetters,
  drawers,
  giftCards,
  houseAccounts,
  loyalty,
  orders,
  outlets,
  pricebooks,
  promotions,
  reporting,
  streams,
  tendering,
  webhooks,
];
