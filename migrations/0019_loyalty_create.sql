-- How points are earned and spent: one programme for each business.
create table loyalty_programmes (
  tenant_id   uuid not null primary key,
  name        text not null check (length(name) between 1 and 100),
  currency    text not null check (currency ~ '^[A-Z]{3}$'),
  active      boolean not null,
  earn_points integer not null check (earn_points > 0),
  earn_per    integer not null check (earn_per > 0),
  burn_points integer not null check (burn_points > 0),
  burn_worth  integer not null check (burn_worth > 0),
  version     integer not null,
  updated_at  timestamptz not null default now()
);
alter table loyalty_programmes enable row level security;
alter table loyalty_programmes force row level security;
create policy tenant_isolation on loyalty_programmes
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on loyalty_programmes to pos_app;

-- Customers who take part; who they are is kept elsewhere. With a ledger of a sibling's, the local copy that prices ask.
create table loyalty_members (
  tenant_id    uuid not null,
  id           uuid not null,
  customer_id  text not null check (length(customer_id) between 1 and 100),
  status       text not null check (status in ('active', 'closed')),
  groups       text[] not null,
  entitlements text[] not null,
  -- Below zero only when points were spent that a refund then took back.
  balance      bigint not null,
  enrolled_at  timestamptz not null,
  version      integer not null
);
create index loyalty_members_by_time on loyalty_members (tenant_id, enrolled_at desc, id);
alter table loyalty_members add primary key (tenant_id, id);
alter table loyalty_members add constraint loyalty_members_customer_key unique (tenant_id, customer_id);
alter table loyalty_members enable row level security;
alter table loyalty_members force row level security;
create policy tenant_isolation on loyalty_members
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on loyalty_members to pos_app;

-- The ledger: every movement of points, never changed. A member's balance is the sum of its entries.
create table loyalty_entries (
  tenant_id uuid not null,
  id        uuid not null,
  member_id uuid not null,
  kind      text not null check (kind in ('earn', 'earn_reversal', 'burn', 'burn_reversal', 'adjust')),
  points    bigint not null,
  balance   bigint not null,
  -- What moved them, once only.
  source    text not null,
  order_id  uuid,
  -- The money that the points stood for, in minor units, where they paid for something.
  worth     bigint,
  reason    text,
  actor     text not null,
  at        timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references loyalty_members (tenant_id, id)
);
create index loyalty_entries_by_member on loyalty_entries (tenant_id, member_id, at desc, id);
create index loyalty_entries_by_order on loyalty_entries (tenant_id, order_id) where order_id is not null;
alter table loyalty_entries add constraint loyalty_entries_source_key unique (tenant_id, source);
alter table loyalty_entries enable row level security;
alter table loyalty_entries force row level security;
create policy tenant_isolation on loyalty_entries
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on loyalty_entries to pos_app;
