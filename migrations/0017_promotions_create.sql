-- Promotions: versions of their rules, codes that bring them, and who used them. No foreign keys to tenants or outlets, see 0005.
create table promotions (
  tenant_id    uuid not null,
  id           uuid not null,
  activation   text not null check (activation in ('automatic', 'code')),
  status       text not null check (status in ('draft', 'active', 'paused', 'ended')),
  -- The newest version of the rule, and what lists filter by of it.
  rule_version integer not null check (rule_version > 0),
  name         text not null,
  valid_from   timestamptz,
  valid_to     timestamptz,
  outlet_ids   uuid[],
  version      integer not null check (version > 0),
  created_by   text not null,
  created_at   timestamptz(3) not null,
  updated_at   timestamptz not null
);
-- The index that single rows are found by comes last, here and below, see 0005.
create index promotions_by_age on promotions (tenant_id, created_at, id);
create index promotions_active on promotions (tenant_id, id) where status = 'active';
alter table promotions add primary key (tenant_id, id);
alter table promotions enable row level security;
alter table promotions force row level security;
create policy tenant_isolation on promotions
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on promotions to pos_app;

-- What a promotion was: rows are added and never changed, and the service has no right to.
create table promotion_versions (
  tenant_id    uuid not null,
  promotion_id uuid not null,
  version      integer not null check (version > 0),
  details      jsonb not null,
  made_by      text not null,
  made_at      timestamptz(3) not null,
  primary key (tenant_id, promotion_id, version),
  foreign key (tenant_id, promotion_id) references promotions (tenant_id, id)
);
alter table promotion_versions enable row level security;
alter table promotion_versions force row level security;
create policy tenant_isolation on promotion_versions
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on promotion_versions to pos_app;

-- One row a promotion, the lock of all who change or use it: limits beside their counts, so that nobody decides on a cached
-- one. Sales lock these rows in the order of promotion_id, then codes in the order of (promotion_id, code).
create table promotion_counters (
  tenant_id             uuid not null,
  promotion_id          uuid not null,
  uses_max              integer,
  uses_per_customer_max integer,
  budget                bigint,
  currency              text,
  uses                  integer not null default 0 check (uses >= 0),
  -- Taken off in the currency of the budget; zero without one.
  spent                 bigint not null default 0 check (spent >= 0),
  codes                 integer not null default 0,
  event_sequence        integer not null check (event_sequence > 0),
  check ((budget is null) = (currency is null)),
  primary key (tenant_id, promotion_id),
  foreign key (tenant_id, promotion_id) references promotions (tenant_id, id)
);
alter table promotion_counters enable row level security;
alter table promotion_counters force row level security;
create policy tenant_isolation on promotion_counters
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on promotion_counters to pos_app;

create table promotion_codes (
  tenant_id             uuid not null,
  id                    uuid not null,
  promotion_id          uuid not null,
  batch_id              uuid not null,
  -- In its normal form.
  code                  text not null,
  uses_max              integer,
  uses_per_customer_max integer,
  valid_to              timestamptz,
  active                boolean not null default true,
  uses                  integer not null default 0 check (uses >= 0),
  version               integer not null default 1,
  created_at            timestamptz(3) not null,
  foreign key (tenant_id, promotion_id) references promotions (tenant_id, id)
);
create index promotion_codes_by_age on promotion_codes (tenant_id, promotion_id, created_at, id);
alter table promotion_codes add primary key (tenant_id, id);
alter table promotion_codes add constraint promotion_codes_code_key unique (tenant_id, code);
alter table promotion_codes enable row level security;
alter table promotion_codes force row level security;
create policy tenant_isolation on promotion_codes
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on promotion_codes to pos_app;

-- Which order uses what. A row goes when the order gives its use back. The code is '' where the promotion came by itself. No
-- foreign key to the order: it is written at the end of the same transaction.
create table promotion_uses (
  tenant_id    uuid not null,
  order_id     uuid not null,
  promotion_id uuid not null,
  code         text not null,
  customer_id  text,
  amount       bigint not null check (amount >= 0),
  currency     text not null,
  used_at      timestamptz(3) not null,
  foreign key (tenant_id, promotion_id) references promotions (tenant_id, id)
);
create index promotion_uses_by_time on promotion_uses (tenant_id, promotion_id, used_at, order_id, code);
create index promotion_uses_of_customer on promotion_uses (tenant_id, customer_id, promotion_id, code)
  where customer_id is not null;
alter table promotion_uses add primary key (tenant_id, order_id, promotion_id, code);
alter table promotion_uses enable row level security;
alter table promotion_uses force row level security;
create policy tenant_isolation on promotion_uses
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on promotion_uses to pos_app;
