import type { ContainerModule } from 'inversify';
import { access } from '../modules/access/module.js';
import { approvals } from '../modules/approvals/module.js';
import { audit } from '../modules/audit/module.js';
import { businessDays } from '../modules/business-days/module.js';
import { catalog } from '../modules/catalog/module.js';
import { deadLetters } from '../modules/dead-letters/module.js';
import { drawers } from '../modules/drawers/module.js';
import { giftCards } from '../modules/gift-cards/module.js';
import { houseAccounts } from '../modules/house-accounts/module.js';
import { invariants } from '../modules/invariants/module.js';
import { loyalty } from '../modules/loyalty/module.js';
import { notices } from '../modules/notices/module.js';
import { orders } from '../modules/orders/module.js';
import { outlets } from '../modules/outlets/module.js';
import { paymentConnections } from '../modules/payment-connections/module.js';
import { pricebooks } from '../modules/pricebooks/module.js';
import { promotions } from '../modules/promotions/module.js';
import { reporting } from '../modules/reporting/module.js';
import { shifts } from '../modules/shifts/module.js';
import { settlements } from '../modules/settlements/module.js';
import { streams } from '../modules/streams/module.js';
import { tendering } from '../modules/tendering/module.js';
import { tips } from '../modules/tips/module.js';
import { webhooks } from '../modules/webhooks/module.js';

/** The product: one line a module. */
export const modules: readonly ContainerModule[] = [
  access,
  approvals,
  audit,
  businessDays,
  catalog,
  deadLetters,
  drawers,
  giftCards,
  houseAccounts,
  invariants,
  loyalty,
  notices,
  orders,
  outlets,
  paymentConnections,
  pricebooks,
  promotions,
  reporting,
  shifts,
  settlements,
  streams,
  tendering,
  tips,
  webhooks,
];
