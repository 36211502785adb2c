-- Working periods of people, and the tips that they are owed. No foreign keys to tenants, outlets or orders, see 0005.

-- When a shift is so long that somebody is reminded of it.
create table shift_policies (
  tenant_id       uuid not null,
  outlet_id       uuid not null,
  -- Null: nobody is reminded.
  longest_minutes integer check (longest_minutes between 1 and 10080),
  version         integer not null check (version > 0),
  primary key (tenant_id, outlet_id)
);
alter table shift_policies enable row level security;
alter table shift_policies force row level security;
create policy tenant_isolation on shift_policies
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on shift_policies to pos_app;

create table shifts (
  tenant_id       uuid not null,
  id              uuid not null,
  outlet_id       uuid not null,
  -- Whoever signs in: the subject of a token, or the id of a key.
  person_id       text not null check (length(person_id) between 1 and 200),
  job             text not null check (length(job) between 1 and 40),
  device_id       text,
  status          text not null check (status in ('working', 'on_break', 'ended')),
  clocked_in_at   timestamptz not null,
  clocked_out_at  timestamptz,
  -- The outlet's trading day of the clock-in.
  business_date   date not null,
  -- [{"from": "…", "to": "…"}], in their order; the last one of a shift on a break has no end.
  breaks          jsonb not null default '[]',
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  -- What the person says to have got in tips.
  declared_tips   bigint check (declared_tips >= 0),
  -- [{"at": "…", "by": "…", "reason": "…", "before": {…}, "after": {…}}]: nothing that was corrected is lost.
  edits           jsonb not null default '[]',
  -- When it will have lasted too long, and when that was told.
  overdue_at      timestamptz,
  overdue_told_at timestamptz,
  event_sequence  integer not null check (event_sequence > 0),
  version         integer not null check (version > 0),
  check ((status = 'ended') = (clocked_out_at is not null)),
  check (clocked_out_at is null or clocked_out_at >= clocked_in_at)
);
create index shifts_by_time on shifts (tenant_id, clocked_in_at desc, id);
create index shifts_by_business_date on shifts (tenant_id, business_date, outlet_id);
create index shifts_by_person on shifts (tenant_id, person_id, clocked_in_at desc);
create index shifts_due on shifts (overdue_at) where status <> 'ended' and overdue_told_at is null;
-- A person works one shift at a time, wherever that is.
create unique index shifts_open_key on shifts (tenant_id, person_id) where status <> 'ended';
alter table shifts add primary key (tenant_id, id);
alter table shifts enable row level security;
alter table shifts force row level security;
create policy tenant_isolation on shifts
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on shifts to pos_app;
-- The worker finds which shifts last too long, of all tenants; each is told of under its own tenant, as requests are.
create policy reminder_finds_due on shifts for select to pos_worker
  using (status <> 'ended' and overdue_told_at is null and overdue_at <= now());
grant select (tenant_id, id, status, overdue_at, overdue_told_at) on shifts to pos_worker;

-- How an outlet pools tips: one set of rules for each.
create table tip_rules (
  tenant_id uuid not null,
  outlet_id uuid not null,
  name      text not null check (length(name) between 1 and 100),
  active    boolean not null,
  -- How much of a tip goes to the pool, and which tips.
  percent   smallint not null check (percent between 0 and 100),
  sources   text not null check (sources in ('all', 'card', 'cash')),
  basis     text not null check (basis in ('hours', 'equal', 'sales')),
  -- [{"job": "waiter", "weight": "1"}]; a job that is not named gets nothing.
  shares    jsonb not null,
  version   integer not null check (version > 0),
  primary key (tenant_id, outlet_id)
);
alter table tip_rules enable row level security;
alter table tip_rules force row level security;
create policy tenant_isolation on tip_rules
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on tip_rules to pos_app;

-- Whom an outlet owes tips: a person, or the pool. What is owed is the sum of the account's entries; the row is what is locked.
create table tip_accounts (
  tenant_id      uuid not null,
  id             uuid not null,
  outlet_id      uuid not null,
  -- Null: the pool.
  person_id      text check (length(person_id) between 1 and 200),
  currency       text not null check (currency ~ '^[A-Z]{3}$'),
  event_sequence integer not null default 0,
  primary key (tenant_id, id),
  constraint tip_accounts_holder_key unique nulls not distinct (tenant_id, outlet_id, person_id)
);
create index tip_accounts_by_person on tip_accounts (tenant_id, person_id);
alter table tip_accounts enable row level security;
alter table tip_accounts force row level security;
create policy tenant_isolation on tip_accounts
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on tip_accounts to pos_app;

-- A pool that was shared out. Distributed again only after it was taken back; both are kept.
create table tip_pool_runs (
  tenant_id      uuid not null,
  id             uuid not null,
  outlet_id      uuid not null,
  business_date  date not null,
  status         text not null check (status in ('distributed', 'reversed')),
  currency       text not null check (currency ~ '^[A-Z]{3}$'),
  amount         bigint not null check (amount > 0),
  -- The rules as they were, and who got how much for what.
  rules          jsonb not null,
  shares         jsonb not null,
  made_by        text not null,
  made_at        timestamptz not null,
  reversed_by    text,
  reversed_at    timestamptz,
  reverse_reason text,
  event_sequence integer not null check (event_sequence > 0),
  check ((status = 'reversed') = (reversed_at is not null))
);
create index tip_pool_runs_by_date on tip_pool_runs (tenant_id, outlet_id, business_date desc, id);
create unique index tip_pool_runs_once_key on tip_pool_runs (tenant_id, outlet_id, business_date) where status = 'distributed';
alter table tip_pool_runs add primary key (tenant_id, id);
alter table tip_pool_runs enable row level security;
alter table tip_pool_runs force row level security;
create policy tenant_isolation on tip_pool_runs
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on tip_pool_runs to pos_app;

-- The ledger of what is owed: written once, never changed.
create table tip_entries (
  tenant_id         uuid not null,
  id                uuid not null,
  account_id        uuid not null,
  outlet_id         uuid not null,
  person_id         text,
  business_date     date not null,
  -- pool_in: into the pool; pool_out: out of it. Both are written twice, on either side, and come to nothing.
  kind              text not null check (kind in
    ('earned', 'pool_in', 'pool_out', 'paid_cash', 'paid_payout', 'adjusted', 'reversed')),
  -- Above zero: more is owed.
  amount            bigint not null check (amount <> 0),
  -- What the guest paid it with.
  means             text check (means in ('cash', 'card')),
  -- What it comes from, once only.
  source            text not null check (length(source) between 1 and 300),
  order_id          uuid,
  payment_id        uuid,
  pool_run_id       uuid,
  drawer_session_id uuid,
  payout            jsonb,
  reason            text,
  approved_by       text,
  actor             text not null,
  at                timestamptz not null,
  check (kind <> 'paid_cash' or (amount < 0 and drawer_session_id is not null)),
  check (kind <> 'paid_payout' or (amount < 0 and payout is not null)),
  check ((kind in ('pool_out', 'reversed')) = (pool_run_id is not null)),
  check (kind <> 'adjusted' or reason is not null),
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references tip_accounts (tenant_id, id)
);
create index tip_entries_by_date on tip_entries (tenant_id, outlet_id, business_date);
create index tip_entries_by_time on tip_entries (tenant_id, at desc, id);
create index tip_entries_by_run on tip_entries (tenant_id, pool_run_id) where pool_run_id is not null;
alter table tip_entries add constraint tip_entries_source_key unique (tenant_id, source);
create index tip_entries_by_account on tip_entries (tenant_id, account_id, business_date);
alter table tip_entries enable row level security;
alter table tip_entries force row level security;
create policy tenant_isolation on tip_entries
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on tip_entries to pos_app;
