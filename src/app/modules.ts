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
import { offlineSync } from '../modules/offline-sync/module.js';
import { orders } from '../modules/orders/module.js';
import { outlets } from '../modules/outlets/module.js';
import { paymentConnections } from '../modules/payment-connections/module.js';
import { pricebooks } from '../modules/pricebooks/module.js';
import { promotions } from '../modules/promotions/module.js';
import { reporting } from '../modules/reporting/module.js';
import { shifts } from '../modules/shifts/module.js';
import { settlements } from '../modules/settlements/module.js';
import { streams } from '../modules/streams/module.js';
import { tables } from '../modules/tables/module.js';
import { tendering } from '../modules/tendering/module.js';
import { tips } from '../modules/tips/module.js';
import { webhooks } from '../modules/webhooks/module.js';
import { businesses } from '../modules/businesses/module.js';
import { devices } from '../modules/devices/module.js';
import { hub } from '../modules/hub/module.js';
import { identity } from '../modules/identity/module.js';
import { licensing } from '../modules/licensing/module.js';
import { people } from '../modules/people/module.js';
import { sessions } from '../modules/sessions/module.js';

/** The product: one line a module. */
export const modules: readonly ContainerModule[] = [
  access,
  approvals,
  audit,
  businesses,
  businessDays,
  catalog,
  deadLetters,
  devices,
  drawers,
  giftCards,
  houseAccounts,
  hub,
  identity,
  invariants,
  licensing,
  loyalty,
  notices,
  offlineSync,
  orders,
  outlets,
  paymentConnections,
  people,
  pricebooks,
  promotions,
  reporting,
  sessions,
  shifts,
  settlements,
  streams,
  tables,
  tendering,
  tips,
  webhooks,
];
