import type { Client } from 'pg';
import { businessRows } from './one-of-each-businesses.js';
import { accessRows } from './one-of-each-access.js';
import { deviceRows } from './one-of-each-devices.js';
import { drawerRows } from './one-of-each-drawers.js';
import { identityRows } from './one-of-each-identity.js';
import { licensingRows } from './one-of-each-licensing.js';
import { moneyRows } from './one-of-each-money.js';
import { peopleRows } from './one-of-each-people.js';
import { sessionRows } from './one-of-each-sessions.js';
import { undone } from './sessions.js';

/** A row of every table, in the order in which foreign keys allow to insert them. */
export type OneOfEach = readonly (readonly [table: string, row: Readonly<Record<string, unknown>>])[];

// The same in every tenant: what two tenants may not share would make a test fail.
const ID = '01979f60-0000-7000-8000-000000000001';
const AT = '2026-01-05T10:00:00Z';
const DAY = { business_date: '2026-01-05', local_hour: 13 };
const NO_AMOUNTS = {
  ...{
    subtotal: 0,
    discount: 0,
    service_charge: 0,
    tax: 0,
    tip: 0,
    rounding: 0,
    total: 0,
    paid: 0,
    change_given: 0,
    due: 0,
  },
};

/** Rows of one tenant. All ids are the same whichever the tenant; only the slug is its own. */
export function oneOfEach(tenantId: string, slug: string): OneOfEach {
  const rows: Record<string, Record<string, unknown>> = {
    tenants: { slug, name: slug, currency: 'KES', status: 'active', settings: {}, version: 1 },
    master_data_revisions: { catalog: 1, outlets: 1 },
    // Before all that counts here by itself.
    sync_marks: { people: 1, places: 1, stock: 1, codes: 1 },
    outlets: {
      id: ID,
      name: 'Shop',
      currency: 'KES',
      time_zone: 'Africa/Nairobi',
      receipt_prefix: 'A',
      tenders: ['cash'],
    },
    tax_groups: { outlet_id: ID, code: 'standard', name: 'Standard', mode: 'inclusive', taxes: [] },
    api_keys: {
      id: ID,
      name: 'till',
      mode: 'live',
      secret_hash: '\\x00',
      hint: 'abcd',
      permissions: [],
      created_by: 'test',
    },
    ...accessRows(ID, AT),
    catalog_items: {
      id: ID,
      sku: 'tea',
      name: 'Tea',
      category: 'Drinks',
      price: 100,
      currency: 'KES',
      tax_category: 'standard',
      barcode: '1',
    },
    catalog_barcodes: { code: '1', item_id: ID },
    item_availability: {
      ...{ outlet_id: ID, sku: 'tea', id: ID, available: false, changed_by: 'test', changed_at: AT, version: 1 },
    },
    label_rules: { outlet_id: ID, id: ID, rules: [], changed_by: 'test', changed_at: AT, version: 1 },
    catalog_imports: { id: ID, status: 'running', format: 'csv', started_by: 'test' },
    catalog_syncs: {
      ...{ id: ID, status: 'running', mode: 'full', trigger: 'manual', fetched: 0, created: 0, updated: 0 },
      ...{ unchanged: 0, deleted: 0, rejected: 0, errors: [], started_by: 'test', started_at: AT, heartbeat_at: AT },
    },
    catalog_sync_states: { due_at: AT },
    pos_orders: {
      ...{
        id: ID,
        outlet_id: ID,
        number: 'A-000001',
        status: 'completed',
        channel: 'counter',
        currency: 'KES',
        cashier_id: 'test',
      },
      ...{
        placed_at: AT,
        recorded_at: AT,
        taxes: [],
        settings: {},
        event_sequence: 1,
        version: 1,
        ...DAY,
        ...NO_AMOUNTS,
      },
    },
    pos_order_lines: {
      ...{
        order_id: ID,
        id: ID,
        line_number: 1,
        sku: 'tea',
        name: 'Tea',
        category: 'Drinks',
        unit: 'each',
        quantity: '1',
        taxes: [],
      },
      ...{ unit_price: 100, gross: 100, discount: 0, tax: 0, net: 100, total: 100, tax_group: {} },
    },
    pos_payments: {
      id: ID,
      order_id: ID,
      payment_number: 1,
      tender: 'cash',
      status: 'captured',
      amount: 100,
      received_at: AT,
    },
    pos_refunds: {
      ...{ id: ID, order_id: ID, outlet_id: ID, amount: 0, tax: 0, rounding: 0, reason: 'x', lines: [], payments: [] },
      ...{ refunded_by: 'test', refunded_at: AT, ...DAY },
    },
    pos_payment_returns: {
      ...{ id: ID, payment_id: ID, order_id: ID, outlet_id: ID, tender: 'cash', amount: 1, reason: 'x' },
      ...{ returned_by: 'test', returned_at: AT, business_date: '2030-01-01' },
    },
    order_number_counters: { outlet_id: ID, next: 1 },
    events: {
      ...{
        aggregate: 'orders',
        aggregate_id: ID,
        sequence: 1,
        id: ID,
        type: 'pos.order.created',
        outlet_id: ID,
        data: {},
      },
      ...{ actor: 'test', request_id: 'r', occurred_at: AT },
    },
    outbox_blocked: {
      ...{ sink: 'kafka', shard: 1, aggregate: 'orders', aggregate_id: ID, position: 1, attempts: 1 },
      ...{ reason: 'x', next_attempt_at: AT },
    },
    outbox_dead_letters: {
      ...{ id: ID, sink: 'kafka', shard: 1, event_id: ID, type: 'pos.order.created', aggregate: 'orders' },
      ...{ aggregate_id: ID, sequence: 1, position: 1, reason: 'x', attempts: 8 },
    },
    webhook_endpoints: {
      ...{ id: ID, url: 'https://example.com/', description: '', event_types: ['*'], status: 'enabled', secret: 's' },
      ...{ secret_number: 1, secret_hint: 'abcd', version: 1, created_by: 'test', created_at: AT, updated_at: AT },
    },
    webhook_deliveries: {
      ...{ id: ID, endpoint_id: ID, event_id: ID, event_type: 'pos.order.created', payload: '{}', status: 'pending' },
      ...{ due_at: AT },
    },
    webhook_attempts: { delivery_id: ID, id: ID, at: AT, duration_ms: 1, request_headers: {} },
    inbox_messages: { source: 'auth', event_id: 'e', type: 'auth.outlet.changed', via: 'kafka' },
    inbox_subjects: { source: 'auth', subject: 'outlets/1' },
    inbox_dead_letters: {
      ...{ id: ID, source: 'auth', event_id: 'e', type: 'auth.outlet.changed', via: 'kafka', envelope: '{}' },
      ...{ reason: 'x', attempts: 5 },
    },
    ...drawerRows(ID, AT),
    dining_tables: { id: ID, outlet_id: ID, name: '7', seats: 4, position: 0, version: 1, created_at: AT },
    ...deviceRows(ID, AT),
    ...businessRows(ID, AT),
    ...identityRows(ID, AT),
    licence_standings: { plan: 'free', updated_at: AT },
    ...licensingRows(ID, AT),
    gift_cards: {
      ...{ id: ID, kind: 'gift_card', code_hash: '\\x00', code_key: 'none', last4: 'WXYZ', currency: 'KES' },
      ...{ status: 'inactive', balance: 0, initial: 0, single_use: false, issued_at: AT, moved_at: AT, version: 1 },
      ...{ created_by: 'test' },
    },
    gift_card_transactions: {
      ...{ card_id: ID, number: 1, kind: 'issue', amount: 0, balance_before: 0, balance_after: 0, occurred_at: AT },
      ...{ actor: 'test' },
    },
    house_accounts: {
      ...{ id: ID, number: 'D-1', name: 'Baker', currency: 'KES', status: 'open', credit_limit: 100, balance: 0 },
      ...{ terms_days: 30, opened_at: AT, moved_at: AT, version: 1, created_by: 'test' },
    },
    house_account_entries: {
      ...{ account_id: ID, number: 1, kind: 'adjust', amount: 5, balance_before: 0, balance_after: 5, occurred_at: AT },
      ...{ reason: 'x', actor: 'test' },
    },
    loyalty_programmes: {
      ...{ name: 'Points', currency: 'USD', active: true, earn_points: 1, earn_per: 100, burn_points: 100 },
      ...{ burn_worth: 100, version: 1 },
    },
    loyalty_members: {
      ...{ id: ID, customer_id: 'c', status: 'active', groups: [], entitlements: [], balance: 0 },
      ...{ enrolled_at: AT, version: 1 },
    },
    loyalty_entries: {
      ...{ id: ID, member_id: ID, kind: 'adjust', points: 0, balance: 0, source: 's', actor: 'a', at: AT },
    },
    loyalty_intents: {
      ...{ id: ID, kind: 'earn', customer_id: 'c', amount: 100, currency: 'KES', source: 's', status: 'pending' },
      ...{ tries: 0, next_try_at: AT, give_up_at: AT },
    },
    ...moneyRows(ID, AT),
    ...peopleRows(ID, AT),
    ...sessionRows(ID, AT),
    pricebooks: {
      ...{ id: ID, code: 'happy', name: 'Happy hour', currency: 'KES', status: 'draft', last_number: 1, revision: 1 },
      ...{ created_by: 'test', created_at: AT, updated_at: AT },
    },
    pricebook_versions: {
      ...{ id: ID, pricebook_id: ID, number: 1, state: 'draft', priority: 0, rules: [], entry_count: 1 },
      ...{ created_by: 'test', created_at: AT },
    },
    pricebook_entries: { version_id: ID, sku: 'tea', kind: 'absolute', amount: 90 },
    promotions: {
      ...{ id: ID, activation: 'code', status: 'draft', rule_version: 1, name: 'Tea time', version: 1 },
      ...{ created_by: 'test', created_at: AT, updated_at: AT },
    },
    promotion_versions: { promotion_id: ID, version: 1, details: {}, made_by: 'test', made_at: AT },
    promotion_counters: { promotion_id: ID, uses: 1, spent: 0, codes: 1, event_sequence: 1 },
    promotion_codes: {
      ...{ id: ID, promotion_id: ID, batch_id: ID, code: 'TEA', active: true, uses: 1, version: 1, created_at: AT },
    },
    promotion_uses: { order_id: ID, promotion_id: ID, code: 'TEA', amount: 5, currency: 'KES', used_at: AT },
    modifier_groups: {
      ...{ id: ID, code: 'milk', name: 'Milk', currency: 'KES', min: 0, free_quantity: 0, modifiers: [], size: 1 },
      ...{ nested: [], version: 1 },
    },
    modifier_attachments: { id: ID, item_id: ID, groups: [], codes: [], version: 1 },
    catalog_combos: { item_id: ID, version: 1 },
    outlet_discoveries: {
      ...{ id: ID, outlet_id: ID, asked_by: 'user:ann', asked_at: AT, tries: 0, next_try_at: AT, outcome: null },
    },
    idempotency_keys: { key: 'k', fingerprint: 'f', status: 201, headers: {}, body: '{}' },
  };
  return Object.entries(rows).map(([table, row]) => [table, { tenant_id: tenantId, ...row }]);
}

/** Inserts one row; columns that are not given keep their defaults. */
export async function insertRow(client: Client, [table, row]: OneOfEach[number]): Promise<void> {
  const columns = Object.keys(row).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, $1)`,
    [JSON.stringify(row)],
  );
}

/** Every table that holds rows of tenants, by the catalogue. */
export async function tenantTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname::text as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** What a statement is refused with, or nothing; it leaves no trace. */
export async function refusalOf(
  client: Client,
  tenantId: string | null,
  work: () => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await undone(client, tenantId, work);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
