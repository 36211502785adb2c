-- What guests choose with an item: groups of modifiers, where they are attached, and what is in combos. References to groups go
-- by code. Writers hold the tenant's row of revisions, one at a time, so that no reference is left to a group that is gone.
-- Definitions are read and written whole; json, unlike jsonb, keeps them as they were written.
create table modifier_groups (
  tenant_id     uuid not null references tenants (tenant_id),
  id            uuid not null,
  code          text not null check (length(code) between 1 and 64),
  name          text not null check (length(name) between 1 and 200),
  currency      text not null check (currency ~ '^[A-Z]{3}$'),
  min           integer not null check (min >= 0),
  max           integer check (max >= min),
  free_quantity integer not null check (free_quantity >= 0),
  modifiers     json not null,
  -- How many modifiers there are, and the codes of groups that they bring along, as often as they do: what nesting goes by.
  size          integer not null check (size > 0),
  nested        text[] not null,
  version       integer not null check (version > 0),
  -- A deleted group keeps its row: should its id come back, its events go on counting.
  deleted_at    timestamptz,
  updated_at    timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index modifier_groups_code_key on modifier_groups (tenant_id, code) where deleted_at is null;
create index modifier_groups_by_name on modifier_groups (tenant_id, name, id) where deleted_at is null;
alter table modifier_groups enable row level security;
alter table modifier_groups force row level security;
create policy tenant_isolation on modifier_groups
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on modifier_groups to pos_app;

-- The groups that are offered with an item, or with all items of a category.
create table modifier_attachments (
  tenant_id  uuid not null references tenants (tenant_id),
  -- The item's id, or the list's own.
  id         uuid not null,
  item_id    uuid,
  category   text,
  groups     json not null,
  -- Codes of the groups attached.
  codes      text[] not null,
  version    integer not null check (version > 0),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references catalog_items (tenant_id, id),
  constraint modifier_attachments_item_key unique (tenant_id, item_id),
  constraint modifier_attachments_category_key unique (tenant_id, category),
  check ((item_id is null) <> (category is null)),
  check (item_id = id)
);
alter table modifier_attachments enable row level security;
alter table modifier_attachments force row level security;
create policy tenant_isolation on modifier_attachments
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on modifier_attachments to pos_app;

-- What is in the items that are combos.
create table catalog_combos (
  tenant_id  uuid not null references tenants (tenant_id),
  item_id    uuid not null,
  -- Null: the combo was removed; its events go on counting when it comes back.
  definition json,
  version    integer not null check (version > 0),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references catalog_items (tenant_id, id)
);
alter table catalog_combos enable row level security;
alter table catalog_combos force row level security;
create policy tenant_isolation on catalog_combos
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on catalog_combos to pos_app;
