-- How a business is connected to companies that collect mobile money: settings here, secrets sealed beside them.
create table payment_connections (
  tenant_id     uuid not null,
  id            uuid not null,
  provider      text not null check (provider in ('mpesa', 'airtel_money', 'orange_money')),
  -- Null: for every outlet that has no connection of its own.
  outlet_id     uuid,
  settings      jsonb not null,
  active        boolean not null default true,
  -- SHA-256 of the word in the address that the provider calls.
  callback_hash text not null check (length(callback_hash) between 1 and 64),
  tested_at     timestamptz,
  test_failure  text,
  version       integer not null default 1,
  created_by    text not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  constraint payment_connections_place_key unique nulls not distinct (tenant_id, provider, outlet_id),
  constraint payment_connections_callback_key unique (tenant_id, callback_hash)
);
alter table payment_connections add primary key (tenant_id, id);
alter table payment_connections enable row level security;
alter table payment_connections force row level security;
create policy tenant_isolation on payment_connections
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on payment_connections to pos_app;

create table payment_connection_secrets (
  tenant_id     uuid not null,
  connection_id uuid not null,
  field         text not null check (length(field) between 1 and 40),
  sealed        text not null,
  -- Counts the values that the field has had; a sealed one opens only with its own number.
  number        integer not null check (number > 0),
  -- At most its last four characters.
  hint          text not null check (length(hint) <= 4),
  primary key (tenant_id, connection_id, field),
  foreign key (tenant_id, connection_id) references payment_connections (tenant_id, id)
);
alter table payment_connection_secrets enable row level security;
alter table payment_connection_secrets force row level security;
create policy tenant_isolation on payment_connection_secrets
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on payment_connection_secrets to pos_app;
-- After a change of the key that seals, the worker wraps the secrets of all tenants anew.
create policy rewrap_finds on payment_connection_secrets for select to pos_worker using (true);
create policy rewrap_replaces on payment_connection_secrets for update to pos_worker using (true) with check (true);
grant select (tenant_id, connection_id, field, sealed, number) on payment_connection_secrets to pos_worker;
grant update (sealed) on payment_connection_secrets to pos_worker;

-- What was asked of a provider: written before the call, completed with its answer. Tells callbacks for ours from others.
create table provider_requests (
  tenant_id     uuid not null,
  -- Our key of the charge.
  key           text not null check (length(key) between 1 and 100),
  provider      text not null,
  -- The same as the provider is told it: short, letters and digits.
  request_id    text not null check (length(request_id) between 1 and 40),
  connection_id uuid not null,
  amount        bigint not null,
  currency      text not null check (currency ~ '^[A-Z]{3}$'),
  -- asked: nobody knows whether it arrived; absent: it surely did not.
  state         text not null check (state in ('asked', 'accepted', 'refused', 'absent')),
  -- The provider's name of it.
  reference     text,
  -- The receipt that the customer has.
  receipt       text,
  -- SHA-256 of the word that the provider's callback must bring.
  notify_hash   text,
  -- Where the customer pays, with providers that have a page for it.
  payment_url   text,
  -- A callback that nobody signed told another amount: only people may decide.
  doubtful      boolean not null default false,
  asked_at      timestamptz not null,
  constraint provider_requests_request_key unique (tenant_id, provider, request_id)
);
create index provider_requests_by_reference on provider_requests (tenant_id, provider, reference) where reference is not null;
create index provider_requests_by_notify on provider_requests (tenant_id, notify_hash) where notify_hash is not null;
alter table provider_requests add primary key (tenant_id, key);
alter table provider_requests enable row level security;
alter table provider_requests force row level security;
create policy tenant_isolation on provider_requests
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on provider_requests to pos_app;

-- What providers told, each once: the same again is known by the hash of what was said.
create table provider_notices (
  tenant_id     uuid not null,
  provider      text not null,
  digest        text not null check (length(digest) between 1 and 64),
  connection_id uuid not null,
  -- Null: nothing that we asked for.
  request_key   text,
  reference     text,
  outcome       text not null,
  amount        bigint,
  currency      text,
  reason        text,
  trusted       boolean not null,
  received_at   timestamptz not null,
  primary key (tenant_id, provider, digest)
);
create index provider_notices_by_time on provider_notices (tenant_id, received_at, digest);
alter table provider_notices enable row level security;
alter table provider_notices force row level security;
create policy tenant_isolation on provider_notices
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on provider_notices to pos_app;
