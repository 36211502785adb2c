import { integer, text, url, type Variable } from './config-variable.js';

/** Where the sibling services are, and how they are asked. Without the address of one, its work is done here or not at all. */
export const SIBLING_VARIABLES = {
  inventoryUrl: url(
    'INVENTORY_URL',
    ['http', 'https'],
    'The inventory service, which owns items; without it the catalogue here is the truth.',
  ),
  inventoryToken: text('INVENTORY_TOKEN', 'Bearer token for the inventory service.', { secret: true }),
  catalogSyncMs: integer(
    'CATALOG_SYNC_MS',
    300_000,
    1_000,
    86_400_000,
    'How often changed items are fetched from the inventory service.',
  ),
  loyaltyUrl: url(
    'LOYALTY_URL',
    ['http', 'https'],
    'The service that keeps the loyalty ledger; without it points are kept here.',
  ),
  loyaltyToken: text('LOYALTY_TOKEN', 'Bearer token for the loyalty service.', { secret: true }),
  authServiceUrl: url(
    'AUTH_SERVICE_URL',
    ['http', 'https'],
    'The auth service, which keeps the registry of businesses and outlets and the users; without it both are kept here.',
  ),
  authServiceToken: text('AUTH_SERVICE_TOKEN', 'Bearer token for the auth service.', { secret: true }),
  authServiceSecret: text(
    'AUTH_SERVICE_SECRET',
    'Signs discovery requests to the auth service and checks the signature of its answers: `whsec_…`.',
    { secret: true },
  ),
  subscriptionUrl: url(
    'SUBSCRIPTION_URL',
    ['http', 'https'],
    'The subscription service, which owns plans; without it plans are kept here.',
  ),
  subscriptionToken: text('SUBSCRIPTION_TOKEN', 'Bearer token for the subscription service.', { secret: true }),
  subscriptionSyncMs: integer(
    'SUBSCRIPTION_SYNC_MS',
    3_600_000,
    1_000,
    86_400_000,
    'How often the licences of businesses are asked of the subscription service.',
  ),
  treasuryUrl: url(
    'TREASURY_URL',
    ['http', 'https'],
    'The treasury service, which processes payments; without it cards are recorded by hand and mobile money is simulated.',
  ),
  treasuryToken: text('TREASURY_TOKEN', 'Bearer token for the treasury service.', { secret: true }),
  notificationsUrl: url(
    'NOTIFICATIONS_URL',
    ['http', 'https'],
    'The notifications service; without it notices are only listed here.',
  ),
  notificationsToken: text('NOTIFICATIONS_TOKEN', 'Bearer token for the notifications service.', { secret: true }),
  siblingTimeoutMs: integer(
    'SIBLING_TIMEOUT_MS',
    5_000,
    100,
    60_000,
    'Longest that a call to a sibling service may take, each try by itself.',
  ),
} as const satisfies Record<string, Variable<unknown>>;
