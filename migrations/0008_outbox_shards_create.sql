-- How far each sink has been served. A sink's work is split by aggregate into shards, so that several processes share it and
-- one aggregate is always in one pair of hands. All events of the shard up to `position` were delivered, or are of an aggregate
-- in outbox_blocked. Replaces outbox_cursors, which knew one cursor a sink.
create table outbox_shards (
  sink       text not null,
  shard      smallint not null check (shard >= 0),
  position   bigint not null default 0,
  owner      uuid,
  updated_at timestamptz not null default now(),
  primary key (sink, shard)
) with (fillfactor = 50);
insert into outbox_shards (sink, shard, position)
  select sink, shard, position from outbox_cursors cross join generate_series(0, 3) shard where sink <> 'log';
drop table outbox_cursors;
grant select, insert, update, delete on outbox_shards to pos_worker;

-- Who dispatches. A worker is alive while its lease lasts and the connection that it registered with is there: a killed process
-- is seen at once, one that hangs when its lease ends. `backend` names that connection.
create table outbox_workers (
  id            uuid primary key,
  sinks         text[] not null,
  backend       integer not null,
  backend_start timestamptz not null,
  leased_until  timestamptz not null
) with (fillfactor = 50);
grant select, insert, update, delete on outbox_workers to pos_worker;

-- Aggregates whose events from `position` on wait because one of them could not be delivered; the rest of the shard goes on.
create table outbox_blocked (
  tenant_id       uuid not null,
  sink            text not null,
  aggregate       text not null,
  aggregate_id    uuid not null,
  shard           smallint not null,
  position        bigint not null,
  attempts        integer not null,
  reason          text not null,
  blocked_at      timestamptz not null default now(),
  next_attempt_at timestamptz not null,
  primary key (tenant_id, sink, aggregate, aggregate_id)
);
alter table outbox_blocked enable row level security;
alter table outbox_blocked force row level security;
create policy tenant_isolation on outbox_blocked
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy dispatcher_blocks on outbox_blocked to pos_worker using (true) with check (true);
grant select, insert, update, delete on outbox_blocked to pos_worker;
grant select on outbox_blocked to pos_app;

-- Events that were given up for one sink. The event itself stays in `events`; `queued` asks for another try.
create table outbox_dead_letters (
  tenant_id    uuid not null,
  id           uuid not null,
  sink         text not null,
  shard        smallint not null,
  event_id     uuid not null,
  type         text not null,
  aggregate    text not null,
  aggregate_id uuid not null,
  sequence     integer not null,
  position     bigint not null,
  outlet_id    uuid,
  reason       text not null,
  attempts     integer not null,
  dead_at      timestamptz not null default now(),
  status       text not null default 'dead' check (status in ('dead', 'queued', 'redriven')),
  redrives     integer not null default 0,
  queued_by    text,
  redriven_at  timestamptz,
  primary key (tenant_id, id),
  constraint outbox_dead_letters_event_key unique (tenant_id, sink, event_id)
);
create index outbox_dead_letters_open on outbox_dead_letters (tenant_id, sink) where status <> 'redriven';
alter table outbox_dead_letters enable row level security;
alter table outbox_dead_letters force row level security;
create policy tenant_isolation on outbox_dead_letters
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy dispatcher_buries on outbox_dead_letters to pos_worker using (true) with check (true);
grant select, insert, update, delete on outbox_dead_letters to pos_worker;
grant select on outbox_dead_letters to pos_app;
grant update (status, queued_by, redrives) on outbox_dead_letters to pos_app;

-- Events leave when they are old and every sink has had them. The shortest age is longer than any stream or key looks back.
create policy retention_removes_old on events for delete to pos_worker using (occurred_at < now() - interval '8 days');
grant delete on events to pos_worker;
