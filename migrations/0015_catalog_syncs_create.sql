-- The catalogue of a source (the inventory service or an ERP) is fetched into the local copy, and tills fetch ours by the same
-- idea: what has changed since a revision. Lock time: columns with constant defaults rewrite nothing.
alter table catalog_items
  -- Where the item came from; null is made here. What came from a source goes when the source has it no more.
  add column source           text check (length(source) between 1 and 40),
  -- The tenant's revision of the catalogue that this item changed with, last.
  add column content_revision bigint not null default 1;

-- Whoever writes items holds the lock of the tenant's revisions and makes `catalog` one higher afterwards: this is that number.
-- Every real change sets a version; noting the source of an item that is there already is none.
create function note_content_revision() returns trigger language plpgsql as $$
begin
  new.content_revision := coalesce((select catalog + 1 from master_data_revisions where tenant_id = new.tenant_id), 1);
  return new;
end $$;
revoke all on function note_content_revision() from public;
create trigger catalog_items_content_revision before insert or update of version on catalog_items
  for each row execute function note_content_revision();

-- The condition holds for every row. It keeps the planner from taking this index, the youngest, for other questions: see 0005.
create index catalog_items_by_content_revision on catalog_items (tenant_id, content_revision, id) where content_revision > 0;

-- One run that fetches items from the source, with its progress while it runs.
create table catalog_syncs (
  tenant_id     uuid not null,
  id            uuid not null,
  status        text not null check (status in ('running', 'succeeded', 'failed')),
  mode          text not null check (mode in ('full', 'incremental')),
  trigger       text not null check (trigger in ('manual', 'schedule', 'event')),
  -- Revisions of the source, which alone knows what they mean.
  from_revision text,
  to_revision   text,
  fetched       integer not null default 0,
  created       integer not null default 0,
  updated       integer not null default 0,
  unchanged     integer not null default 0,
  deleted       integer not null default 0,
  rejected      integer not null default 0,
  -- The first rejected items: [{"number": 3, "sku": "tea", "member": "price", "message": "…"}]; `rejected` counts all of them.
  errors        jsonb not null default '[]',
  failure       text,
  started_by    text not null,
  started_at    timestamptz not null default now(),
  heartbeat_at  timestamptz not null default now(),
  finished_at   timestamptz,
  check ((status = 'running') = (finished_at is null)),
  check ((status = 'failed') = (failure is not null)),
  primary key (tenant_id, id)
);
create index catalog_syncs_by_time on catalog_syncs (tenant_id, started_at, id);
-- One run of a tenant at a time.
create unique index catalog_syncs_running_key on catalog_syncs (tenant_id) where status = 'running';
alter table catalog_syncs enable row level security;
alter table catalog_syncs force row level security;
create policy tenant_isolation on catalog_syncs
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on catalog_syncs to pos_app;

-- How far a tenant's copy has come, and when to look again.
create table catalog_sync_states (
  tenant_id       uuid not null primary key,
  -- The revision of the source up to which everything is here; null before the first full run.
  revision        text,
  -- When it was last found to be the newest.
  last_success_at timestamptz,
  -- Since when the source could not be reached, and what the last try failed with.
  away_since      timestamptz,
  failure         text,
  -- The source has told of a change, and no look has begun since.
  requested_at    timestamptz,
  due_at          timestamptz not null default now(),
  -- An instance looks after this tenant until then; one that was killed lets go by that.
  claimed_at      timestamptz,
  claimed_until   timestamptz
);
alter table catalog_sync_states enable row level security;
alter table catalog_sync_states force row level security;
create policy tenant_isolation on catalog_sync_states
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on catalog_sync_states to pos_app;

-- The worker finds out whose turn it is, of all tenants; what it then does, it does as each tenant.
create policy sync_finds_due on catalog_sync_states for select to pos_worker using (true);
grant select (tenant_id, last_success_at, requested_at, due_at, claimed_until) on catalog_sync_states to pos_worker;
