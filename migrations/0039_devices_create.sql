-- What is linked to a business: devices, how they are linked, what they say of themselves and what they are told.
-- No foreign keys to tenants or outlets, see 0005.

create table devices (
  tenant_id         uuid not null,
  id                uuid not null,
  outlet_id         uuid not null,
  name              text not null check (length(name) between 1 and 100),
  kind              text not null check (kind in ('till', 'tablet', 'kiosk', 'kitchen_display', 'customer_screen', 'hub')),
  serial            text check (length(serial) between 1 and 100),
  status            text not null check (status in ('active', 'locked', 'unlinked')),
  -- What each request must come with beside the token: a proof by the key of this thumbprint (RFC 7638), or a secret.
  binding           text not null check (binding in ('dpop', 'secret')),
  thumbprint        text check (length(thumbprint) = 43),
  secret_hash       text check (length(secret_hash) = 64),
  platform          text not null check (length(platform) between 1 and 100),
  model             text not null check (length(model) between 1 and 100),
  -- Null: never.
  idle_lock_minutes integer check (idle_lock_minutes between 1 and 1440),
  linked_at         timestamptz not null,
  -- Who made the code that it was linked with.
  linked_by         text not null,
  link_code_id      uuid not null,
  locked_at         timestamptz,
  lock_reason       text,
  unlinked_at       timestamptz,
  unlink_reason     text,
  -- Since when it looks as if there were two of it.
  suspected_at      timestamptz,
  event_sequence    integer not null check (event_sequence > 0),
  version           integer not null check (version > 0),
  check ((binding = 'dpop') = (thumbprint is not null) and (binding = 'secret') = (secret_hash is not null)),
  check ((status = 'locked') = (locked_at is not null)),
  check ((status = 'unlinked') = (unlinked_at is not null))
);
create index devices_by_name on devices (tenant_id, name, id);
create index devices_by_link_code on devices (tenant_id, link_code_id);
alter table devices add primary key (tenant_id, id);
alter table devices enable row level security;
alter table devices force row level security;
create policy tenant_isolation on devices
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on devices to pos_app;

-- Tokens by their SHA-256. After a rotation the old one is good for a while.
create table device_tokens (
  tenant_id  uuid not null,
  device_id  uuid not null,
  token_hash text not null check (length(token_hash) = 64),
  issued_at  timestamptz not null,
  -- Null: not as long as the device is linked.
  expires_at timestamptz
);
create index device_tokens_by_device on device_tokens (tenant_id, device_id);
alter table device_tokens add primary key (tenant_id, token_hash);
alter table device_tokens enable row level security;
alter table device_tokens force row level security;
create policy tenant_isolation on device_tokens
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on device_tokens to pos_app;

-- What a device said last: written with each sign of life, and so kept apart from what people decide about it.
create table device_states (
  tenant_id              uuid not null,
  device_id              uuid not null,
  last_seen_at           timestamptz not null,
  app_version            text not null check (length(app_version) between 1 and 60),
  -- Its numbers, to compare by.
  app_version_parts      integer[] not null,
  queue_depth            integer not null default 0 check (queue_depth >= 0),
  oldest_queued_at       timestamptz,
  battery                smallint check (battery between 0 and 100),
  charging               boolean,
  -- The device's clock less the server's.
  clock_skew_ms          bigint,
  network                text,
  last_sync_at           timestamptz,
  -- Keyed hashes of what the device found out about its machine: the last one, and all that were ever told.
  fingerprint            text not null,
  fingerprints           text[] not null,
  -- What it was last handed to work by.
  configuration_hash     text not null,
  configuration_revision integer not null check (configuration_revision > 0),
  -- The revision that it works by.
  configuration_in_use   integer,
  -- When it counts as offline unless it says something; null: nobody waits for it.
  offline_due_at         timestamptz,
  offline_told_at        timestamptz,
  primary key (tenant_id, device_id)
) with (fillfactor = 60);
alter table device_states enable row level security;
alter table device_states force row level security;
create policy tenant_isolation on device_states
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on device_states to pos_app;
-- The worker finds which devices are silent, of all tenants; each is told of under its own tenant. Which those are, it asks
-- itself: column grants end at when.
create policy watch_finds_silent on device_states for select to pos_worker
  using (offline_told_at is null and offline_due_at is not null);
grant select (tenant_id, device_id, offline_due_at, offline_told_at) on device_states to pos_worker;

-- What happened to a device, for as long as it is known: written with the events that tell of it.
create table device_happenings (
  tenant_id uuid not null,
  device_id uuid not null,
  sequence  integer not null,
  type      text not null,
  at        timestamptz not null,
  actor     text not null,
  reason    text,
  primary key (tenant_id, device_id, sequence)
);
alter table device_happenings enable row level security;
alter table device_happenings force row level security;
create policy tenant_isolation on device_happenings
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on device_happenings to pos_app;

-- What devices are told to do; they hear it with their next sign of life.
create table device_commands (
  tenant_id       uuid not null,
  id              uuid not null,
  device_id       uuid not null,
  kind            text not null check (kind in ('lock', 'unlock', 'message', 'refresh_configuration', 'update', 'sign_out')),
  -- Of a message.
  text            text check (length(text) between 1 and 500),
  reason          text,
  status          text not null check (status in ('pending', 'acknowledged', 'withdrawn')),
  sent_by         text not null,
  sent_at         timestamptz not null,
  acknowledged_at timestamptz,
  check ((kind = 'message') = (text is not null)),
  check ((status = 'acknowledged') = (acknowledged_at is not null))
);
create index device_commands_by_device on device_commands (tenant_id, device_id, id);
create index device_commands_pending on device_commands (tenant_id, device_id, id) where status = 'pending';
alter table device_commands add primary key (tenant_id, id);
alter table device_commands enable row level security;
alter table device_commands force row level security;
create policy tenant_isolation on device_commands
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on device_commands to pos_app;

-- Many devices made ready at once.
create table provisioning_batches (
  tenant_id    uuid not null,
  id           uuid not null,
  size         integer not null check (size between 1 and 200),
  made_by      text not null,
  made_at      timestamptz not null,
  expires_at   timestamptz not null,
  withdrawn_at timestamptz,
  primary key (tenant_id, id)
);
alter table provisioning_batches enable row level security;
alter table provisioning_batches force row level security;
create policy tenant_isolation on provisioning_batches
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on provisioning_batches to pos_app;

-- Codes that link a device, by a keyed hash; the code itself is shown once and kept nowhere.
create table device_link_codes (
  tenant_id  uuid not null,
  id         uuid not null,
  batch_id   uuid,
  outlet_id  uuid not null,
  kind       text not null check (kind in ('till', 'tablet', 'kiosk', 'kitchen_display', 'customer_screen', 'hub')),
  name       text not null check (length(name) between 1 and 100),
  -- Set: only the device that names it.
  serial     text check (length(serial) between 1 and 100),
  code_hash  text not null check (length(code_hash) = 64),
  status     text not null check (status in ('open', 'used', 'withdrawn')),
  made_by    text not null,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  device_id  uuid,
  check ((status = 'used') = (device_id is not null))
);
create unique index device_link_codes_hash_key on device_link_codes (tenant_id, code_hash);
create index device_link_codes_by_batch on device_link_codes (tenant_id, batch_id, id) where batch_id is not null;
create index device_link_codes_open on device_link_codes (tenant_id, expires_at) where status = 'open';
alter table device_link_codes add primary key (tenant_id, id);
alter table device_link_codes enable row level security;
alter table device_link_codes force row level security;
create policy tenant_isolation on device_link_codes
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on device_link_codes to pos_app;

-- Wrong codes that somebody tried: too many in a while close linking for the rest of it.
create table device_link_tries (
  tenant_id      uuid not null primary key,
  since          timestamptz not null,
  wrong          integer not null check (wrong > 0),
  event_sequence integer not null default 0
);
alter table device_link_tries enable row level security;
alter table device_link_tries force row level security;
create policy tenant_isolation on device_link_tries
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on device_link_tries to pos_app;

-- How a business looks on its devices.
create table brandings (
  tenant_id  uuid not null primary key,
  -- An address, or the picture itself as a data: URL.
  logo       text check (length(logo) <= 90000),
  primary_colour    text not null check (primary_colour ~ '^#[0-9a-f]{6}$'),
  accent_colour     text not null check (accent_colour ~ '^#[0-9a-f]{6}$'),
  background_colour text not null check (background_colour ~ '^#[0-9a-f]{6}$'),
  version    integer not null check (version > 0)
);
alter table brandings enable row level security;
alter table brandings force row level security;
create policy tenant_isolation on brandings
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on brandings to pos_app;

create table device_policies (
  tenant_id             uuid not null primary key,
  -- Devices with an older program are shown as outdated; null: none is too old.
  minimum_app_version   text check (length(minimum_app_version) between 1 and 60),
  minimum_version_parts integer[],
  version               integer not null check (version > 0)
);
alter table device_policies enable row level security;
alter table device_policies force row level security;
create policy tenant_isolation on device_policies
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on device_policies to pos_app;
