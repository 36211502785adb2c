import { sql } from 'kysely';
import { datedIn, ofOutlets, type Check } from './check.js';

/** I7 and I3: balances are their ledgers, and series have no gaps. */
export const ledgerChecks = {
  gift_cards: (scope) => sql`
    select 'gift card ' || c.id as subject, format('%s in %s entries', e.balance, e.entries) as expected,
           format('%s in %s entries', c.balance, coalesce(c.movements, 0)) as actual,
           c.balance <> e.balance or c.balance < 0 or coalesce(c.movements, 0) <> e.entries or e.latest <> e.entries as broken
      from gift_cards c, lateral (
        select coalesce(sum(amount), 0) as balance, count(*) as entries, coalesce(max(number), 0) as latest
          from gift_card_transactions t where t.card_id = c.id) e
     where ${ofOutlets('c', scope)}`,

  house_accounts: ({ outletIds }) => sql`
    select 'house account ' || a.id as subject, format('%s in %s entries', e.balance, e.entries) as expected,
           format('%s in %s entries', a.balance, coalesce(a.movements, 0)) as actual,
           a.balance <> e.balance or coalesce(a.movements, 0) <> e.entries or e.latest <> e.entries as broken
      from house_accounts a, lateral (
        select coalesce(sum(amount), 0) as balance, count(*) as entries, coalesce(max(number), 0) as latest
          from house_account_entries t where t.account_id = a.id) e
     where ${outletIds === null} or a.outlet_ids is null or a.outlet_ids && ${outletIds === null ? [] : [...outletIds]}::uuid[]`,

  loyalty_points: ({ outletIds }) => sql`
    select 'member ' || m.id as subject, e.points::text as expected, m.balance::text as actual, m.balance <> e.points as broken
      from loyalty_members m,
           lateral (select coalesce(sum(points), 0) as points from loyalty_entries t where t.member_id = m.id) e
     where ${outletIds === null}`,

  report_numbers: (scope) => sql`
    select format('%s report %s of %s', z.scope, z.number, z.series_id) as subject,
           format('number %s after %s', z.place, coalesce(z.before, 'none')) as expected,
           format('number %s after %s', z.number, coalesce(z.previous_hash, 'none')) as actual,
           z.number <> z.place or z.previous_hash is distinct from z.before as broken
      from (select z.*, row_number() over series as place, lag(z.hash) over series as before
              from z_reports z where ${ofOutlets('z', scope)}
            window series as (partition by z.scope, z.series_id order by z.number)) z
     where ${datedIn('z', scope)}
    union all
    select format('%s reports of %s', c.scope, c.series_id), format('up to %s', c.last_number),
           format('up to %s', coalesce(z.last, 0)), c.last_number <> coalesce(z.last, 0)
      from z_report_series c
      left join lateral (select max(z.number) as last from z_reports z where z.scope = c.scope and z.series_id = c.series_id) z on true
     where ${ofOutlets('c', scope)}`,
} satisfies Readonly<Record<string, Check>>;
