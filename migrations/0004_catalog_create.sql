-- The local copy of what can be sold. The inventory service owns items where there is one; without it, this is the truth.
create table catalog_items (
  tenant_id    uuid not null references tenants (tenant_id),
  id           uuid not null,
  sku          text not null check (length(sku) between 1 and 64),
  name         text not null check (length(name) between 1 and 200),
  category     text not null,
  price        bigint not null check (price >= 0),
  currency     text not null check (currency ~ '^[A-Z]{3}$'),
  tax_category text not null,
  barcode      text check (length(barcode) between 1 and 64),
  unit         text not null default 'each',
  active       boolean not null default true,
  version      integer not null default 1,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  constraint catalog_items_barcode_key unique (tenant_id, barcode)
);
-- The SKU's index comes last: see 0005 for why.
create index catalog_items_by_name on catalog_items (tenant_id, name, id);
create index catalog_items_by_category on catalog_items (tenant_id, category, name, id);
alter table catalog_items add primary key (tenant_id, id);
alter table catalog_items add constraint catalog_items_sku_key unique (tenant_id, sku);
alter table catalog_items enable row level security;
alter table catalog_items force row level security;
create policy tenant_isolation on catalog_items
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on catalog_items to pos_app;

-- One run of a catalogue import, with its progress while it runs.
create table catalog_imports (
  tenant_id   uuid not null references tenants (tenant_id),
  id          uuid not null,
  status      text not null check (status in ('running', 'succeeded', 'failed')),
  format      text not null check (format in ('csv', 'json')),
  total       integer not null default 0,
  created     integer not null default 0,
  updated     integer not null default 0,
  unchanged   integer not null default 0,
  rejected    integer not null default 0,
  -- The first rejected rows: [{"row": 3, "column": "price", "message": "…"}]; `rejected` counts all of them.
  errors      jsonb not null default '[]',
  failure     text,
  started_by  text not null,
  started_at  timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (tenant_id, id)
);
-- One import of a tenant at a time: two would only wait for each other's locks.
create unique index catalog_imports_running_key on catalog_imports (tenant_id) where status = 'running';
alter table catalog_imports enable row level security;
alter table catalog_imports force row level security;
create policy tenant_isolation on catalog_imports
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on catalog_imports to pos_app;
