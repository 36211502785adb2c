-- Who is signed in where. Names of people are not here: they live in the staff alone.
create table staff_sessions (
  tenant_id      uuid not null,
  id             uuid not null,
  person_id      uuid not null,
  -- As events name the person: `user:<actor_id>`.
  actor_id       text not null check (length(actor_id) between 1 and 290),
  -- Null: in the back office, on no device.
  device_id      uuid,
  device_kind    text,
  outlet_id      uuid,
  method         text not null check (method in ('pin', 'badge', 'oauth', 'password')),
  -- SHA-256 of the token, hexadecimal; the token itself is nowhere.
  token_hash     text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  begun_at       timestamptz not null,
  expires_at     timestamptz not null,
  -- The last touch that the device told of; in no index, so that telling costs little.
  touched_at     timestamptz not null,
  -- Without a touch for so long it counts as locked; null: never.
  idle_minutes   integer check (idle_minutes > 0),
  locked_at      timestamptz,
  -- What has to be done before anything else.
  must_first     text check (must_first in ('change_pin', 'enrol_totp')),
  ended_at       timestamptz,
  ended_by       text,
  ended_why      text check (ended_why in ('signed_out', 'switched_user', 'forced', 'staff_disabled', 'device_unlinked',
                                           'device_locked', 'pin_reset', 'expired')),
  end_reason     text check (length(end_reason) between 1 and 500),
  -- Also its place in its own history of events.
  version        integer not null check (version > 0),
  check ((device_id is null) = (device_kind is null)),
  check ((device_id is null) = (outlet_id is null)),
  check ((ended_at is null) = (ended_why is null) and (ended_at is null) = (ended_by is null)),
  check (end_reason is null or ended_at is not null),
  check (expires_at > begun_at),
  primary key (tenant_id, id)
) with (fillfactor = 80);
create index staff_sessions_by_time on staff_sessions (tenant_id, begun_at desc, id desc);
create index staff_sessions_of_person on staff_sessions (tenant_id, person_id) where ended_at is null;
create index staff_sessions_of_device on staff_sessions (tenant_id, device_id) where ended_at is null;
create index staff_sessions_due on staff_sessions (expires_at) where ended_at is null;
create index staff_sessions_ended on staff_sessions (ended_at) where ended_at is not null;
-- On a device one session at most is not locked.
create unique index staff_sessions_one_open on staff_sessions (tenant_id, device_id)
  where ended_at is null and locked_at is null and device_id is not null;
alter table staff_sessions add constraint staff_sessions_token_key unique (tenant_id, token_hash);
alter table staff_sessions enable row level security;
alter table staff_sessions force row level security;
create policy tenant_isolation on staff_sessions
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on staff_sessions to pos_app;

-- The worker finds whose time has passed, of all tenants; each is booked under its own tenant. What ended long ago it removes.
create policy expiry_finds_due on staff_sessions for select to pos_worker
  using (ended_at is null and expires_at <= now());
create policy housekeeping_sees_ended on staff_sessions for select to pos_worker
  using (ended_at < now() - interval '400 days');
create policy housekeeping_removes_ended on staff_sessions for delete to pos_worker
  using (ended_at < now() - interval '400 days');
grant select (tenant_id, id, ended_at, expires_at) on staff_sessions to pos_worker;
grant delete on staff_sessions to pos_worker;

-- Wrong PINs and badges, counted before they are looked at, so that guesses at the same time cannot pass a limit (G10): of a
-- person on a device, of a device over all persons, of a person over all devices.
create table sign_in_counts (
  tenant_id    uuid not null,
  key          text not null check (length(key) between 1 and 100),
  id           uuid not null,
  scope        text not null check (scope in ('person_on_device', 'device', 'account')),
  -- As it was sent: whether there is such a person is no matter of counting.
  person_id    uuid,
  device_id    uuid,
  -- Where it was tried last.
  outlet_id    uuid,
  wrong        integer not null check (wrong >= 0),
  -- Of a device: the tries that count still.
  recent       timestamptz[] not null,
  -- Of an account: the day of UTC that `wrong` is of.
  day          date,
  locked_until timestamptz,
  tried_at     timestamptz not null,
  -- Its place in its own history of events; 0: it has none yet.
  version      integer not null check (version >= 0)
) with (fillfactor = 80);
create index sign_in_counts_locked on sign_in_counts (tenant_id, locked_until desc, id desc) where locked_until is not null;
create index sign_in_counts_by_age on sign_in_counts (tried_at);
alter table sign_in_counts add constraint sign_in_counts_id_key unique (tenant_id, id);
alter table sign_in_counts add primary key (tenant_id, key);
alter table sign_in_counts enable row level security;
alter table sign_in_counts force row level security;
create policy tenant_isolation on sign_in_counts
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on sign_in_counts to pos_app;

-- Counts that nobody added to for eight days count no longer (domain/guessing.ts forgets after seven).
create policy housekeeping_sees_old on sign_in_counts for select to pos_worker using (tried_at < now() - interval '8 days');
create policy housekeeping_removes_old on sign_in_counts for delete to pos_worker
  using (tried_at < now() - interval '8 days');
grant select (tenant_id, key, tried_at) on sign_in_counts to pos_worker;
grant delete on sign_in_counts to pos_worker;
