-- Cash drawers, kept as a double-entry ledger: what a drawer should hold is the sum of its entries and is stored nowhere while it is
-- in use. No foreign keys to tenants, outlets or orders, see 0005.
create table drawers (
  tenant_id  uuid not null,
  id         uuid not null,
  outlet_id  uuid not null,
  name       text not null,
  -- The device that it is fastened to; null where any device may open it.
  device_id  text,
  active     boolean not null default true,
  -- How many sessions it has had: their numbers have no gap, because whoever opens one holds this row.
  sessions   integer not null default 0 check (sessions >= 0),
  version    integer not null check (version > 0),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint drawers_name_key unique (tenant_id, outlet_id, name)
);

-- Inserts that are carried from drawer to drawer.
create table drawer_trays (
  tenant_id  uuid not null,
  id         uuid not null,
  outlet_id  uuid not null,
  name       text not null,
  -- The cashier whose it is; null where it is anybody's.
  owner      text,
  active     boolean not null default true,
  version    integer not null check (version > 0),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint drawer_trays_name_key unique (tenant_id, outlet_id, name)
);

create table drawer_policies (
  tenant_id            uuid not null,
  outlet_id            uuid not null,
  -- Money is taken only into an open session.
  session_required     boolean not null,
  -- A closing count that is further off than this, in minor units, has to be decided on.
  variance_limit       bigint not null check (variance_limit >= 0),
  -- From this much cash on the drawer takes no more until some is taken out or it is counted.
  cash_limit           bigint check (cash_limit > 0),
  -- Coins and notes in minor units; null: those of the currency.
  denominations        jsonb,
  blind_count          boolean not null,
  forced_count_sales   integer check (forced_count_sales > 0),
  forced_count_minutes integer check (forced_count_minutes > 0),
  float_default        bigint not null check (float_default >= 0),
  version              integer not null check (version > 0),
  primary key (tenant_id, outlet_id)
);

create table drawer_sessions (
  tenant_id         uuid not null,
  id                uuid not null,
  outlet_id         uuid not null,
  drawer_id         uuid not null,
  tray_id           uuid,
  device_id         text,
  cashier_id        text not null,
  number            integer not null check (number > 0),
  currency          text not null,
  -- The outlet's business day of the opening.
  business_date     date not null,
  -- As the outlet's policy was at the opening.
  blind             boolean not null,
  opened_at         timestamptz not null,
  opened_by         text not null,
  status            text not null check (status in ('open', 'counting', 'closed')),
  no_sales          integer not null default 0,
  -- The latest count, or the opening: from then on sales and minutes are counted.
  counted_last_at   timestamptz not null,
  count_forced_at   timestamptz,
  count_forced_for  text check (count_forced_for in ('cash_limit', 'sales', 'minutes')),
  count_started_at  timestamptz,
  count_started_by  text,
  closed_at         timestamptz,
  closed_by         text,
  counted           bigint check (counted >= 0),
  expected_at_close bigint,
  variance          bigint,
  -- What of the counted cash was left for the next session.
  kept_float        bigint check (kept_float >= 0),
  variance_state    text not null default 'none' check (variance_state in ('none', 'pending', 'approved', 'rejected')),
  variance_by       text,
  variance_at       timestamptz,
  variance_reason   text,
  variance_approval text,
  version           integer not null check (version > 0),
  event_sequence    integer not null check (event_sequence > 0),
  check ((count_forced_at is null) = (count_forced_for is null)),
  check (status <> 'counting' or (count_started_at is not null and count_started_by is not null)),
  check ((status = 'closed') = (closed_at is not null and closed_by is not null and counted is not null
    and expected_at_close is not null and variance is not null and kept_float is not null)),
  check (variance is null or variance = counted - expected_at_close),
  check (status = 'closed' or variance_state = 'none'),
  check ((variance_state in ('approved', 'rejected')) = (variance_by is not null and variance_at is not null)),
  foreign key (tenant_id, drawer_id) references drawers (tenant_id, id)
);
-- One open session for each drawer, device and tray.
create unique index drawer_sessions_drawer_open_key on drawer_sessions (tenant_id, drawer_id) where status <> 'closed';
create unique index drawer_sessions_device_open_key on drawer_sessions (tenant_id, device_id)
  where status <> 'closed' and device_id is not null;
create unique index drawer_sessions_tray_open_key on drawer_sessions (tenant_id, tray_id)
  where status <> 'closed' and tray_id is not null;
alter table drawer_sessions add constraint drawer_sessions_number_key unique (tenant_id, drawer_id, number);
create index drawer_sessions_by_time on drawer_sessions (tenant_id, opened_at, id);
create index drawer_sessions_by_day on drawer_sessions (tenant_id, outlet_id, business_date);
alter table drawer_sessions add primary key (tenant_id, id);

-- Entries are added and never changed: nobody has the right. Each moves its amount from the account that is credited to the one
-- that is debited. `session_id` is null where only the safe and the bank are concerned.
create table drawer_entries (
  tenant_id         uuid not null,
  id                uuid not null,
  session_id        uuid,
  outlet_id         uuid not null,
  kind              text not null check (kind in ('float', 'sale', 'change', 'refund', 'paid_in', 'paid_out', 'petty_cash', 'skim',
    'tip_out', 'transfer_in', 'transfer_out', 'count', 'close', 'deposit', 'safe_adjustment')),
  amount            bigint not null check (amount > 0),
  currency          text not null,
  debit_account     text not null,
  credit_account    text not null,
  order_id          uuid,
  payment_id        uuid,
  refund_id         uuid,
  reason            text,
  category          text,
  receipt_reference text,
  person            text,
  approved_by       text,
  actor             text not null,
  at                timestamptz not null,
  -- The outlet's business day of `at`; late when that day was closed already.
  business_date     date not null,
  late              boolean not null default false,
  check (debit_account <> credit_account),
  check ((session_id is null) = (kind in ('deposit', 'safe_adjustment'))),
  primary key (tenant_id, id),
  foreign key (tenant_id, session_id) references drawer_sessions (tenant_id, id)
);
create index drawer_entries_by_day on drawer_entries (tenant_id, outlet_id, business_date);
create index drawer_entries_by_outlet on drawer_entries (tenant_id, outlet_id, at, id);
create index drawer_entries_by_session on drawer_entries (tenant_id, session_id, at, id);

create table drawer_counts (
  tenant_id     uuid not null,
  id            uuid not null,
  session_id    uuid not null,
  kind          text not null check (kind in ('spot', 'handover', 'closing', 'forced')),
  denominations jsonb,
  total         bigint not null check (total >= 0),
  expected      bigint not null,
  variance      bigint not null,
  blind         boolean not null,
  counted_by    text not null,
  at            timestamptz not null,
  check (variance = total - expected),
  primary key (tenant_id, id),
  foreign key (tenant_id, session_id) references drawer_sessions (tenant_id, id)
);
create index drawer_counts_by_session on drawer_counts (tenant_id, session_id, at, id);

-- Money on its way from the safe to the bank.
create table bank_deposits (
  tenant_id      uuid not null,
  id             uuid not null,
  outlet_id      uuid not null,
  currency       text not null,
  amount         bigint not null check (amount > 0),
  reference      text,
  status         text not null check (status in ('prepared', 'deposited', 'confirmed', 'cancelled')),
  counted_amount bigint check (counted_amount >= 0),
  difference     bigint,
  prepared_at    timestamptz not null,
  prepared_by    text not null,
  deposited_at   timestamptz,
  deposited_by   text,
  ended_at       timestamptz,
  ended_by       text,
  version        integer not null check (version > 0),
  check ((status = 'confirmed') = (counted_amount is not null)),
  check (difference is not distinct from counted_amount - amount),
  check ((status in ('confirmed', 'cancelled')) = (ended_at is not null and ended_by is not null)),
  primary key (tenant_id, id)
);
create index bank_deposits_by_time on bank_deposits (tenant_id, outlet_id, prepared_at, id);

do $$
declare name text;
begin
  foreach name in array array['drawers', 'drawer_trays', 'drawer_policies', 'drawer_sessions', 'drawer_entries', 'drawer_counts',
    'bank_deposits'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy tenant_isolation on %I
      using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$policy$, name);
  end loop;
end $$;
grant select, insert, update on drawers, drawer_trays, drawer_policies, drawer_sessions, bank_deposits to pos_app;
grant select, insert on drawer_entries, drawer_counts to pos_app;

-- What a session's drawer should hold: computed from its entries each time, whoever asks.
create function drawer_expected(session uuid) returns bigint
language sql stable as $$
  select coalesce(sum(case when e.debit_account = 'drawer:' || session then e.amount
                           when e.credit_account = 'drawer:' || session then -e.amount else 0 end), 0)::bigint
    from drawer_entries e where e.session_id = session;
$$;

-- Called with the commit of whatever happens within a session. The lock is shared: sales do not wait for each other, but a close,
-- which locks the session alone, comes before (then this raises) or after (then it counts what is booked here).
create function assert_drawer_session_open(session uuid, outlet uuid, of_currency text) returns void
language plpgsql volatile as $$
declare found_one drawer_sessions;
begin
  select * into found_one from drawer_sessions s where s.id = session for share;
  if found_one.id is null or found_one.status <> 'open' or found_one.count_forced_at is not null
     or found_one.outlet_id <> outlet or found_one.currency <> of_currency then
    raise exception 'the drawer session takes nothing' using errcode = '23514', constraint = 'drawer_session_open';
  end if;
end $$;

-- The same, and books cash into the session. The day is that of the outlet's wall clock; the lock on it is the one that a close of
-- the day takes alone, so that what is booked for a closed day says so.
create function book_into_drawer(session uuid, outlet uuid, of_currency text, entries json) returns void
language plpgsql volatile as $$
declare
  day date;
  closed date;
begin
  perform assert_drawer_session_open(session, outlet, of_currency);
  if json_array_length(entries) = 0 then return; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.tenant_id') || outlet::text, 1));
  select ((e.at at time zone o.time_zone) - make_interval(mins => o.day_cut_minutes))::date, o.closed_through into day, closed
    from json_populate_record(null::drawer_entries, entries -> 0) e, outlets o where o.id = outlet;
  insert into drawer_entries (tenant_id, id, session_id, outlet_id, kind, amount, currency, debit_account, credit_account, order_id,
      payment_id, refund_id, actor, at, business_date, late)
    select e.tenant_id, e.id, session, outlet, e.kind, e.amount, of_currency, e.debit_account, e.credit_account, e.order_id,
           e.payment_id, e.refund_id, e.actor, e.at, day, coalesce(closed >= day, false)
      from json_populate_recordset(null::drawer_entries, entries) e;
end $$;
revoke all on function drawer_expected(uuid), assert_drawer_session_open(uuid, uuid, text),
  book_into_drawer(uuid, uuid, text, json) from public;
grant execute on function drawer_expected(uuid), assert_drawer_session_open(uuid, uuid, text),
  book_into_drawer(uuid, uuid, text, json) to pos_app;
