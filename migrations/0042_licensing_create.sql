-- Plans are rows of the vendor's own tenant. A built-in plan has a row only once it was changed.
create table plans (
  tenant_id             uuid not null,
  code                  text not null check (code ~ '^[a-z][a-z0-9_-]{0,59}$'),
  id                    uuid not null,
  -- Name, prices, limits and features, as a subscription copies them.
  terms                 jsonb not null,
  archived              boolean not null,
  version               integer not null check (version > 0),
  event_sequence        integer not null check (event_sequence > 0),
  updated_at            timestamptz not null,
  primary key (tenant_id, code)
);
alter table plans enable row level security;
alter table plans force row level security;
create policy tenant_isolation on plans
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on plans to pos_app;

-- What a business has subscribed to, with a copy of the plan's terms: changing a plan changes nobody's licence.
create table subscriptions (
  tenant_id         uuid primary key,
  plan              text not null check (length(plan) between 1 and 60),
  terms             jsonb not null,
  status            text not null
    check (status in ('trial', 'active', 'past_due', 'grace', 'expired', 'revoked', 'cancelled')),
  trial             boolean not null,
  since             timestamptz not null,
  paid_until        timestamptz,
  grace_until       timestamptz,
  revoked_at        timestamptz,
  revoked_reason    text check (length(revoked_reason) between 1 and 500),
  cancelled_at      timestamptz,
  cancelled_reason  text check (length(cancelled_reason) between 1 and 500),
  feature_overrides jsonb not null,
  flags             jsonb not null,
  source            text not null check (source in ('local', 'remote')),
  last_heard_at     timestamptz,
  version           integer not null check (version > 0),
  event_sequence    integer not null check (event_sequence > 0),
  updated_at        timestamptz not null,
  check ((status = 'revoked') = (revoked_at is not null)),
  check ((revoked_at is null) = (revoked_reason is null)),
  check ((cancelled_at is null) = (cancelled_reason is null))
);
alter table subscriptions enable row level security;
alter table subscriptions force row level security;
create policy tenant_isolation on subscriptions
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on subscriptions to pos_app;

-- Which reminders were sent: each once.
create table license_reminders (
  tenant_id uuid not null,
  kind      text not null check (kind in ('subscription', 'license')),
  due_at    timestamptz not null,
  days_left integer not null check (days_left >= 0),
  told_at   timestamptz not null,
  primary key (tenant_id, kind, due_at, days_left)
);
alter table license_reminders enable row level security;
alter table license_reminders force row level security;
create policy tenant_isolation on license_reminders
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on license_reminders to pos_app;

-- What a business used on a day (UTC). With a subscription service it is also what is reported to it.
create table license_usage_snapshots (
  tenant_id     uuid not null,
  day           date not null,
  orders        integer not null check (orders >= 0),
  outlets       integer not null check (outlets >= 0),
  devices       integer not null check (devices >= 0),
  staff         integer not null check (staff >= 0),
  integrations  integer not null check (integrations >= 0),
  -- All orders up to the end of the day: what stands for the storage in use.
  stored_orders bigint not null check (stored_orders >= 0),
  taken_at      timestamptz not null,
  report_status text not null check (report_status in ('none', 'pending', 'sent', 'refused')),
  report_tries  integer not null check (report_tries >= 0),
  report_error  text,
  primary key (tenant_id, day)
);
create index license_usage_unreported on license_usage_snapshots (tenant_id, day) where report_status = 'pending';
alter table license_usage_snapshots enable row level security;
alter table license_usage_snapshots force row level security;
create policy tenant_isolation on license_usage_snapshots
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on license_usage_snapshots to pos_app;

-- When the licence of a business is worth another look.
create table licence_watches (
  tenant_id    uuid primary key,
  next_look_at timestamptz not null,
  -- Only with a subscription service.
  next_sync_at timestamptz,
  sync_tries   integer not null check (sync_tries >= 0)
);
create index licence_watches_due on licence_watches (next_look_at);
alter table licence_watches enable row level security;
alter table licence_watches force row level security;
create policy tenant_isolation on licence_watches
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on licence_watches to pos_app;
-- The worker finds whose turn it is; each is looked at under its own tenant.
create policy watcher_finds_due on licence_watches for select to pos_worker using (true);
grant select (tenant_id, next_look_at) on licence_watches to pos_worker;

-- What the vendor asks of a business for a month. Rows of the vendor's own tenant.
create table licence_invoices (
  tenant_id      uuid not null,
  id             uuid not null,
  business_id    uuid not null,
  business_slug  text not null,
  -- The first day of the month that it is for.
  period         date not null,
  plan           text not null check (length(plan) between 1 and 60),
  lines          jsonb not null,
  total          bigint not null check (total >= 0),
  currency       text not null check (currency ~ '^[A-Z]{3}$'),
  status         text not null check (status in ('draft', 'sent', 'failed', 'paid')),
  -- The treasury's id of it, or what the vendor wrote down when it was paid.
  reference      text check (length(reference) between 1 and 200),
  error          text,
  tries          integer not null check (tries >= 0),
  -- Whoever has it in hand moves it on by a lease; null when nothing is to be sent.
  next_try_at    timestamptz,
  issued_at      timestamptz not null,
  sent_at        timestamptz,
  paid_at        timestamptz,
  version        integer not null check (version > 0),
  check ((status = 'paid') = (paid_at is not null)),
  check (status = 'draft' or next_try_at is null),
  primary key (tenant_id, id)
);
alter table licence_invoices add constraint licence_invoices_period_key unique (tenant_id, business_id, period);
create index licence_invoices_due on licence_invoices (tenant_id, next_try_at) where next_try_at is not null;
create index licence_invoices_by_time on licence_invoices (tenant_id, issued_at desc, id desc);
alter table licence_invoices enable row level security;
alter table licence_invoices force row level security;
create policy tenant_isolation on licence_invoices
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on licence_invoices to pos_app;

-- Businesses that asked for another plan. Rows of the vendor's own tenant.
create table plan_requests (
  tenant_id     uuid not null,
  id            uuid not null,
  business_id   uuid not null,
  business_slug text not null,
  plan          text not null check (length(plan) between 1 and 60),
  note          text check (length(note) between 1 and 500),
  requested_by  text not null,
  requested_at  timestamptz not null,
  status        text not null check (status in ('open', 'closed')),
  closed_at     timestamptz,
  answer        text check (length(answer) between 1 and 500),
  version       integer not null check (version > 0),
  check ((status = 'closed') = (closed_at is not null)),
  primary key (tenant_id, id)
);
create index plan_requests_by_time on plan_requests (tenant_id, requested_at desc, id desc);
alter table plan_requests enable row level security;
alter table plan_requests force row level security;
create policy tenant_isolation on plan_requests
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on plan_requests to pos_app;
