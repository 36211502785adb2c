import { sql } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { BusinessRefusal } from '../../domain/business.js';
import type { Registration, RegistrationId, RegistrationRefusal } from '../../domain/registration.js';
import type {
  BusinessFilter,
  BusinessOrder,
  BusinessViews,
  ListedBusiness,
  PageOf,
  RegistrationFilter,
} from '../../ports/business-views.js';
import {
  BUSINESS_COLUMNS,
  toBusiness,
  toFigures,
  type ActivityRow,
  type BusinessRow,
  type BusinessTables,
} from './business-rows.js';
import type { RegistrationTables } from './registration-repository.js';
import { REGISTRATION_COLUMNS, toRegistration } from './registration-rows.js';

// prettier-ignore
const FIGURES = [
  'collected_at', 'last_activity_at', 'last_order_at', 'last_sync_at', 'orders_7_days', 'orders_30_days', 'devices_active',
  'devices', 'staff', 'stored_events', 'plan', 'licence_status', 'plan_ends_at',
] as const;
const LAST_ACTIVITY = sql<Date>`coalesce(a.last_activity_at, 'epoch'::timestamptz)`;
// An empty list of regions means none, and SQL has no empty list: no region is called so.
const NO_REGION = '-';

/** Reads about businesses; row security confines them to the vendor's rows, these queries to the caller's regions. */
export class PostgresBusinessViews implements BusinessViews {
  constructor(private readonly transactor: Transactor) {}

  businesses(
    context: RequestContext,
    filter: BusinessFilter,
    order: BusinessOrder,
    { limit, after }: PageOf,
  ): Promise<readonly ListedBusiness[]> {
    return this.transactor.read(context, async (tx) => {
      let select = narrowed(businessesOf(tx, context), filter);
      const key = order === 'newest' ? sql<Date>`b.registered_at` : LAST_ACTIVITY;
      if (after !== undefined) {
        const sign = order === 'least_active' ? sql.raw('>') : sql.raw('<');
        select = select.where(sql<boolean>`(${key}, b.id) ${sign} (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      }
      const direction = order === 'least_active' ? 'asc' : 'desc';
      const rows = await select
        .orderBy(key, direction)
        .orderBy('b.id', direction)
        .limit(limit + 1)
        .execute();
      return rows.map(toListed);
    });
  }

  business(context: RequestContext, slug: string): Promise<ListedBusiness> {
    return this.transactor.read(context, async (tx) => {
      const row = await businessesOf(tx, context).where('b.slug', '=', slug).executeTakeFirst();
      if (row === undefined) throw new Refusal<BusinessRefusal>('business_not_found', { slug });
      return toListed(row);
    });
  }

  registrations(
    context: RequestContext,
    { status, region, slug }: RegistrationFilter,
    { limit, after }: PageOf,
  ): Promise<readonly Registration[]> {
    return this.transactor.read(context, async (tx) => {
      let select = registrationsOf(tx, context);
      if (status !== undefined) select = select.where('status', '=', status);
      if (region !== undefined) select = select.where('region', '=', region);
      if (slug !== undefined) select = select.where('slug', '=', slug);
      if (after !== undefined)
        select = select.where(sql<boolean>`(requested_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      const rows = await select
        .orderBy('requested_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return rows.map(toRegistration);
    });
  }

  registration(context: RequestContext, id: RegistrationId): Promise<Registration> {
    return this.transactor.read(context, async (tx) => {
      const row = await registrationsOf(tx, context).where('id', '=', id).executeTakeFirst();
      if (row === undefined) throw new Refusal<RegistrationRefusal>('registration_not_found', { registrationId: id });
      return toRegistration(row);
    });
  }
}

function businessesOf(tx: Tx, { principal }: RequestContext) {
  let select = transactionOf<BusinessTables>(tx)
    .selectFrom('businesses as b')
    .innerJoin('business_activity as a', (join) =>
      join.onRef('a.tenant_id', '=', 'b.tenant_id').onRef('a.business_id', '=', 'b.id'),
    )
    .select(BUSINESS_COLUMNS.map((column) => `b.${column}` as const))
    .select(FIGURES.map((column) => `a.${column}` as const));
  if (principal.regions !== undefined) select = select.where('b.region', 'in', [...principal.regions, NO_REGION]);
  return select;
}

function narrowed(
  query: ReturnType<typeof businessesOf>,
  { region, status, plan, q, inactiveSince }: BusinessFilter,
): ReturnType<typeof businessesOf> {
  let select = query;
  if (region !== undefined) select = select.where('b.region', '=', region);
  if (status !== undefined) select = select.where('b.status', '=', status);
  if (plan !== undefined) select = select.where('a.plan', '=', plan);
  if (q !== undefined) {
    const part = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    select = select.where((eb) => eb.or([eb('b.name', 'ilike', part), eb('b.slug', 'ilike', part)]));
  }
  if (inactiveSince !== undefined) select = select.where(sql<boolean>`${LAST_ACTIVITY} < ${inactiveSince}`);
  return select;
}

function registrationsOf(tx: Tx, { principal }: RequestContext) {
  const select = transactionOf<RegistrationTables>(tx)
    .selectFrom('business_registrations')
    .select(REGISTRATION_COLUMNS);
  if (principal.regions === undefined) return select;
  return select.where('region', 'in', [...principal.regions, NO_REGION]);
}

function toListed(row: BusinessRow & Omit<ActivityRow, 'business_id' | 'due_at'>): ListedBusiness {
  return { business: toBusiness(row), figures: toFigures(row), collectedAt: row.collected_at };
}
