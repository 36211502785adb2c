-- The outbox, and at the same time each aggregate's history: rows are added in the transaction of the change and never
-- changed. `position` is drawn at the end of the writing transaction, under its locks, so it agrees with the order of changes
-- to one aggregate. It is not the order of commits: how the relay never skips a late one is told in event-log.ts.
create sequence events_position as bigint;
create table events (
  -- No foreign key, see 0005: every writing transaction would lock the tenant's one row.
  tenant_id    uuid not null,
  aggregate    text not null,
  aggregate_id uuid not null,
  sequence     integer not null check (sequence > 0),
  id           uuid not null,
  type         text not null,
  outlet_id    uuid,
  data         json not null,
  actor        text not null,
  request_id   text not null,
  trace_parent text,
  occurred_at  timestamptz not null,
  -- The transaction's id is taken before its position: the relay relies on that order (event-log.ts).
  position     bigint not null
    default nextval(case when pg_current_xact_id() is null then null else 'events_position'::regclass end),
  primary key (tenant_id, aggregate, aggregate_id, sequence)
);
create index events_by_position on events (position);
alter table events enable row level security;
alter table events force row level security;
create policy tenant_isolation on events
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on events to pos_app;
grant usage on sequence events_position to pos_app;

-- The relay serves all tenants; its own role may read events, slugs and nothing else.
create policy relay_reads on events for select to pos_worker using (true);
create policy relay_reads on tenants for select to pos_worker using (true);
grant select on events to pos_worker;
grant select (tenant_id, slug) on tenants to pos_worker;

grant select on sequence events_position to pos_worker;

-- How far each sink has been served: all events up to `position`.
create table outbox_cursors (
  sink       text primary key,
  position   bigint not null default 0,
  updated_at timestamptz not null default now()
);
grant select, insert, update on outbox_cursors to pos_worker;
