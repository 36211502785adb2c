/** Part of a key: its column, and its type in SQL. */
export type KeyPart = readonly [column: string, type: 'uuid' | 'text' | 'integer' | 'smallint'];

/** A table that a hub has a copy of. */
export interface ReplicaTable {
  readonly table: string;
  /** The primary key without the tenant. */
  readonly key: readonly KeyPart[];
  /** Why a hub has it. */
  readonly why: string;
  /** `outlet`: rows of the hub's own outlet only; text: a condition on the row, with `$1` for that outlet. */
  readonly of?: 'outlet' | { readonly condition: string };
  /** Columns in SQL where it is not all of them. */
  readonly columns?: string;
  /** What moves with each change in it; else its contents are compared by a digest. */
  readonly revision?: 'catalog' | 'pricing';
  /** Columns that count up at the hub as well: the higher number stays. */
  readonly raises?: readonly string[];
  /** Columns that the hub fills in itself, which stay while another one is the same. */
  readonly keeps?: { readonly columns: readonly string[]; readonly while: string };
  /** Rows are only added: what the hub has written since is its own. */
  readonly seed?: true;
}

const ID: readonly KeyPart[] = [['id', 'uuid']];
const OF_OUTLET: readonly KeyPart[] = [['outlet_id', 'uuid']];
const RAISES = { raises: ['event_sequence'] };

/** What stands in the place of a PIN's hash that the hub does not have: no hash looks like it. */
export const NO_PIN_HASH = 'cloud';

/**
 * All that is copied, in this order. Never copied: hashes of PINs, passwords and badges, API keys, logins, connections to providers and
 * webhooks with their secrets, gift cards, house accounts, points, orders, money. What devices did comes as their entries.
 */
export const REPLICA_TABLES: readonly ReplicaTable[] = [
  { table: 'tenants', key: [], why: 'name, currency and settings of the business' },
  { table: 'licence_standings', key: [], why: 'what the licence allows' },
  { table: 'subscriptions', key: [], why: 'what devices are told of the licence', ...RAISES },
  { table: 'outlets', key: ID, why: 'places of sale; reports name the others, too' },
  { table: 'tax_groups', key: [...OF_OUTLET, ['code', 'text']], why: 'taxes of each place' },
  { table: 'roles', key: ID, why: 'what people may' },
  {
    ...{ table: 'staff', key: ID, why: 'who works here; not how to reach them' },
    columns: `tenant_id, id, staff_number, display_name, locale, user_id, status, disabled_at, created_by, created_at, updated_at, version`,
  },
  {
    ...{
      table: 'staff_assignments',
      key: [
        ['person_id', 'uuid'],
        ['position', 'smallint'],
      ],
      why: 'roles of people',
    },
  },
  {
    ...{
      table: 'staff_pins',
      key: [['person_id', 'uuid']],
      why: 'who has a PIN since when; never the PIN or its hash',
    },
    columns: `tenant_id, person_id, '${NO_PIN_HASH}' as hash, '{}'::text[] as former, false as must_change, set_at`,
    keeps: { columns: ['hash'], while: 'set_at' },
  },
  {
    table: 'devices',
    key: ID,
    of: 'outlet',
    why: 'devices of the outlet, and the keys that they are bound by',
    ...RAISES,
  },
  {
    ...{ table: 'device_tokens', key: [['token_hash', 'text']], why: 'by which they are known; hashes only' },
    of: { condition: 'device_id in (select d.id from devices d where d.outlet_id = $1)' },
  },
  {
    ...{ table: 'device_states', key: [['device_id', 'uuid']], why: 'where signs of life are noted', seed: true },
    of: { condition: 'device_id in (select d.id from devices d where d.outlet_id = $1)' },
  },
  { table: 'device_policies', key: [], why: 'the oldest program that may work' },
  { table: 'brandings', key: [], why: 'how screens look' },
  { table: 'approval_rules', key: [['action', 'text']], why: 'what takes a second person' },
  { table: 'tender_settings', key: ID, why: 'how people may pay' },
  { table: 'drawers', key: ID, of: 'outlet', why: 'where cash goes', raises: ['sessions'] },
  { table: 'drawer_trays', key: ID, of: 'outlet', why: 'trays that move between them' },
  { table: 'dining_tables', key: ID, of: 'outlet', why: 'where guests are seated' },
  { table: 'drawer_policies', key: OF_OUTLET, of: 'outlet', why: 'rules of cash' },
  { table: 'shift_policies', key: OF_OUTLET, of: 'outlet', why: 'rules of working time' },
  { table: 'label_rules', key: OF_OUTLET, of: 'outlet', why: 'how labels of scales are read' },
  { table: 'catalog_items', key: ID, why: 'what is sold', revision: 'catalog' },
  { table: 'catalog_barcodes', key: [['code', 'text']], why: 'how it is scanned', revision: 'catalog' },
  { table: 'catalog_combos', key: [['item_id', 'uuid']], why: 'meals of several items', revision: 'pricing' },
  { table: 'modifier_groups', key: ID, why: 'choices', revision: 'pricing' },
  { table: 'modifier_attachments', key: ID, why: 'what can be chosen where', revision: 'pricing' },
  {
    ...{ table: 'item_availability', key: [...OF_OUTLET, ['sku', 'text']], of: 'outlet' },
    why: 'what ran out',
  },
  { table: 'pricebooks', key: ID, why: 'prices', revision: 'pricing' },
  {
    ...{ table: 'pricebook_versions', key: ID, why: 'prices that were released', revision: 'pricing' },
    of: { condition: `state = 'released'` },
  },
  {
    ...{
      table: 'pricebook_entries',
      key: [
        ['version_id', 'uuid'],
        ['sku', 'text'],
      ],
      why: 'their prices',
    },
    ...{ of: { condition: released() }, revision: 'pricing' },
  },
  { table: 'promotions', key: ID, why: 'offers', revision: 'pricing' },
  {
    ...{
      table: 'promotion_versions',
      key: [
        ['promotion_id', 'uuid'],
        ['version', 'integer'],
      ],
      why: 'their rules',
    },
    revision: 'pricing',
  },
  { table: 'promotion_counters', key: [['promotion_id', 'uuid']], why: 'how often they may be used', ...RAISES },
  {
    ...{ table: 'promotion_codes', key: ID, why: 'codes that many share; never those of one customer' },
    of: {
      condition: `(select count(*) from promotion_codes k
        where k.promotion_id = promotion_codes.promotion_id and k.active) <= 20`,
    },
  },
  // Last: what caches and cursors look at.
  { table: 'sync_marks', key: [], why: 'how often what has no revision has changed' },
  { table: 'master_data_revisions', key: [], why: 'by which caches notice' },
];

function released(): string {
  return `version_id in (select v.id from pricebook_versions v where v.state = 'released')`;
}
