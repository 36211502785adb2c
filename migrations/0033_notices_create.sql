-- What somebody should look at: one notice for an event that calls for a person. No foreign keys to tenants or outlets, see 0005.
create table notices (
  tenant_id       uuid not null,
  id              uuid not null,
  event_id        uuid not null,
  kind            text not null check (kind ~ '^[a-z][a-z0-9_]{0,59}$'),
  severity        text not null check (severity in ('info', 'warning', 'critical')),
  -- Null for what concerns the business as a whole.
  outlet_id       uuid,
  -- What it is about, as events name it: `payments/0197…`.
  subject         text not null check (length(subject) between 1 and 200),
  -- Amounts, ids and words; nothing that people typed, and nothing about people.
  params          jsonb not null,
  status          text not null check (status in ('open', 'acknowledged')),
  acknowledged_by text,
  acknowledged_at timestamptz,
  note            text check (length(note) between 1 and 500),
  occurred_at     timestamptz not null,
  raised_at       timestamptz not null,
  -- The way to the notifications service; `none` where there is none, or where somebody has seen the notice before it left.
  send_status     text not null check (send_status in ('none', 'pending', 'sent', 'failed')),
  tries           integer not null check (tries >= 0),
  -- When it is worth a try. Whoever has it in hand moves it on by a lease.
  next_try_at     timestamptz,
  sent_at         timestamptz,
  send_error      text,
  version         integer not null check (version > 0),
  event_sequence  integer not null check (event_sequence > 0),
  check ((status = 'acknowledged') = (acknowledged_at is not null)),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check (status = 'acknowledged' or note is null),
  check ((send_status = 'pending') = (next_try_at is not null)),
  check ((send_status = 'sent') = (sent_at is not null)),
  primary key (tenant_id, id)
);
alter table notices add constraint notices_event_key unique (tenant_id, event_id);
create index notices_due on notices (next_try_at) where send_status = 'pending';
create index notices_by_outlet on notices (tenant_id, outlet_id, raised_at desc, id desc);
create index notices_by_time on notices (tenant_id, raised_at desc, id desc);
alter table notices enable row level security;
alter table notices force row level security;
create policy tenant_isolation on notices
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on notices to pos_app;

-- The worker finds what is to be sent, of all tenants, and takes it in hand; each is sent under its own tenant.
create policy sender_finds_due on notices for select to pos_worker using (send_status = 'pending');
create policy sender_takes on notices for update to pos_worker
  using (send_status = 'pending') with check (send_status = 'pending');
grant select (tenant_id, id, send_status, next_try_at, raised_at) on notices to pos_worker;
grant update (next_try_at) on notices to pos_worker;
