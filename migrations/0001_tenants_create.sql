-- A tenant is one business. Its row is the root of everything that row security keeps apart.
create table tenants (
  tenant_id  uuid primary key,
  slug       text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name       text not null check (length(name) between 1 and 200),
  currency   text not null check (currency ~ '^[A-Z]{3}$'),
  status     text not null default 'active' check (status in ('active', 'suspended', 'closed')),
  settings   jsonb not null default '{}',
  version    integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenants_slug_key unique (slug)
);

-- After a transaction that set it the setting is '' rather than absent, hence nullif.
alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant_isolation on tenants
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on tenants to pos_app;

-- The one question that must be answered before a tenant is known: whose is this name in the path? It answers for an exact
-- slug only, so the list of tenants stays unreadable to the service's role. The catalogue lint lists it as the only definer.
create function tenant_by_slug(p_slug text)
  returns table (tenant_id uuid, slug text, name text, currency text, status text, settings jsonb)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform set_config('app.tenant_lookup', p_slug, true);
  return query select t.tenant_id, t.slug, t.name, t.currency, t.status, t.settings from public.tenants t where t.slug = p_slug;
end $$;
-- Row security is forced on the owner too; this lets the owner, and nobody else, see the row that the function asks for.
create policy tenant_lookup on tenants for select to current_user
  using (slug = nullif(current_setting('app.tenant_lookup', true), ''));
revoke all on function tenant_by_slug(text) from public;
grant execute on function tenant_by_slug(text) to pos_app;

-- How often the master data that prices depend on has changed. Caches name the revision they were filled at and every
-- transaction reads the current one, so a sale is never priced from a stale cache.
create table master_data_revisions (
  tenant_id uuid primary key references tenants (tenant_id),
  catalog   bigint not null default 1,
  outlets   bigint not null default 1
);
alter table master_data_revisions enable row level security;
alter table master_data_revisions force row level security;
create policy tenant_isolation on master_data_revisions
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on master_data_revisions to pos_app;
