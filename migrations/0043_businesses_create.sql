-- Since when a business is closed: it can be reopened for some days. Null while it is not closed.
alter table tenants add column closed_at timestamptz;

-- Businesses that want in. Rows of the vendor's tenant; no foreign keys to tenants, see 0005.
create table business_registrations (
  tenant_id       uuid not null,
  id              uuid not null,
  slug            text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name            text not null check (length(name) between 1 and 200),
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  country         text check (country ~ '^[A-Z]{2}$'),
  region          text check (region ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  time_zone       text check (length(time_zone) between 1 and 60),
  industry        text check (industry in ('cafe', 'restaurant', 'retail', 'salon', 'pharmacy', 'kiosk', 'web')),
  plan            text check (length(plan) between 1 and 60),
  language        text not null check (length(language) between 2 and 35),
  -- How the owner is reached; gone when the registration has ended. What is left of it is masked.
  owner_name      text check (length(owner_name) between 1 and 200),
  owner_email     text check (length(owner_email) between 3 and 254),
  owner_phone     text check (length(owner_phone) between 5 and 20),
  contact         text check (length(contact) between 1 and 300),
  channel         text check (channel in ('email', 'sms')),
  source          text not null check (source in ('portal', 'auth')),
  status          text not null check (status in ('requested', 'verified', 'provisioning', 'active', 'expired', 'rejected')),
  -- The code as a keyed hash, and which key hashed it. Null: none can be entered now.
  code_hash       text check (code_hash ~ '^[0-9a-f]{64}$'),
  code_key        text check (length(code_key) between 1 and 20),
  code_expires_at timestamptz,
  tries_left      smallint not null default 0 check (tries_left between 0 and 5),
  codes_sent      smallint not null default 0 check (codes_sent between 0 and 4),
  code_sent_at    timestamptz,
  delivery        text not null check (delivery in ('by_hand', 'sending', 'sent', 'failed')),
  -- Fixed at the beginning, so that making things again makes the same things.
  business_id     uuid not null,
  owner_id        uuid not null,
  api_key_id      uuid not null,
  steps_done      text[] not null default '{}',
  api_key_made_at timestamptz,
  requested_by    text not null check (length(requested_by) between 1 and 300),
  requested_at    timestamptz not null,
  expires_at      timestamptz not null,
  verified_by     text check (length(verified_by) between 1 and 300),
  verified_at     timestamptz,
  ended_at        timestamptz,
  reason          text check (length(reason) between 1 and 500),
  -- Why the last try to make the business stopped: one word.
  failure         text check (length(failure) between 1 and 100),
  -- When it is worth a look; whoever has it in hand moves it on. Null: never.
  next_try_at     timestamptz,
  tries           integer not null default 0 check (tries >= 0),
  version         integer not null check (version > 0),
  event_sequence  integer not null check (event_sequence > 0),
  primary key (tenant_id, id),
  constraint business_registrations_business_key unique (tenant_id, business_id),
  check ((code_hash is null) = (code_key is null)),
  check ((code_hash is null) = (code_expires_at is null)),
  check ((status in ('active', 'expired', 'rejected')) = (ended_at is not null)),
  check (ended_at is null or (owner_name is null and owner_email is null and owner_phone is null and code_hash is null))
);
create unique index business_registrations_open_slug on business_registrations (tenant_id, slug)
  where status in ('requested', 'verified', 'provisioning');
create index business_registrations_due on business_registrations (tenant_id, next_try_at) where next_try_at is not null;
create index business_registrations_by_time on business_registrations (tenant_id, requested_at desc, id desc);
alter table business_registrations enable row level security;
alter table business_registrations force row level security;
create policy tenant_isolation on business_registrations
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on business_registrations to pos_app;

-- The businesses of this installation, as the vendor sees them. Rows of the vendor's tenant.
create table businesses (
  tenant_id      uuid not null,
  id             uuid not null,
  slug           text not null,
  name           text not null check (length(name) between 1 and 200),
  currency       text not null check (currency ~ '^[A-Z]{3}$'),
  country        text check (country ~ '^[A-Z]{2}$'),
  region         text check (region ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  time_zone      text check (length(time_zone) between 1 and 60),
  industry       text check (industry in ('cafe', 'restaurant', 'retail', 'salon', 'pharmacy', 'kiosk', 'web')),
  contact        text check (length(contact) between 1 and 300),
  notes          text check (length(notes) between 1 and 2000),
  status         text not null check (status in ('active', 'suspended', 'closed')),
  status_reason  text check (length(status_reason) between 1 and 500),
  status_since   timestamptz not null,
  registered_at  timestamptz not null,
  -- The version of the business's own row that this follows.
  tenant_version integer not null check (tenant_version >= 0),
  -- Set while the status is decided and the business's own row does not have it yet: when to carry it over, and who decided.
  carry_over_at  timestamptz,
  decided_by     text check (length(decided_by) between 1 and 300),
  version        integer not null check (version > 0),
  primary key (tenant_id, id),
  check (carry_over_at is null or decided_by is not null)
);
create index businesses_carry_over on businesses (tenant_id, carry_over_at) where carry_over_at is not null;
create index businesses_by_time on businesses (tenant_id, registered_at desc, id desc);
create unique index businesses_slug on businesses (tenant_id, slug);
alter table businesses enable row level security;
alter table businesses force row level security;
create policy tenant_isolation on businesses
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on businesses to pos_app;

-- What each business has been doing, collected once a day. Apart from its row, whose version people edit by.
create table business_activity (
  tenant_id        uuid not null,
  business_id      uuid not null,
  -- When it was collected; null: never yet.
  collected_at     timestamptz,
  due_at           timestamptz not null,
  last_activity_at timestamptz,
  last_order_at    timestamptz,
  last_sync_at     timestamptz,
  orders_7_days    integer not null default 0 check (orders_7_days >= 0),
  orders_30_days   integer not null default 0 check (orders_30_days >= 0),
  devices_active   integer not null default 0 check (devices_active >= 0),
  devices          integer check (devices >= 0),
  staff            integer check (staff >= 0),
  -- Rows of the business's history: a stand-in for the room that it takes.
  stored_events    bigint not null default 0 check (stored_events >= 0),
  plan             text check (length(plan) between 1 and 60),
  licence_status   text check (length(licence_status) between 1 and 30),
  plan_ends_at     timestamptz,
  primary key (tenant_id, business_id)
);
create index business_activity_due on business_activity (tenant_id, due_at);
alter table business_activity enable row level security;
alter table business_activity force row level security;
create policy tenant_isolation on business_activity
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on business_activity to pos_app;
