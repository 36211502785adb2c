-- Tables that guests are seated at. Named so because `tables` says something else to everybody who reads SQL. No foreign keys to
-- tenants or outlets, see 0005; orders name a table by its id, as a text that may as well be anything else.
create table dining_tables (
  tenant_id  uuid not null,
  id         uuid not null,
  outlet_id  uuid not null,
  name       text not null check (length(name) between 1 and 20),
  -- The part of the outlet that it stands in; null where there are no parts.
  area       text check (length(area) between 1 and 50),
  seats      integer not null check (seats between 1 and 99),
  -- Where it comes in lists.
  position   integer not null check (position between 0 and 9999),
  -- False: it was retired, and its name is free for another one.
  active     boolean not null default true,
  version    integer not null check (version > 0),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index dining_tables_name_key on dining_tables (tenant_id, outlet_id, lower(name)) where active;
create index dining_tables_by_position on dining_tables (tenant_id, outlet_id, position, name, id);

alter table dining_tables enable row level security;
alter table dining_tables force row level security;
create policy tenant_isolation on dining_tables
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on dining_tables to pos_app;

-- Devices keep a copy (0048).
create constraint trigger dining_tables_sync_mark after insert or update or delete on dining_tables
  deferrable initially deferred for each row execute function note_sync_mark('places');
