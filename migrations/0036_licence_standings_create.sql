-- What a business may do by its licence, as every request has to know. The module `licensing` keeps it; the door reads it
-- together with the tenant, so that knowing it costs nothing of its own.
create table licence_standings (
  tenant_id             uuid primary key,
  plan                  text not null check (length(plan) between 1 and 60),
  orders_until          timestamptz,
  revoked_at            timestamptz,
  features              text[],
  rate_limit_per_minute integer check (rate_limit_per_minute >= 1),
  updated_at            timestamptz not null
);
alter table licence_standings enable row level security;
alter table licence_standings force row level security;
create policy tenant_isolation on licence_standings
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on licence_standings to pos_app;

-- The same question as tenant_by_slug, and what the licence says. Answers for an exact slug only.
create function tenant_at_door(p_slug text)
  returns table (tenant_id uuid, slug text, status text, settings jsonb, plan text, orders_until timestamptz,
                 revoked_at timestamptz, features text[], rate_limit_per_minute integer)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform set_config('app.tenant_lookup', p_slug, true);
  perform set_config('app.licence_lookup', coalesce((select t.tenant_id::text from public.tenants t where t.slug = p_slug), ''), true);
  return query select t.tenant_id, t.slug, t.status, t.settings, l.plan, l.orders_until, l.revoked_at, l.features,
      l.rate_limit_per_minute
    from public.tenants t left join public.licence_standings l on l.tenant_id = t.tenant_id where t.slug = p_slug;
end $$;
-- Row security is forced on the owner too; this lets the owner, and nobody else, see the row that the function asks for.
create policy tenant_lookup on licence_standings for select to current_user
  using (tenant_id = nullif(current_setting('app.licence_lookup', true), '')::uuid);
revoke all on function tenant_at_door(text) from public;
grant execute on function tenant_at_door(text) to pos_app;

-- The vendor itself: its administrators, keys, plans and the list of businesses are the rows of a tenant of this name, so
-- that they are kept apart by the same means as those of every business.
select set_config('app.tenant_id', '00000000-0000-7000-8000-000000000001', true);
insert into tenants (tenant_id, slug, name, currency)
  values ('00000000-0000-7000-8000-000000000001', 'platform', 'Platform', 'USD') on conflict do nothing;
insert into master_data_revisions (tenant_id)
  select tenant_id from tenants where tenant_id = '00000000-0000-7000-8000-000000000001' on conflict do nothing;
select set_config('app.tenant_id', '', true);
