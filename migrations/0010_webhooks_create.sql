-- Webhooks: where a tenant wants its events sent, what is to be sent, and every try. No foreign keys to tenants or outlets, see 0005.
create table webhook_endpoints (
  tenant_id       uuid not null,
  id              uuid not null,
  url             text not null check (length(url) between 1 and 2048),
  description     text not null check (length(description) <= 500),
  -- Types of events, or prefixes of types that end in `*`.
  event_types     text[] not null check (cardinality(event_types) between 1 and 100),
  -- Events of these outlets only, and none of the tenant as a whole; null is all events.
  outlet_ids      uuid[],
  status          text not null check (status in ('enabled', 'disabled')),
  disabled_reason text check (disabled_reason in ('manual', 'gone', 'failing')),
  disabled_at     timestamptz,
  -- Sealed (platform/crypto/sealed-secrets.ts); null when the endpoint is deleted. The previous one also signs until its end.
  secret          text,
  secret_number   integer not null check (secret_number > 0),
  secret_hint     text not null,
  previous_secret text,
  previous_until  timestamptz,
  -- Kept by the deliveries: since when no try has succeeded, and when one did last (to the minute).
  failing_since   timestamptz,
  last_success_at timestamptz,
  version         integer not null check (version > 0),
  created_by      text not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  -- The row stays: its id and the history of its events are not used again.
  deleted_at      timestamptz,
  check ((status = 'disabled') = (disabled_reason is not null) and (status = 'disabled') = (disabled_at is not null)),
  check ((previous_secret is null) = (previous_until is null)),
  check ((secret is null) = (deleted_at is not null)),
  primary key (tenant_id, id)
);
create index webhook_endpoints_by_age on webhook_endpoints (tenant_id, created_at, id) where deleted_at is null;
alter table webhook_endpoints enable row level security;
alter table webhook_endpoints force row level security;
create policy tenant_isolation on webhook_endpoints
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on webhook_endpoints to pos_app;

create table webhook_deliveries (
  tenant_id      uuid not null,
  id             uuid not null,
  endpoint_id    uuid not null,
  event_id       uuid not null,
  event_type     text not null,
  -- The event's row in `events`, from which the payload is rendered; null in tests, which hold their payload.
  aggregate      text,
  aggregate_id   uuid,
  event_sequence integer,
  -- Rendered: of a test, or of what was parked, whose event may be gone before it is sent again.
  payload        text,
  test           boolean not null default false,
  status         text not null check (status in ('pending', 'delivered', 'parked', 'cancelled')),
  -- Tries since it was last put in the queue, and how often it was.
  tries          integer not null default 0,
  replays        integer not null default 0,
  due_at         timestamptz not null,
  -- A worker has it in hand until then; one that was killed lets go by that.
  claimed_until  timestamptz,
  claim          uuid,
  last_status    integer,
  last_error     text,
  created_at     timestamptz(3) not null default now(),
  finished_at    timestamptz,
  check ((aggregate is null) = (aggregate_id is null) and (aggregate is null) = (event_sequence is null)),
  check (aggregate is not null or payload is not null),
  check ((status = 'pending') = (finished_at is null)),
  primary key (tenant_id, id),
  -- Events are handed over at least once; this makes it one delivery an event and endpoint.
  constraint webhook_deliveries_event_key unique (tenant_id, endpoint_id, event_id),
  foreign key (tenant_id, endpoint_id) references webhook_endpoints (tenant_id, id)
);
-- The queue. Workers read nothing else, however many deliveries are done.
create index webhook_deliveries_due on webhook_deliveries (tenant_id, endpoint_id, due_at) where status = 'pending';
create index webhook_deliveries_by_age on webhook_deliveries (tenant_id, created_at, id);
create index webhook_deliveries_of_endpoint on webhook_deliveries (tenant_id, endpoint_id, created_at, id);
create index webhook_deliveries_of_event on webhook_deliveries (tenant_id, event_id);
create index webhook_deliveries_finished on webhook_deliveries (finished_at) where status <> 'pending';
alter table webhook_deliveries enable row level security;
alter table webhook_deliveries force row level security;
create policy tenant_isolation on webhook_deliveries
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on webhook_deliveries to pos_app;

create table webhook_attempts (
  tenant_id        uuid not null,
  delivery_id      uuid not null,
  id               uuid not null,
  at               timestamptz not null,
  duration_ms      integer not null,
  status           integer,
  error            text,
  -- Without the signature.
  request_headers  json not null,
  response_headers json,
  response_body    text,
  truncated        boolean not null default false,
  primary key (tenant_id, delivery_id, id),
  foreign key (tenant_id, delivery_id) references webhook_deliveries (tenant_id, id) on delete cascade
);
alter table webhook_attempts enable row level security;
alter table webhook_attempts force row level security;
create policy tenant_isolation on webhook_attempts
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select on webhook_attempts to pos_app;

-- The worker queues and sends for all tenants. Of an endpoint it may change how it fares, and wrap secrets anew.
create policy webhooks_read on webhook_endpoints for select to pos_worker using (true);
create policy webhooks_keep on webhook_endpoints for update to pos_worker using (true) with check (true);
grant select on webhook_endpoints to pos_worker;
grant update (failing_since, last_success_at, secret, previous_secret) on webhook_endpoints to pos_worker;
create policy webhooks_read on webhook_deliveries for select to pos_worker using (true);
create policy webhooks_queue on webhook_deliveries for insert to pos_worker with check (status = 'pending');
create policy webhooks_send on webhook_deliveries for update to pos_worker using (true) with check (true);
create policy webhooks_remove on webhook_deliveries for delete to pos_worker
  using (finished_at < now() - interval '30 days' and (status <> 'parked' or finished_at < now() - interval '90 days'));
grant select, insert, delete on webhook_deliveries to pos_worker;
grant update (payload, status, tries, due_at, claimed_until, claim, last_status, last_error, finished_at)
  on webhook_deliveries to pos_worker;
create policy webhooks_log on webhook_attempts for insert to pos_worker with check (true);
grant insert on webhook_attempts to pos_worker;
