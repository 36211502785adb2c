import type { Permission } from './permissions.js';

export type PermissionGroup =
  | 'sales'
  | 'catalog'
  | 'prices'
  | 'customers'
  | 'cash'
  | 'payments'
  | 'time'
  | 'reports'
  | 'business'
  | 'people'
  | 'devices'
  | 'programs'
  | 'platform';

/** What a permission lets somebody do, in the words of who runs a shop. */
export interface PermissionText {
  readonly group: PermissionGroup;
  readonly title: string;
  readonly purpose: string;
}

const text = (group: PermissionGroup, title: string, purpose: string): PermissionText => ({ group, title, purpose });

/** The words for every permission. One without words does not compile. */
export const PERMISSION_TEXTS: Readonly<Record<Permission, PermissionText>> = {
  'orders:read': text('sales', 'See orders', 'Look up orders and receipts.'),
  'orders:write': text('sales', 'Sell', 'Take orders, take payments and complete sales.'),
  'orders:void': text('sales', 'Cancel orders', 'Void an order that is not to be made or paid.'),
  'orders:refund': text('sales', 'Refund', 'Give money back, the way it was paid.'),
  'orders:refund_other_tender': text('sales', 'Refund another way', 'Give money back in another way than it was paid.'),
  'orders:discount': text('sales', 'Give discounts', 'Take something off an order or a line.'),
  'orders:comp': text('sales', 'Give for nothing', 'Give something on the house.'),
  'orders:override_price': text('sales', 'Change a price', 'Sell an item at another price than its own.'),
  'orders:tax_exempt': text('sales', 'Sell without tax', 'Sell to customers who do not pay tax.'),
  'tables:read': text('sales', 'See tables', 'See which tables there are, and the orders at them.'),
  'tables:manage': text('sales', 'Set tables up', 'Make tables, change them and retire them.'),
  'kitchen:read': text('sales', 'See the kitchen', 'Watch what is to be made.'),
  'streams:read': text('sales', 'Watch live', 'Let a screen follow what happens as it happens.'),
  'catalog:read': text('catalog', 'See items', 'Look up items, prices and barcodes.'),
  'catalog:write': text('catalog', 'Change items', 'Add, change, import and delete items, choices and combos.'),
  'availability:write': text('catalog', 'Mark as sold out', 'Say at an outlet what there is and what there is not.'),
  'pricebooks:read': text('prices', 'See price lists', 'Look at price lists and when they hold.'),
  'pricebooks:write': text('prices', 'Change price lists', 'Draft price lists and bring them into force.'),
  'promotions:read': text('prices', 'See promotions', 'Look at promotions, their codes and their use.'),
  'promotions:write': text('prices', 'Change promotions', 'Make, start, pause and end promotions, and issue codes.'),
  'gift_cards:read': text('customers', 'See gift cards', 'Look up the balance of a gift card.'),
  'gift_cards:issue': text('customers', 'Issue gift cards', 'Sell, activate and reload gift cards.'),
  'gift_cards:manage': text('customers', 'Manage gift cards', 'Block, extend, transfer and correct gift cards.'),
  'loyalty:read': text('customers', 'See points', 'Look up members and their points.'),
  'loyalty:enrol': text('customers', 'Enrol members', 'Let customers join the points programme.'),
  'loyalty:manage': text('customers', 'Manage points', 'Correct points and change the programme.'),
  'house_accounts:read': text('customers', 'See house accounts', 'Look up who buys on account, and what they owe.'),
  'house_accounts:manage': text('customers', 'Manage house accounts', 'Open, limit, block, settle and close accounts.'),
  'drawers:read': text('cash', 'See drawers', 'See what drawers hold, and their history.'),
  'drawers:open': text('cash', 'Run a drawer', 'Open a drawer with its float, count it and close it.'),
  'drawers:move': text('cash', 'Move cash', 'Put cash in, take it out and hand drawers over.'),
  'drawers:no_sale': text('cash', 'Open without a sale', 'Open the drawer to make change.'),
  'drawers:approve': text('cash', 'Decide on differences', 'Accept or investigate a drawer that does not add up.'),
  'drawers:manage': text('cash', 'Set drawers up', 'Make drawers and trays, and say how they are run.'),
  'drawers:deposit': text('cash', 'Bring cash to the bank', 'Prepare bank deposits, and correct the safe.'),
  'tenders:read': text('payments', 'See ways to pay', 'See which ways to pay an outlet takes.'),
  'tenders:write': text('payments', 'Change ways to pay', 'Say which ways to pay an outlet takes, and how.'),
  'payments:read': text('payments', 'See payments', 'Look up payments, their state and their provider.'),
  'payments:resolve': text('payments', 'Settle doubtful payments', 'Decide on payments of which nobody knows the end.'),
  'settlements:write': text('payments', 'Reconcile', 'Compare what providers pay out with what was sold.'),
  'providers:read': text('payments', 'See payment providers', 'See which providers are connected.'),
  'providers:write': text('payments', 'Connect payment providers', 'Connect providers and change their secrets.'),
  'shifts:clock': text('time', 'Clock in and out', "Begin and end one's own shift and breaks."),
  'shifts:read': text('time', 'See shifts', 'See who works and has worked when.'),
  'shifts:manage': text('time', 'Correct shifts', 'Clock others in and out, and correct what was booked.'),
  'tips:read': text('time', 'See tips', 'See what is owed to whom in tips.'),
  'tips:manage': text('time', 'Share tips', 'Say how tips are shared, share them and pay them out.'),
  'reports:read': text('reports', 'See reports', 'Read sales reports and the figures behind them.'),
  'days:read': text('reports', 'See business days', 'See days, their state, X and Z reports.'),
  'days:close': text('reports', 'Close the day', 'Close a business day and make its Z report.'),
  'audit:read': text('reports', 'Read the audit', 'See who did what that calls for a second look.'),
  'invariants:read': text('reports', 'Check the books', 'Let the service prove that its own books add up.'),
  'notices:read': text('reports', 'See notices', 'See what calls for a person.'),
  'notices:write': text('reports', 'Look after notices', 'Say that somebody looks after a notice.'),
  'approvals:grant': text('people', 'Stand for others', 'Approve what somebody may not do alone.'),
  'approvals:manage': text('people', 'Set approvals up', 'Say which acts take a second person.'),
  'staff:read': text('people', 'See staff', 'See who works here, and their roles.'),
  'staff:manage': text('people', 'Manage staff', 'Add and disable people, and give them roles and badges.'),
  'staff:reset_pin': text('people', 'Reset PINs', 'Give somebody a new PIN.'),
  'roles:read': text('people', 'See roles', 'See roles and this table of permissions.'),
  'roles:manage': text('people', 'Make roles', "Make, change and remove roles of the business's own."),
  'sessions:read': text('people', 'See who is signed in', 'See sessions, on which device, since when.'),
  'sessions:manage': text('people', 'Sign others out', 'End the sessions of others, and unlock who is locked out.'),
  'sessions:own': text('people', "Use one's own session", 'Keep, lock and end the session that one is signed in to.'),
  'devices:read': text('devices', 'See devices', 'See tills, tablets, kiosks and screens, and how they fare.'),
  'devices:manage': text('devices', 'Manage devices', 'Register, link, lock, message and remove devices.'),
  'devices:self': text('devices', 'Be a device', 'What a linked device does for itself; given to devices alone.'),
  'sync:upload': text('devices', 'Send what was sold', 'What a device sends of its own queue; given to devices alone.'),
  'sync:relay': text(
    'devices',
    "Send others' queues",
    'Hand in the queue of another device: a hub, or an exported file.',
  ),
  'sync:master_data': text('devices', 'Fetch what is sold', 'Fetch all that a till needs to sell without a network.'),
  'sync:read': text('devices', 'See queues', 'See what devices sent, what waits, what is missing, and conflicts.'),
  'sync:resolve': text(
    'devices',
    'Resolve conflicts',
    'Decide on conflicts, and on entries that are held or in quarantine.',
  ),
  'outlets:read': text('business', 'See outlets', 'See outlets and how they are set up.'),
  'outlets:write': text(
    'business',
    'Change outlets',
    'Open, change and close outlets; taxes, receipts, opening hours.',
  ),
  'tenant:read': text('business', 'See the business', 'See the name, currency and settings of the business.'),
  'tenant:write': text('business', 'Change the business', 'Change the name and the settings of the business.'),
  'licence:read': text('business', 'See the licence', 'See the plan, what it includes and how much of it is used.'),
  'licence:manage': text('business', 'Change the plan', 'Choose another plan and renew it.'),
  'api_keys:read': text('programs', 'See API keys', 'See which programs have keys, and when they were used.'),
  'api_keys:write': text('programs', 'Manage API keys', 'Make, renew, rotate and revoke keys of other programs.'),
  'webhooks:read': text('programs', 'See webhooks', 'See where events are sent, and how that goes.'),
  'webhooks:write': text('programs', 'Manage webhooks', 'Say where events are sent, and send them again.'),
  'dead_letters:read': text('programs', 'See undelivered events', 'See which events could not be delivered, and why.'),
  'dead_letters:write': text('programs', 'Redeliver events', 'Have events that were given up delivered again.'),
  'businesses:read': text('platform', 'See businesses', 'See the businesses of the platform.'),
  'businesses:register': text('platform', 'Register businesses', 'Let a new business in.'),
  'businesses:manage': text('platform', 'Manage businesses', 'Suspend, resume and close businesses.'),
  'plans:manage': text('platform', 'Manage plans', 'Say which plans are sold, and what they include.'),
  'licences:manage': text('platform', 'Manage licences', 'Give, change and withdraw the licences of businesses.'),
};
