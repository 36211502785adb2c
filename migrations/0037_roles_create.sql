-- Roles that a business makes for itself, beside those that are built in. No foreign key to tenants, see 0005.
create table roles (
  tenant_id   uuid not null,
  id          uuid not null,
  code        text not null check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  name        text not null check (length(name) between 1 and 100),
  description text not null check (length(description) <= 500),
  permissions text[] not null check (cardinality(permissions) between 1 and 200),
  -- The role that it was copied from, and the template that it came with; what became of those does not matter here.
  based_on    text,
  template    text,
  -- What a screen shows first to who has the role.
  dashboard   text[] not null check (cardinality(dashboard) <= 20),
  created_by  text not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  -- Also its place in its own history of events.
  version     integer not null check (version > 0),
  primary key (tenant_id, id)
);
alter table roles add constraint roles_code_key unique (tenant_id, code);
alter table roles enable row level security;
alter table roles force row level security;
create policy tenant_isolation on roles
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on roles to pos_app;

-- Who ended a key and why, how often it was changed, and the reminder that was given last.
alter table api_keys add column version integer not null default 1 check (version > 0);
alter table api_keys add column revoked_by text;
alter table api_keys add column revoke_reason text check (length(revoke_reason) between 1 and 500);
-- Days before its end: 30, 7 or 1, and 0 for a key that takes no more reminders; null: none was given.
alter table api_keys add column reminded_days smallint check (reminded_days in (0, 1, 7, 30));
alter table api_keys add constraint api_keys_revoked_by_check check (revoked_at is not null or (revoked_by is null and revoke_reason is null));
create index api_keys_revoked on api_keys (tenant_id, revoked_at, id) where revoked_at is not null;
create index api_keys_ending on api_keys (expires_at) where revoked_at is null;

-- The worker finds which keys end soon, of all tenants; each is reminded of under its own tenant.
create policy reminder_finds_ending on api_keys for select to pos_worker using (revoked_at is null and expires_at is not null);
grant select (tenant_id, id, expires_at, revoked_at, reminded_days) on api_keys to pos_worker;

-- Somebody asks that a key last longer; somebody else who may says yes or no.
create table api_key_renewals (
  tenant_id     uuid not null,
  id            uuid not null,
  api_key_id    uuid not null,
  status        text not null check (status in ('asked', 'granted', 'denied')),
  -- Until when the key should last; null: forever.
  wanted_until  timestamptz,
  reason        text not null check (length(reason) between 1 and 500),
  asked_by      text not null,
  asked_at      timestamptz not null,
  decided_by    text,
  decided_at    timestamptz,
  note          text check (length(note) between 1 and 500),
  -- Until when it was granted; null: forever, or not granted.
  granted_until timestamptz,
  check ((status = 'asked') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check (status <> 'denied' or note is not null),
  check (status = 'granted' or granted_until is null),
  primary key (tenant_id, id)
);
create unique index api_key_renewals_asked on api_key_renewals (tenant_id, api_key_id) where status = 'asked';
create index api_key_renewals_by_time on api_key_renewals (tenant_id, asked_at, id);
alter table api_key_renewals enable row level security;
alter table api_key_renewals force row level security;
create policy tenant_isolation on api_key_renewals
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on api_key_renewals to pos_app;
