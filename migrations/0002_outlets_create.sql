-- A place of sale: everything that a sale there is computed and printed by.
create table outlets (
  tenant_id       uuid not null references tenants (tenant_id),
  id              uuid not null,
  name            text not null check (length(name) between 1 and 200),
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone       text not null,
  locale          text not null default 'en',
  -- Minutes after local midnight at which the trading day changes (DOMAIN: default 04:00).
  day_cut_minutes smallint not null default 240 check (day_cut_minutes between 0 and 1439),
  receipt_prefix  text not null check (receipt_prefix ~ '^[A-Z0-9]{1,8}$'),
  tenders         text[] not null,
  tax_rounding    text not null default 'receipt' check (tax_rounding in ('receipt', 'line')),
  -- {"stepMinor": 5, "mode": "half-up"}; absent where every coin exists.
  cash_rounding   jsonb,
  -- {"mon": [{"from": "08:00", "to": "22:00"}], …}; informs, never refuses a sale.
  opening_hours   jsonb not null default '{}',
  -- Seller lines on the receipt: address, tax number, header, footer.
  receipt         jsonb not null default '{}',
  active          boolean not null default true,
  version         integer not null default 1,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint outlets_receipt_prefix_key unique (tenant_id, receipt_prefix)
);
alter table outlets enable row level security;
alter table outlets force row level security;
create policy tenant_isolation on outlets
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on outlets to pos_app;

-- The taxes of a kind of goods at one outlet; an item names its group by code (taxCategory in the catalogue).
create table tax_groups (
  tenant_id      uuid not null,
  outlet_id      uuid not null,
  code           text not null check (length(code) between 1 and 40),
  name           text not null,
  mode           text not null check (mode in ('inclusive', 'exclusive')),
  -- [{"code": "VAT", "name": "VAT", "rate": "16.0", "compound": false}]
  taxes          jsonb not null,
  -- {"channels": ["takeaway"], "taxes": […], "policy": "keep_gross"}: the other rate away from the table.
  channel_switch jsonb,
  primary key (tenant_id, outlet_id, code),
  foreign key (tenant_id, outlet_id) references outlets (tenant_id, id)
);
alter table tax_groups enable row level security;
alter table tax_groups force row level security;
create policy tenant_isolation on tax_groups
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on tax_groups to pos_app;
