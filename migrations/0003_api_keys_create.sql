-- Keys of other programs. The key itself is shown once; only its hash is kept.
create table api_keys (
  tenant_id    uuid not null references tenants (tenant_id),
  id           uuid not null,
  name         text not null check (length(name) between 1 and 100),
  mode         text not null check (mode in ('live', 'test')),
  secret_hash  bytea not null,
  -- The last characters of the key, to tell keys apart in a list.
  hint         text not null,
  permissions  text[] not null,
  -- The outlets the key may act for; null is all of them.
  outlet_ids   uuid[],
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  created_by   text not null,
  created_at   timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint api_keys_secret_hash_key unique (tenant_id, secret_hash)
);
alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy tenant_isolation on api_keys
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on api_keys to pos_app;
