-- Which events of siblings have been dealt with: the row is written in the transaction of their effects, so that an event
-- that comes again, by whichever door, does nothing. Events that nobody here reacts to are not remembered.
create table inbox_messages (
  tenant_id   uuid not null,
  -- The sibling: treasury, inventory, logistics, auth.
  source      text not null check (length(source) between 1 and 40),
  event_id    text not null check (length(event_id) between 1 and 255),
  type        text not null,
  via         text not null check (via in ('kafka', 'callback')),
  -- What the door called it: topic, partition and offset, or the id of the signed message.
  delivery    text,
  received_at timestamptz not null default now(),
  primary key (tenant_id, source, event_id)
);
create index inbox_messages_by_age on inbox_messages using brin (received_at);
alter table inbox_messages enable row level security;
alter table inbox_messages force row level security;
create policy tenant_isolation on inbox_messages
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on inbox_messages to pos_app;

-- How far each subject of a sibling has come, for reactions to the newest state: events may come in any order and by several
-- doors, and an older one must not undo a newer one.
create table inbox_subjects (
  tenant_id   uuid not null,
  source      text not null,
  subject     text not null check (length(subject) between 1 and 255),
  sequence    bigint,
  occurred_at timestamptz,
  updated_at  timestamptz not null default now(),
  primary key (tenant_id, source, subject)
);
create index inbox_subjects_by_age on inbox_subjects using brin (updated_at);
alter table inbox_subjects enable row level security;
alter table inbox_subjects force row level security;
create policy tenant_isolation on inbox_subjects
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on inbox_subjects to pos_app;

-- Messages that could not be dealt with. What names no tenant of ours belongs to the nil UUID, which no tenant has.
create table inbox_dead_letters (
  tenant_id   uuid not null,
  id          uuid not null,
  source      text not null,
  -- Of a message that could not even be read: where it came from.
  event_id    text not null,
  type        text,
  via         text not null check (via in ('kafka', 'callback')),
  delivery    text,
  -- The event in structured mode, or the text as it came; cut where it is longer than what is kept.
  envelope    text not null,
  truncated   boolean not null default false,
  reason      text not null,
  attempts    integer not null check (attempts > 0),
  status      text not null default 'dead' check (status in ('dead', 'redriven')),
  received_at timestamptz not null default now(),
  redriven_at timestamptz,
  primary key (tenant_id, id),
  constraint inbox_dead_letters_event_key unique (tenant_id, source, event_id)
);
create index inbox_dead_letters_by_time on inbox_dead_letters (tenant_id, received_at, id);
create index inbox_dead_letters_by_age on inbox_dead_letters using brin (received_at);
alter table inbox_dead_letters enable row level security;
alter table inbox_dead_letters force row level security;
create policy tenant_isolation on inbox_dead_letters
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on inbox_dead_letters to pos_app;
grant update (reason, attempts, status, redriven_at) on inbox_dead_letters to pos_app;

-- Housekeeping removes what is past its time, and can remove nothing younger: brokers and senders keep less, so that nothing
-- comes again later than that.
create policy housekeeping_sees_expired on inbox_messages for select to pos_worker using (received_at < now() - interval '30 days');
create policy housekeeping_removes_expired on inbox_messages for delete to pos_worker using (received_at < now() - interval '30 days');
grant select (tenant_id, source, event_id, received_at), delete on inbox_messages to pos_worker;
create policy housekeeping_sees_expired on inbox_subjects for select to pos_worker using (updated_at < now() - interval '180 days');
create policy housekeeping_removes_expired on inbox_subjects for delete to pos_worker using (updated_at < now() - interval '180 days');
grant select (tenant_id, source, subject, updated_at), delete on inbox_subjects to pos_worker;
create policy housekeeping_sees_expired on inbox_dead_letters for select to pos_worker using (received_at < now() - interval '90 days');
create policy housekeeping_removes_expired on inbox_dead_letters for delete to pos_worker using (received_at < now() - interval '90 days');
grant select (tenant_id, id, received_at), delete on inbox_dead_letters to pos_worker;
