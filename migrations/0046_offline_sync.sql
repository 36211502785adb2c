-- What devices did without a network, as they sent it, and what became of it. No foreign keys: entries name orders that may not be
-- there yet, or never will be.
create table offline_event_queue (
  tenant_id     uuid not null,
  -- The entry's own id, except where another entry has that, or its seal is broken.
  id            uuid not null,
  entry_id      uuid not null,
  device_id     uuid not null,
  outlet_id     uuid not null,
  sequence      integer not null check (sequence > 0),
  -- False for what is not believed to be of the device's chain.
  in_chain      boolean not null,
  kind          text not null check (length(kind) between 1 and 60),
  subject_id    uuid,
  -- The drawer session that its money goes into.
  session_id    uuid,
  body          jsonb not null,
  actor         jsonb not null,
  approver      jsonb,
  depends_on    uuid[] not null,
  previous_hash text not null check (length(previous_hash) between 1 and 100),
  hash          text not null check (length(hash) between 1 and 100),
  signature     text not null check (length(signature) between 1 and 200),
  -- Of what came: the hash where the seal is right.
  fingerprint   text not null check (length(fingerprint) between 1 and 100),
  -- The device's clock, the server's, their difference, and what is believed: DOMAIN.md "Drawers, shifts, days".
  device_at     timestamptz(3) not null,
  received_at   timestamptz(3) not null,
  skew_ms       bigint,
  happened_at   timestamptz(3) not null,
  business_date date not null,
  relayed_by    text check (length(relayed_by) between 1 and 300),
  trigger       text not null check (trigger in ('sale', 'button', 'reconnect', 'schedule', 'end_of_day', 'hub', 'file')),
  status        text not null check (status in ('applied', 'held', 'rejected', 'quarantined', 'discarded')),
  code          text check (code ~ '^[a-z][a-z0-9_]{0,79}$'),
  detail        text check (length(detail) <= 2000),
  facts         jsonb not null,
  -- Held: entries that have to take effect first.
  waits_for     uuid[] not null,
  -- The order as the entry left it.
  result        jsonb,
  tries         integer not null check (tries >= 0),
  next_try_at   timestamptz(3) check (next_try_at is null or status = 'held'),
  version       integer not null check (version > 0)
);
create index offline_event_queue_due on offline_event_queue (next_try_at) where status = 'held' and next_try_at is not null;
create index offline_event_queue_by_time on offline_event_queue (tenant_id, received_at desc, id desc);
create index offline_event_queue_by_device on offline_event_queue (tenant_id, device_id, received_at desc, id desc);
create index offline_event_queue_waiting on offline_event_queue (tenant_id, device_id, sequence)
  where status in ('held', 'rejected', 'quarantined');
create index offline_event_queue_by_subject on offline_event_queue (tenant_id, subject_id, sequence) where subject_id is not null;
create unique index offline_event_queue_fingerprint on offline_event_queue (tenant_id, fingerprint);
create unique index offline_event_queue_place on offline_event_queue (tenant_id, device_id, sequence) where in_chain;
-- The index that single rows are found by comes last, see 0005.
alter table offline_event_queue add primary key (tenant_id, id);
alter table offline_event_queue enable row level security;
alter table offline_event_queue force row level security;
create policy tenant_isolation on offline_event_queue
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on offline_event_queue to pos_app;
-- The worker finds what is to be tried again, of all tenants; each is tried under its own tenant.
create policy watch_finds_held on offline_event_queue for select to pos_worker
  using (status = 'held' and next_try_at is not null);
grant select (tenant_id, id, status, next_try_at) on offline_event_queue to pos_worker;

-- Each handling of an entry, and nothing of it is ever changed.
create table offline_event_replay (
  tenant_id uuid not null,
  id        uuid not null,
  entry_id  uuid not null,
  act       text not null check (act in ('received', 'retried', 'released', 'discarded')),
  at        timestamptz(3) not null,
  by        text not null check (length(by) between 1 and 300),
  reason    text check (length(reason) between 1 and 500),
  before    text check (before in ('applied', 'held', 'rejected', 'quarantined', 'discarded')),
  after     text not null check (after in ('applied', 'held', 'rejected', 'quarantined', 'discarded')),
  code      text check (code ~ '^[a-z][a-z0-9_]{0,79}$')
);
create index offline_event_replay_by_entry on offline_event_replay (tenant_id, entry_id, at, id);
alter table offline_event_replay add primary key (tenant_id, id);
alter table offline_event_replay enable row level security;
alter table offline_event_replay force row level security;
create policy tenant_isolation on offline_event_replay
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on offline_event_replay to pos_app;

-- How far each device's entries have come.
create table sync_devices (
  tenant_id      uuid not null,
  device_id      uuid not null,
  outlet_id      uuid not null,
  through        integer not null check (through >= 0),
  highest        integer not null check (highest >= through),
  head_hash      text not null check (length(head_hash) between 1 and 100),
  -- Ranges of numbers, ascending: [{"from": 3, "to": 5}].
  missing        jsonb not null,
  gap_since      timestamptz(3),
  gap_told_at    timestamptz(3),
  skew_ms        bigint,
  skewed_since   timestamptz(3),
  last_sync_at   timestamptz(3),
  last_trigger   text check (last_trigger in ('sale', 'button', 'reconnect', 'schedule', 'end_of_day', 'hub', 'file')),
  waiting        integer not null check (waiting >= 0),
  event_sequence integer not null check (event_sequence >= 0)
);
create index sync_devices_gaps on sync_devices (gap_since) where gap_since is not null and gap_told_at is null;
alter table sync_devices add primary key (tenant_id, device_id);
alter table sync_devices enable row level security;
alter table sync_devices force row level security;
create policy tenant_isolation on sync_devices
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on sync_devices to pos_app;
-- The worker finds the gaps that nobody was told of, of all tenants; each is told under its own tenant.
create policy watch_finds_gaps on sync_devices for select to pos_worker
  using (gap_since is not null and gap_told_at is null);
grant select (tenant_id, device_id, gap_since, gap_told_at) on sync_devices to pos_worker;

-- What entries did not agree with: one row for an entry and cause.
create table sync_conflicts (
  tenant_id  uuid not null,
  id         uuid not null,
  entry_id   uuid not null,
  device_id  uuid not null,
  outlet_id  uuid not null,
  subject_id uuid,
  cause      text not null check (cause ~ '^[a-z][a-z0-9_]{0,79}$'),
  facts      jsonb not null,
  choice     text not null check (choice in ('keep', 'undone', 'corrected')),
  undo       text check (length(undo) between 1 and 60),
  status     text not null check (status in ('open', 'resolved', 'reopened')),
  opened_at  timestamptz(3) not null,
  decided_by text check (length(decided_by) between 1 and 300),
  decided_at timestamptz(3),
  note       text check (length(note) between 1 and 500),
  version    integer not null check (version > 0),
  check ((status = 'open') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null))
);
create index sync_conflicts_by_time on sync_conflicts (tenant_id, opened_at desc, id desc);
create unique index sync_conflicts_of_entry on sync_conflicts (tenant_id, entry_id, cause);
alter table sync_conflicts add primary key (tenant_id, id);
alter table sync_conflicts enable row level security;
alter table sync_conflicts force row level security;
create policy tenant_isolation on sync_conflicts
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on sync_conflicts to pos_app;
