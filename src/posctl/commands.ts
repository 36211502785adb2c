import type { CommandEntry } from './command.js';
import { PLATFORM_COMMANDS } from './platform-commands.js';
import { SESSION_COMMANDS } from './session-commands.js';
import { STAFF_COMMANDS } from './staff-commands.js';
import { DEVICE_COMMANDS } from './device-commands.js';
import { HUB_COMMANDS } from './hub-commands.js';
import { SYNC_COMMANDS } from './sync-commands.js';
import { TILL_COMMANDS } from './till-commands.js';

/** All commands by noun and verb. Only the one that is called is loaded. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'catalog import',
    summary: 'Sends a catalogue (CSV or JSON) to the service',
    load: async () => (await import('./commands/catalog-import.js')).catalogImport,
  },
  {
    name: 'catalog sync',
    summary: 'Fetches what has changed from the source of the catalogue',
    load: async () => (await import('./commands/catalog-sync.js')).catalogSync,
  },
  {
    name: 'catalog lookup',
    summary: 'Reads a code as a till does: barcode, scale label, PLU, SKU',
    load: async () => (await import('./commands/catalog-lookup.js')).catalogLookup,
  },
  {
    name: 'sales import',
    summary: 'Rings up a CSV of past sales through the public API, several at a time',
    load: async () => (await import('./commands/sales-import.js')).salesImport,
  },
  {
    name: 'orders list',
    summary: 'Lists orders, newest first',
    load: async () => (await import('./commands/orders-list.js')).ordersList,
  },
  {
    name: 'orders show',
    summary: 'Shows one order',
    load: async () => (await import('./commands/orders-show.js')).ordersShow,
  },
  {
    name: 'orders explain',
    summary: 'Shows how an order came to its total, step by step',
    load: async () => (await import('./commands/orders-explain.js')).ordersExplain,
  },
  {
    name: 'pricing replay',
    summary: 'Prices past orders again and says where that differs from what was kept',
    load: async () => (await import('./commands/pricing-replay.js')).pricingReplay,
  },
  {
    name: 'pricing simulate',
    summary: 'Prices past sales as if a promotion had been in force',
    load: async () => (await import('./commands/pricing-simulate.js')).pricingSimulate,
  },
  {
    name: 'pricebooks list',
    summary: 'Lists pricebooks',
    load: async () => (await import('./commands/pricebooks-list.js')).pricebooksList,
  },
  {
    name: 'pricebooks export',
    summary: 'Writes the entries of a pricebook as CSV',
    load: async () => (await import('./commands/pricebooks-export.js')).pricebooksExport,
  },
  {
    name: 'pricebooks import',
    summary: 'Puts the rows of a CSV file into the draft of a pricebook',
    load: async () => (await import('./commands/pricebooks-import.js')).pricebooksImport,
  },
  {
    name: 'pricebooks publish',
    summary: 'Brings the draft of a pricebook into force',
    load: async () => (await import('./commands/pricebooks-publish.js')).pricebooksPublish,
  },
  {
    name: 'promotions list',
    summary: 'Lists promotions',
    load: async () => (await import('./commands/promotions-list.js')).promotionsList,
  },
  {
    name: 'promotions codes',
    summary: 'Makes codes that bring a promotion, into a file',
    load: async () => (await import('./commands/promotions-codes.js')).promotionsCodes,
  },
  {
    name: 'giftcards issue',
    summary: 'Issues gift cards, their codes into a file',
    load: async () => (await import('./commands/giftcards-issue.js')).giftcardsIssue,
  },
  {
    name: 'reports sales',
    summary: 'The sales report of a span of days',
    load: async () => (await import('./commands/reports-sales.js')).reportsSales,
  },
  {
    name: 'events tail',
    summary: 'Shows events as they happen',
    load: async () => (await import('./commands/events-tail.js')).eventsTail,
  },
  {
    name: 'webhooks listen',
    summary: 'Brings events to a receiver on your machine, as signed webhooks',
    load: async () => (await import('./commands/webhooks-listen.js')).webhooksListen,
  },
  {
    name: 'webhooks list',
    summary: 'Lists the endpoints that webhooks are sent to',
    load: async () => (await import('./commands/webhooks-list.js')).webhooksList,
  },
  {
    name: 'webhooks trigger',
    summary: 'Sends a test event to an endpoint',
    load: async () => (await import('./commands/webhooks-trigger.js')).webhooksTrigger,
  },
  {
    name: 'webhooks deliveries',
    summary: 'Lists what was sent to endpoints, and what came of it',
    load: async () => (await import('./commands/webhooks-deliveries.js')).webhooksDeliveries,
  },
  {
    name: 'webhooks resend',
    summary: 'Sends webhooks again',
    load: async () => (await import('./commands/webhooks-resend.js')).webhooksResend,
  },
  {
    name: 'outbox status',
    summary: 'Shows what events still wait to leave, and what was given up',
    load: async () => (await import('./commands/outbox-status.js')).outboxStatus,
  },
  {
    name: 'outbox redrive',
    summary: 'Tries again to deliver events that were given up',
    load: async () => (await import('./commands/outbox-redrive.js')).outboxRedrive,
  },
  ...SESSION_COMMANDS,
  ...STAFF_COMMANDS,
  ...TILL_COMMANDS,
  ...DEVICE_COMMANDS,
  ...SYNC_COMMANDS,
  ...HUB_COMMANDS,
  {
    name: 'audit list',
    summary: 'Shows who did what, newest first',
    load: async () => (await import('./commands/audit-list.js')).auditList,
  },
  {
    name: 'audit verify',
    summary: 'Computes the chain of the audit anew and says what does not fit',
    load: async () => (await import('./commands/audit-verify.js')).auditVerify,
  },
  ...PLATFORM_COMMANDS,
  {
    name: 'tenant create',
    summary: 'Registers a tenant with a first outlet (database)',
    load: async () => (await import('./commands/tenant-create.js')).tenantCreate,
  },
  {
    name: 'plans list',
    summary: 'Lists the plans that the business can ask for',
    load: async () => (await import('./commands/plans-list.js')).plansList,
  },
  {
    name: 'licence show',
    summary: 'Shows the licence of the business and how much of it is used',
    load: async () => (await import('./commands/licence-show.js')).licenceShow,
  },
  {
    name: 'licence revoke',
    summary: 'Withdraws the licence of a business at once (key of the platform)',
    load: async () => (await import('./commands/licence-revoke.js')).licenceRevoke,
  },
  {
    name: 'api-keys create',
    summary: 'Makes an API key and shows it once',
    load: async () => (await import('./commands/api-keys-create.js')).apiKeysCreate,
  },
  {
    name: 'api-keys list',
    summary: 'Lists the API keys of the tenant',
    load: async () => (await import('./commands/api-keys-list.js')).apiKeysList,
  },
  {
    name: 'api-keys revoke',
    summary: 'Ends an API key for good',
    load: async () => (await import('./commands/api-keys-revoke.js')).apiKeysRevoke,
  },
  {
    name: 'api-keys rotate',
    summary: 'Gives an API key a successor, shown once',
    load: async () => (await import('./commands/api-keys-rotate.js')).apiKeysRotate,
  },
  {
    name: 'api-keys expiring',
    summary: 'Lists the API keys that end soon',
    load: async () => (await import('./commands/api-keys-expiring.js')).apiKeysExpiring,
  },
  {
    name: 'roles list',
    summary: 'Lists roles: those that every business has, and your own',
    load: async () => (await import('./commands/roles-list.js')).rolesList,
  },
  {
    name: 'permissions',
    summary: 'Shows every permission in plain words, and which roles hold it',
    load: async () => (await import('./commands/permissions.js')).permissions,
  },
  {
    name: 'seed',
    summary: 'Fills a tenant with the demo outlets, menu and key (database)',
    load: async () => (await import('./commands/seed.js')).seedCommand,
  },
  {
    name: 'migrate',
    summary: 'Brings the database to the newest schema',
    load: async () => (await import('./commands/migrate.js')).migrateCommand,
  },
  {
    name: 'doctor',
    summary: 'Checks configuration, database, row security, clock, service, Redis, brokers and webhooks',
    load: async () => (await import('./commands/doctor.js')).doctor,
  },
  {
    name: 'version',
    summary: 'Prints the version',
    load: async () => (await import('./commands/version.js')).versionCommand,
  },
];
