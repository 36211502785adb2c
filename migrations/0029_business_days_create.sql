-- Z reports: what a business day or a drawer session came to, numbered and never changed (DOMAIN "Drawers, shifts, days").
create table z_reports (
  tenant_id     uuid not null,
  id            uuid not null,
  scope         text not null check (scope in ('day', 'drawer_session')),
  outlet_id     uuid not null,
  drawer_id     uuid,
  session_id    uuid,
  -- Numbers are gapless and hashes chained within a series: the days of an outlet, the sessions of a drawer.
  series_id     uuid generated always as (coalesce(drawer_id, outlet_id)) stored,
  -- Of a session: the day on which it was opened.
  business_date date not null,
  number        integer not null check (number > 0),
  -- Canonical JSON: every figure, as it is rendered for ever.
  content       text not null,
  -- SHA-256 of the content, which holds the hash of the report before it.
  hash          text not null check (hash ~ '^[0-9a-f]{64}$'),
  previous_hash text check (previous_hash ~ '^[0-9a-f]{64}$'),
  -- Minor units: the sales of this report and of all before it in its series.
  grand_total   bigint not null,
  exceptions    integer not null check (exceptions >= 0),
  made_at       timestamptz not null,
  made_by       text not null,
  check ((scope = 'drawer_session') = (session_id is not null)),
  check ((drawer_id is null) = (session_id is null)),
  check ((number = 1) = (previous_hash is null)),
  constraint z_reports_number_key unique (tenant_id, scope, series_id, number),
  constraint z_reports_session_key unique (tenant_id, session_id)
);
create unique index z_reports_day_key on z_reports (tenant_id, outlet_id, business_date) where scope = 'day';
create index z_reports_by_date on z_reports (tenant_id, business_date, id);
alter table z_reports add primary key (tenant_id, id);
alter table z_reports enable row level security;
alter table z_reports force row level security;
create policy tenant_isolation on z_reports
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Added and never changed: nobody has the right.
grant select, insert on z_reports to pos_app;

-- Where each series has got to. Its row is the last that a close locks; a report that is cut off the end of its series is found
-- missing by it.
create table z_report_series (
  tenant_id   uuid not null,
  scope       text not null check (scope in ('day', 'drawer_session')),
  series_id   uuid not null,
  outlet_id   uuid not null,
  last_number integer not null default 0 check (last_number >= 0),
  last_hash   text,
  grand_total bigint not null default 0,
  primary key (tenant_id, scope, series_id)
);
alter table z_report_series enable row level security;
alter table z_report_series force row level security;
create policy tenant_isolation on z_report_series
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on z_report_series to pos_app;

-- How the days of an outlet are closed when nobody does it.
create table day_policies (
  tenant_id      uuid not null,
  outlet_id      uuid not null,
  closure        text not null check (closure in ('off', 'automatic', 'required')),
  grace_minutes  integer not null check (grace_minutes between 0 and 1440),
  -- When somebody should look again.
  next_look_at   timestamptz not null default now(),
  event_sequence integer not null default 0,
  version        integer not null check (version > 0),
  primary key (tenant_id, outlet_id)
);
-- Found by the worker over all tenants.
create index day_policies_due on day_policies (next_look_at) where closure <> 'off';
alter table day_policies enable row level security;
alter table day_policies force row level security;
create policy tenant_isolation on day_policies
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on day_policies to pos_app;
-- The worker finds which outlets are to be looked at; each is then handled under its own tenant, as requests are.
create policy closer_finds_due on day_policies for select to pos_worker using (closure <> 'off' and next_look_at <= now());
grant select (tenant_id, outlet_id, closure, next_look_at) on day_policies to pos_worker;

-- Orders that are carried over to the next day: few at any time, and of any age.
create index pos_orders_unsettled on pos_orders (tenant_id, outlet_id) where status in ('open', 'held');

-- What a drawer session took, whatever its day.
create index pos_orders_by_session on pos_orders (tenant_id, drawer_session_id) where drawer_session_id is not null;
create index pos_payments_by_session on pos_payments (tenant_id, drawer_session_id) where drawer_session_id is not null;
create index pos_refunds_by_session on pos_refunds (tenant_id, drawer_session_id) where drawer_session_id is not null;
create index pos_payment_returns_by_session on pos_payment_returns (tenant_id, drawer_session_id)
  where drawer_session_id is not null;
