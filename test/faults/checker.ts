import { Client } from 'pg';
import { INVARIANTS, DISPATCHED, type Invariant } from './invariants.js';
import type { AnswerReceipt, Ledger, OrderReceipt, SaleReceipt } from './receipts.js';

/** Something that is not as it must be. */
export interface Finding {
  readonly check: string;
  readonly detail: string;
}

/** What the checker may look at beside the database. */
export interface Evidence {
  readonly tenantId: string;
  readonly ledger?: Ledger;
  /** Ids of events that left through the log sink. */
  readonly delivered?: ReadonlySet<string>;
  /** True when dispatching had its time to finish. */
  readonly dispatched?: boolean;
}

const SHOWN_MAX = 10;

/**
 * Compares the database with itself and with what clients and sinks were told. It shares no code with the service and
 * trusts none: it reads rows as the owner, and what clients received.
 */
export async function check(
  ownerUrl: string,
  { tenantId, ledger, delivered, dispatched = false }: Evidence,
): Promise<Finding[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'fault-checker' });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
    await indexKeys(client);
    const findings: Finding[] = [];
    for (const invariant of [...INVARIANTS, ...(dispatched ? [DISPATCHED] : [])]) {
      findings.push(...(await broken(client, tenantId, invariant)));
    }
    if (ledger !== undefined) findings.push(...(await compareReceipts(client, tenantId, ledger)));
    if (delivered !== undefined) findings.push(...(await undelivered(client, delivered)));
    return findings;
  } finally {
    await client.end();
  }
}

/** Without it, finding the answers of an order reads all keys for each order. */
async function indexKeys(client: Client): Promise<void> {
  await client.query(
    `create index if not exists fault_checker_keys on idempotency_keys (tenant_id, (body::json ->> 'id'))`,
  );
  await client.query('analyze');
}

async function broken(client: Client, tenantId: string, { name, sql }: Invariant): Promise<Finding[]> {
  const { rows } = await client.query<{ detail: string }>(sql, [tenantId]);
  return rows.slice(0, SHOWN_MAX).map(({ detail }) => ({ check: name, detail }));
}

interface StoredOrder extends OrderReceipt {
  readonly token: string | null;
}

const ORDERS = `
  select o.customer_id as token, o.id, o.number, o.status, o.version,
    json_build_object('subtotal', subtotal, 'discount', discount, 'serviceCharge', service_charge, 'tax', tax, 'tip', tip,
      'rounding', rounding, 'surcharge', surcharge, 'total', total, 'paid', paid, 'change', change_given, 'due', due) as totals,
    array(select concat_ws(' ', id, trim_scale(quantity), total, trim_scale(refunded_quantity)) from pos_order_lines
          where tenant_id = o.tenant_id and order_id = o.id) as lines,
    array(select concat_ws(' ', id, tender, amount, status) from pos_payments
          where tenant_id = o.tenant_id and order_id = o.id) as payments,
    array(select concat_ws(' ', id, amount, rounding) from pos_refunds
          where tenant_id = o.tenant_id and order_id = o.id) as refunds
  from pos_orders o where o.tenant_id = $1`;

const ANSWERS = `select key, status, translate(encode(sha256(convert_to(body, 'UTF8')), 'base64'), '+/=', '-_') as "bodyHash"
  from idempotency_keys where tenant_id = $1`;

async function compareReceipts(client: Client, tenantId: string, ledger: Ledger): Promise<Finding[]> {
  const { rows: stored } = await client.query<StoredOrder>(ORDERS, [tenantId]);
  const { rows: answers } = await client.query<AnswerReceipt>(ANSWERS, [tenantId]);
  const byToken = groupedByToken(stored);
  const byKey = new Map(answers.map((answer) => [answer.key, answer]));
  const known = new Set(ledger.sales.map(({ token }) => token));
  const strangers = stored.filter(({ token }) => !known.has(token ?? '')).map(({ id }) => id);
  return [
    ...ledger.complaints.map((detail) => ({ check: 'clients have nothing to complain of', detail })),
    ...strangers.map((detail) => ({ check: 'every order is a sale that some client made', detail })),
    ...ledger.sales.flatMap((sale) => wrongSale(sale, byToken.get(sale.token) ?? [])),
    ...ledger.sales.flatMap(({ answers: received }) =>
      received.flatMap((answer) => wrongAnswer(answer, byKey.get(answer.key))),
    ),
  ];
}

function groupedByToken(stored: readonly StoredOrder[]): Map<string, StoredOrder[]> {
  const groups = new Map<string, StoredOrder[]>();
  for (const order of stored) groups.set(order.token ?? '', [...(groups.get(order.token ?? '') ?? []), order]);
  return groups;
}

function wrongSale({ token, clientId, last, unsure }: SaleReceipt, stored: readonly StoredOrder[]): Finding[] {
  const finding = (what: string): Finding[] => [
    { check: 'every answered sale is there exactly as answered', detail: `${token} ${what}` },
  ];
  const [order] = stored;
  if (stored.length > 1) return finding(`is there ${stored.length} times`);
  if (order === undefined) return last === undefined ? [] : finding(`was answered as ${last.number} and is gone`);
  if (clientId !== undefined && order.id !== clientId)
    return finding(`has id ${order.id}, the client said ${clientId}`);
  if (last === undefined) return unsure ? [] : finding('is there, though no answer was ever given');
  if (unsure)
    return order.version >= last.version && order.id === last.id
      ? []
      : finding(`has gone back to version ${order.version}`);
  const difference = differenceOf(last, order);
  return difference === undefined ? [] : finding(difference);
}

function differenceOf(answered: OrderReceipt, stored: OrderReceipt): string | undefined {
  for (const name of ['id', 'number', 'status', 'version', 'totals', 'lines', 'payments', 'refunds'] as const) {
    const [said, is] = [textOf(answered[name]), textOf(stored[name])];
    if (said !== is) return `was answered with ${name} ${said}, stored is ${is}`;
  }
  return undefined;
}

function textOf(value: OrderReceipt[keyof OrderReceipt]): string {
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return [...value].sort().join('; ');
  return Object.entries(value)
    .map(([name, amount]) => `${name} ${amount}`)
    .sort()
    .join(', ');
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}

function wrongAnswer({ key, status, bodyHash }: AnswerReceipt, stored: AnswerReceipt | undefined): Finding[] {
  const finding = (detail: string): Finding[] => [
    { check: 'every answer is stored under its key to the byte', detail },
  ];
  if (stored === undefined) return finding(`${key} was answered ${status} and nothing is stored`);
  if (stored.status !== status || stored.bodyHash !== bodyHash)
    return finding(`${key} was answered otherwise than is stored`);
  return [];
}

async function undelivered(client: Client, delivered: ReadonlySet<string>): Promise<Finding[]> {
  const { rows } = await client.query<{ id: string; type: string }>('select id, type from events order by position');
  const lost = rows.filter(({ id }) => !delivered.has(id));
  return lost.slice(0, SHOWN_MAX).map(({ id, type }) => {
    return {
      check: 'I5: every event left through the log',
      detail: `${type} ${id}, one of ${lost.length} that did not`,
    };
  });
}
