-- What was asked of the registry of outlets: one row for a question, written before it is asked. No foreign key to outlets: most
-- of these outlets are not known yet, and some never will be.
create table outlet_discoveries (
  tenant_id   uuid not null,
  id          uuid not null,
  outlet_id   uuid not null,
  asked_by    text not null check (length(asked_by) between 1 and 300),
  asked_at    timestamptz(3) not null,
  tries       integer not null check (tries >= 0),
  -- When it is worth another try. Whoever has it in hand moves it on by a lease.
  next_try_at timestamptz(3),
  -- Null while there is no answer.
  outcome     text check (outcome in ('found', 'known', 'unknown', 'distrusted', 'unusable', 'unanswered')),
  -- Why, in a word.
  reason      text check (reason ~ '^[a-z][a-z0-9_]{0,59}$'),
  answered_at timestamptz(3),
  check ((outcome is null) = (next_try_at is not null)),
  check ((outcome is null) = (answered_at is null))
);
-- The index that single rows are found by comes last, see 0005.
create index outlet_discoveries_due on outlet_discoveries (next_try_at) where outcome is null;
create index outlet_discoveries_by_outlet on outlet_discoveries (tenant_id, outlet_id, asked_at desc, id desc);
create index outlet_discoveries_by_time on outlet_discoveries (tenant_id, asked_at desc, id desc);
create unique index outlet_discoveries_open on outlet_discoveries (tenant_id, outlet_id) where outcome is null;
alter table outlet_discoveries add primary key (tenant_id, id);
alter table outlet_discoveries enable row level security;
alter table outlet_discoveries force row level security;
create policy tenant_isolation on outlet_discoveries
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on outlet_discoveries to pos_app;

-- The worker finds what has no answer yet, of all tenants, and takes it in hand; each is asked under its own tenant.
create policy discovery_finds_due on outlet_discoveries for select to pos_worker using (outcome is null);
create policy discovery_takes on outlet_discoveries for update to pos_worker
  using (outcome is null) with check (outcome is null);
grant select (tenant_id, id, outlet_id, outcome, next_try_at) on outlet_discoveries to pos_worker;
grant update (next_try_at) on outlet_discoveries to pos_worker;
