-- What the migrations add up to: generated from the catalogue of a migrated database, never edited by hand.
-- `make generated` rewrites it; test/tenancy/schema.test.ts fails when a replay of all migrations gives anything else.
set check_function_bodies = off;

create sequence events_position as bigint increment 1 minvalue 1 maxvalue 9223372036854775807 start 1 cache 1;
grant usage on sequence events_position to pos_app;
grant select on sequence events_position to pos_worker;

CREATE OR REPLACE FUNCTION public.begin_request(p_tenant uuid, p_key text)
 RETURNS TABLE(fingerprint text, status smallint, headers text, body text, catalog_revision bigint, outlets_revision bigint)
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  return query
    select k.fingerprint, k.status, k.headers::text, k.body, r.catalog, r.outlets
      from master_data_revisions r
      left join idempotency_keys k on k.tenant_id = r.tenant_id and k.key = p_key
     where r.tenant_id = p_tenant;
end $function$;
revoke all on function begin_request(uuid,text) from public;
grant execute on function begin_request(uuid,text) to pos_app;

CREATE OR REPLACE FUNCTION public.tenant_by_slug(p_slug text)
 RETURNS TABLE(tenant_id uuid, slug text, name text, currency text, status text, settings jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform set_config('app.tenant_lookup', p_slug, true);
  return query select t.tenant_id, t.slug, t.name, t.currency, t.status, t.settings from public.tenants t where t.slug = p_slug;
end $function$;
revoke all on function tenant_by_slug(text) from public;
grant execute on function tenant_by_slug(text) to pos_app;

create table api_keys (
  tenant_id    uuid not null,
  id           uuid not null,
  name         text not null,
  mode         text not null,
  secret_hash  bytea not null,
  hint         text not null,
  permissions  text[] not null,
  outlet_ids   uuid[],
  expires_at   timestamp with time zone,
  revoked_at   timestamp with time zone,
  last_used_at timestamp with time zone,
  created_by   text not null,
  created_at   timestamp with time zone default now() not null,
  constraint api_keys_pkey PRIMARY KEY (tenant_id, id),
  constraint api_keys_secret_hash_key UNIQUE (tenant_id, secret_hash),
  constraint api_keys_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'test'::text]))),
  constraint api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy tenant_isolation on api_keys as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on api_keys to pos_app;

create table catalog_imports (
  tenant_id    uuid not null,
  id           uuid not null,
  status       text not null,
  format       text not null,
  total        integer default 0 not null,
  created      integer default 0 not null,
  updated      integer default 0 not null,
  unchanged    integer default 0 not null,
  rejected     integer default 0 not null,
  errors       jsonb default '[]'::jsonb not null,
  failure      text,
  started_by   text not null,
  started_at   timestamp with time zone default now() not null,
  heartbeat_at timestamp with time zone default now() not null,
  finished_at  timestamp with time zone,
  constraint catalog_imports_pkey PRIMARY KEY (tenant_id, id),
  constraint catalog_imports_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'json'::text]))),
  constraint catalog_imports_status_check CHECK ((status = ANY (ARRAY['running'::text, 'succeeded'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX catalog_imports_running_key ON public.catalog_imports USING btree (tenant_id) WHERE (status = 'running'::text);
alter table catalog_imports enable row level security;
alter table catalog_imports force row level security;
create policy tenant_isolation on catalog_imports as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on catalog_imports to pos_app;

create table catalog_items (
  tenant_id    uuid not null,
  id           uuid not null,
  sku          text not null,
  name         text not null,
  category     text not null,
  price        bigint not null,
  currency     text not null,
  tax_category text not null,
  barcode      text,
  unit         text default 'each'::text not null,
  active       boolean default true not null,
  version      integer default 1 not null,
  created_at   timestamp with time zone default now() not null,
  updated_at   timestamp with time zone default now() not null,
  constraint catalog_items_pkey PRIMARY KEY (tenant_id, id),
  constraint catalog_items_barcode_key UNIQUE (tenant_id, barcode),
  constraint catalog_items_sku_key UNIQUE (tenant_id, sku),
  constraint catalog_items_barcode_check CHECK (((length(barcode) >= 1) AND (length(barcode) <= 64))),
  constraint catalog_items_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint catalog_items_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint catalog_items_price_check CHECK ((price >= 0)),
  constraint catalog_items_sku_check CHECK (((length(sku) >= 1) AND (length(sku) <= 64)))
);
CREATE INDEX catalog_items_by_category ON public.catalog_items USING btree (tenant_id, category, name, id);
CREATE INDEX catalog_items_by_name ON public.catalog_items USING btree (tenant_id, name, id);
alter table catalog_items enable row level security;
alter table catalog_items force row level security;
create policy tenant_isolation on catalog_items as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on catalog_items to pos_app;

create table events (
  tenant_id    uuid not null,
  aggregate    text not null,
  aggregate_id uuid not null,
  sequence     integer not null,
  id           uuid not null,
  type         text not null,
  outlet_id    uuid,
  data         json not null,
  actor        text not null,
  request_id   text not null,
  trace_parent text,
  occurred_at  timestamp with time zone not null,
  "position"   bigint default nextval(
CASE
    WHEN (pg_current_xact_id() IS NULL) THEN NULL::regclass
    ELSE 'events_position'::regclass
END) not null,
  constraint events_pkey PRIMARY KEY (tenant_id, aggregate, aggregate_id, sequence),
  constraint events_sequence_check CHECK ((sequence > 0))
);
CREATE INDEX events_by_position ON public.events USING btree ("position");
CREATE INDEX events_by_tenant_position ON public.events USING btree (tenant_id, "position");
alter table events enable row level security;
alter table events force row level security;
create policy relay_reads on events as permissive for select to pos_worker
  using (true);
create policy retention_removes_old on events as permissive for delete to pos_worker
  using ((occurred_at < (now() - '8 days'::interval)));
create policy tenant_isolation on events as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on events to pos_app;
grant delete, select on events to pos_worker;

create table idempotency_keys (
  tenant_id   uuid not null,
  key         text not null,
  fingerprint text not null,
  status      smallint not null,
  headers     json not null,
  body        text not null,
  created_at  timestamp with time zone default now() not null,
  constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, key),
  constraint idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING brin (created_at);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy housekeeping_removes_expired on idempotency_keys as permissive for delete to pos_worker
  using ((created_at < (now() - '7 days'::interval)));
create policy housekeeping_sees_expired on idempotency_keys as permissive for select to pos_worker
  using ((created_at < (now() - '7 days'::interval)));
create policy tenant_isolation on idempotency_keys as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on idempotency_keys to pos_app;
grant delete on idempotency_keys to pos_worker;
grant select (tenant_id, key, created_at) on idempotency_keys to pos_worker;

create table inbox_dead_letters (
  tenant_id   uuid not null,
  id          uuid not null,
  source      text not null,
  event_id    text not null,
  type        text,
  via         text not null,
  delivery    text,
  envelope    text not null,
  truncated   boolean default false not null,
  reason      text not null,
  attempts    integer not null,
  status      text default 'dead'::text not null,
  received_at timestamp with time zone default now() not null,
  redriven_at timestamp with time zone,
  constraint inbox_dead_letters_pkey PRIMARY KEY (tenant_id, id),
  constraint inbox_dead_letters_event_key UNIQUE (tenant_id, source, event_id),
  constraint inbox_dead_letters_attempts_check CHECK ((attempts > 0)),
  constraint inbox_dead_letters_status_check CHECK ((status = ANY (ARRAY['dead'::text, 'redriven'::text]))),
  constraint inbox_dead_letters_via_check CHECK ((via = ANY (ARRAY['kafka'::text, 'callback'::text])))
);
CREATE INDEX inbox_dead_letters_by_age ON public.inbox_dead_letters USING brin (received_at);
CREATE INDEX inbox_dead_letters_by_time ON public.inbox_dead_letters USING btree (tenant_id, received_at, id);
alter table inbox_dead_letters enable row level security;
alter table inbox_dead_letters force row level security;
create policy housekeeping_removes_expired on inbox_dead_letters as permissive for delete to pos_worker
  using ((received_at < (now() - '90 days'::interval)));
create policy housekeeping_sees_expired on inbox_dead_letters as permissive for select to pos_worker
  using ((received_at < (now() - '90 days'::interval)));
create policy tenant_isolation on inbox_dead_letters as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on inbox_dead_letters to pos_app;
grant delete on inbox_dead_letters to pos_worker;
grant update (reason, attempts, status, redriven_at) on inbox_dead_letters to pos_app;
grant select (tenant_id, id, received_at) on inbox_dead_letters to pos_worker;

create table inbox_messages (
  tenant_id   uuid not null,
  source      text not null,
  event_id    text not null,
  type        text not null,
  via         text not null,
  delivery    text,
  received_at timestamp with time zone default now() not null,
  constraint inbox_messages_pkey PRIMARY KEY (tenant_id, source, event_id),
  constraint inbox_messages_event_id_check CHECK (((length(event_id) >= 1) AND (length(event_id) <= 255))),
  constraint inbox_messages_source_check CHECK (((length(source) >= 1) AND (length(source) <= 40))),
  constraint inbox_messages_via_check CHECK ((via = ANY (ARRAY['kafka'::text, 'callback'::text])))
);
CREATE INDEX inbox_messages_by_age ON public.inbox_messages USING brin (received_at);
alter table inbox_messages enable row level security;
alter table inbox_messages force row level security;
create policy housekeeping_removes_expired on inbox_messages as permissive for delete to pos_worker
  using ((received_at < (now() - '30 days'::interval)));
create policy housekeeping_sees_expired on inbox_messages as permissive for select to pos_worker
  using ((received_at < (now() - '30 days'::interval)));
create policy tenant_isolation on inbox_messages as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on inbox_messages to pos_app;
grant delete on inbox_messages to pos_worker;
grant select (tenant_id, source, event_id, received_at) on inbox_messages to pos_worker;

create table inbox_subjects (
  tenant_id   uuid not null,
  source      text not null,
  subject     text not null,
  sequence    bigint,
  occurred_at timestamp with time zone,
  updated_at  timestamp with time zone default now() not null,
  constraint inbox_subjects_pkey PRIMARY KEY (tenant_id, source, subject),
  constraint inbox_subjects_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);
CREATE INDEX inbox_subjects_by_age ON public.inbox_subjects USING brin (updated_at);
alter table inbox_subjects enable row level security;
alter table inbox_subjects force row level security;
create policy housekeeping_removes_expired on inbox_subjects as permissive for delete to pos_worker
  using ((updated_at < (now() - '180 days'::interval)));
create policy housekeeping_sees_expired on inbox_subjects as permissive for select to pos_worker
  using ((updated_at < (now() - '180 days'::interval)));
create policy tenant_isolation on inbox_subjects as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on inbox_subjects to pos_app;
grant delete on inbox_subjects to pos_worker;
grant select (tenant_id, source, subject, updated_at) on inbox_subjects to pos_worker;

create table master_data_revisions (
  tenant_id uuid not null,
  catalog   bigint default 1 not null,
  outlets   bigint default 1 not null,
  constraint master_data_revisions_pkey PRIMARY KEY (tenant_id)
);
alter table master_data_revisions enable row level security;
alter table master_data_revisions force row level security;
create policy tenant_isolation on master_data_revisions as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on master_data_revisions to pos_app;

create table order_number_counters (
  tenant_id uuid not null,
  outlet_id uuid not null,
  next      bigint default 1 not null,
  constraint order_number_counters_pkey PRIMARY KEY (tenant_id, outlet_id)
);
alter table order_number_counters enable row level security;
alter table order_number_counters force row level security;
create policy tenant_isolation on order_number_counters as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on order_number_counters to pos_app;

create table outbox_blocked (
  tenant_id       uuid not null,
  sink            text not null,
  aggregate       text not null,
  aggregate_id    uuid not null,
  shard           smallint not null,
  "position"      bigint not null,
  attempts        integer not null,
  reason          text not null,
  blocked_at      timestamp with time zone default now() not null,
  next_attempt_at timestamp with time zone not null,
  constraint outbox_blocked_pkey PRIMARY KEY (tenant_id, sink, aggregate, aggregate_id)
);
alter table outbox_blocked enable row level security;
alter table outbox_blocked force row level security;
create policy dispatcher_blocks on outbox_blocked as permissive for all to pos_worker
  using (true)
  with check (true);
create policy tenant_isolation on outbox_blocked as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant select on outbox_blocked to pos_app;
grant delete, insert, select, update on outbox_blocked to pos_worker;

create table outbox_dead_letters (
  tenant_id    uuid not null,
  id           uuid not null,
  sink         text not null,
  shard        smallint not null,
  event_id     uuid not null,
  type         text not null,
  aggregate    text not null,
  aggregate_id uuid not null,
  sequence     integer not null,
  "position"   bigint not null,
  outlet_id    uuid,
  reason       text not null,
  attempts     integer not null,
  dead_at      timestamp with time zone default now() not null,
  status       text default 'dead'::text not null,
  redrives     integer default 0 not null,
  queued_by    text,
  redriven_at  timestamp with time zone,
  constraint outbox_dead_letters_pkey PRIMARY KEY (tenant_id, id),
  constraint outbox_dead_letters_event_key UNIQUE (tenant_id, sink, event_id),
  constraint outbox_dead_letters_status_check CHECK ((status = ANY (ARRAY['dead'::text, 'queued'::text, 'redriven'::text])))
);
CREATE INDEX outbox_dead_letters_open ON public.outbox_dead_letters USING btree (tenant_id, sink) WHERE (status <> 'redriven'::text);
alter table outbox_dead_letters enable row level security;
alter table outbox_dead_letters force row level security;
create policy dispatcher_buries on outbox_dead_letters as permissive for all to pos_worker
  using (true)
  with check (true);
create policy tenant_isolation on outbox_dead_letters as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant select on outbox_dead_letters to pos_app;
grant delete, insert, select, update on outbox_dead_letters to pos_worker;
grant update (status, redrives, queued_by) on outbox_dead_letters to pos_app;

create table outbox_shards (
  sink       text not null,
  shard      smallint not null,
  "position" bigint default 0 not null,
  owner      uuid,
  updated_at timestamp with time zone default now() not null,
  constraint outbox_shards_pkey PRIMARY KEY (sink, shard),
  constraint outbox_shards_shard_check CHECK ((shard >= 0))
);
grant delete, insert, select, update on outbox_shards to pos_worker;

create table outbox_workers (
  id            uuid not null,
  sinks         text[] not null,
  backend       integer not null,
  backend_start timestamp with time zone not null,
  leased_until  timestamp with time zone not null,
  constraint outbox_workers_pkey PRIMARY KEY (id)
);
grant delete, insert, select, update on outbox_workers to pos_worker;

create table outlets (
  tenant_id       uuid not null,
  id              uuid not null,
  name            text not null,
  currency        text not null,
  time_zone       text not null,
  locale          text default 'en'::text not null,
  day_cut_minutes smallint default 240 not null,
  receipt_prefix  text not null,
  tenders         text[] not null,
  tax_rounding    text default 'receipt'::text not null,
  cash_rounding   jsonb,
  opening_hours   jsonb default '{}'::jsonb not null,
  receipt         jsonb default '{}'::jsonb not null,
  active          boolean default true not null,
  version         integer default 1 not null,
  created_at      timestamp with time zone default now() not null,
  updated_at      timestamp with time zone default now() not null,
  constraint outlets_pkey PRIMARY KEY (tenant_id, id),
  constraint outlets_receipt_prefix_key UNIQUE (tenant_id, receipt_prefix),
  constraint outlets_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint outlets_day_cut_minutes_check CHECK (((day_cut_minutes >= 0) AND (day_cut_minutes <= 1439))),
  constraint outlets_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint outlets_receipt_prefix_check CHECK ((receipt_prefix ~ '^[A-Z0-9]{1,8}$'::text)),
  constraint outlets_tax_rounding_check CHECK ((tax_rounding = ANY (ARRAY['receipt'::text, 'line'::text])))
);
alter table outlets enable row level security;
alter table outlets force row level security;
create policy tenant_isolation on outlets as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on outlets to pos_app;

create table pos_order_lines (
  tenant_id         uuid not null,
  order_id          uuid not null,
  id                uuid not null,
  line_number       integer not null,
  item_id           uuid,
  sku               text not null,
  name              text not null,
  category          text not null,
  unit              text not null,
  quantity          numeric(15,6) not null,
  unit_price        bigint not null,
  gross             bigint not null,
  discount          bigint not null,
  tax               bigint not null,
  net               bigint not null,
  total             bigint not null,
  taxes             jsonb not null,
  tax_group         jsonb not null,
  modifiers         jsonb default '[]'::jsonb not null,
  note              text,
  refunded_quantity numeric(15,6) default 0 not null,
  refunded_amount   bigint default 0 not null,
  refunded_tax      bigint default 0 not null,
  constraint pos_order_lines_pkey PRIMARY KEY (tenant_id, order_id, id),
  constraint pos_order_lines_check CHECK (((refunded_quantity >= (0)::numeric) AND (refunded_quantity <= quantity))),
  constraint pos_order_lines_check1 CHECK (((refunded_amount >= 0) AND (refunded_amount <= total))),
  constraint pos_order_lines_quantity_check CHECK ((quantity > (0)::numeric))
);
alter table pos_order_lines enable row level security;
alter table pos_order_lines force row level security;
create policy tenant_isolation on pos_order_lines as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on pos_order_lines to pos_app;

create table pos_orders (
  tenant_id           uuid not null,
  id                  uuid not null,
  outlet_id           uuid not null,
  number              text not null,
  status              text not null,
  channel             text not null,
  currency            text not null,
  customer_id         text,
  table_id            text,
  cashier_id          text not null,
  note                text,
  placed_at           timestamp with time zone not null,
  recorded_at         timestamp with time zone not null,
  completed_at        timestamp with time zone,
  business_date       date not null,
  local_hour          smallint not null,
  void_reason         text,
  subtotal            bigint not null,
  discount            bigint not null,
  service_charge      bigint not null,
  tax                 bigint not null,
  tip                 bigint not null,
  rounding            bigint not null,
  total               bigint not null,
  paid                bigint not null,
  change_given        bigint not null,
  due                 bigint not null,
  taxes               jsonb not null,
  settings            jsonb not null,
  event_sequence      integer not null,
  version             integer not null,
  created_key         text,
  created_fingerprint text,
  constraint pos_orders_pkey PRIMARY KEY (tenant_id, id),
  constraint pos_orders_number_key UNIQUE (tenant_id, outlet_id, number),
  constraint pos_orders_due_check CHECK ((due >= 0)),
  constraint pos_orders_status_check CHECK ((status = ANY (ARRAY['open'::text, 'held'::text, 'completed'::text, 'voided'::text, 'partially_refunded'::text, 'refunded'::text])))
);
CREATE INDEX pos_orders_by_business_date ON public.pos_orders USING btree (tenant_id, business_date, outlet_id);
CREATE INDEX pos_orders_by_time ON public.pos_orders USING btree (tenant_id, placed_at DESC);
alter table pos_orders enable row level security;
alter table pos_orders force row level security;
create policy tenant_isolation on pos_orders as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on pos_orders to pos_app;

create table pos_payments (
  tenant_id      uuid not null,
  id             uuid not null,
  order_id       uuid not null,
  payment_number integer not null,
  tender         text not null,
  status         text not null,
  amount         bigint not null,
  refunded       bigint default 0 not null,
  reference      text,
  received_at    timestamp with time zone not null,
  constraint pos_payments_pkey PRIMARY KEY (tenant_id, id),
  constraint pos_payments_amount_check CHECK ((amount > 0)),
  constraint pos_payments_check CHECK (((refunded >= 0) AND (refunded <= amount))),
  constraint pos_payments_status_check CHECK ((status = ANY (ARRAY['initiated'::text, 'pending'::text, 'captured'::text, 'failed'::text, 'unknown'::text, 'refunded'::text, 'charged_back'::text])))
);
CREATE INDEX pos_payments_by_order ON public.pos_payments USING btree (tenant_id, order_id);
alter table pos_payments enable row level security;
alter table pos_payments force row level security;
create policy tenant_isolation on pos_payments as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on pos_payments to pos_app;

create table pos_refunds (
  tenant_id     uuid not null,
  id            uuid not null,
  order_id      uuid not null,
  outlet_id     uuid not null,
  amount        bigint not null,
  tax           bigint not null,
  rounding      bigint not null,
  reason        text not null,
  lines         jsonb not null,
  payments      jsonb not null,
  refunded_by   text not null,
  refunded_at   timestamp with time zone not null,
  business_date date not null,
  local_hour    smallint not null,
  constraint pos_refunds_pkey PRIMARY KEY (tenant_id, id),
  constraint pos_refunds_amount_check CHECK ((amount >= 0))
);
CREATE INDEX pos_refunds_by_business_date ON public.pos_refunds USING btree (tenant_id, business_date, outlet_id);
CREATE INDEX pos_refunds_by_order ON public.pos_refunds USING btree (tenant_id, order_id);
alter table pos_refunds enable row level security;
alter table pos_refunds force row level security;
create policy tenant_isolation on pos_refunds as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on pos_refunds to pos_app;

create table tax_groups (
  tenant_id      uuid not null,
  outlet_id      uuid not null,
  code           text not null,
  name           text not null,
  mode           text not null,
  taxes          jsonb not null,
  channel_switch jsonb,
  constraint tax_groups_pkey PRIMARY KEY (tenant_id, outlet_id, code),
  constraint tax_groups_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  constraint tax_groups_mode_check CHECK ((mode = ANY (ARRAY['inclusive'::text, 'exclusive'::text])))
);
alter table tax_groups enable row level security;
alter table tax_groups force row level security;
create policy tenant_isolation on tax_groups as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on tax_groups to pos_app;

create table tenants (
  tenant_id  uuid not null,
  slug       text not null,
  name       text not null,
  currency   text not null,
  status     text default 'active'::text not null,
  settings   jsonb default '{}'::jsonb not null,
  version    integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint tenants_pkey PRIMARY KEY (tenant_id),
  constraint tenants_slug_key UNIQUE (slug),
  constraint tenants_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint tenants_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text)),
  constraint tenants_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text])))
);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy relay_reads on tenants as permissive for select to pos_worker
  using (true);
create policy tenant_isolation on tenants as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_lookup on tenants as permissive for select to current_user
  using ((slug = NULLIF(current_setting('app.tenant_lookup'::text, true), ''::text)));
grant insert, select, update on tenants to pos_app;
grant select (tenant_id, slug) on tenants to pos_worker;

create table webhook_attempts (
  tenant_id        uuid not null,
  delivery_id      uuid not null,
  id               uuid not null,
  at               timestamp with time zone not null,
  duration_ms      integer not null,
  status           integer,
  error            text,
  request_headers  json not null,
  response_headers json,
  response_body    text,
  truncated        boolean default false not null,
  constraint webhook_attempts_pkey PRIMARY KEY (tenant_id, delivery_id, id)
);
alter table webhook_attempts enable row level security;
alter table webhook_attempts force row level security;
create policy tenant_isolation on webhook_attempts as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
create policy webhooks_log on webhook_attempts as permissive for insert to pos_worker
  with check (true);
grant select on webhook_attempts to pos_app;
grant insert on webhook_attempts to pos_worker;

create table webhook_deliveries (
  tenant_id      uuid not null,
  id             uuid not null,
  endpoint_id    uuid not null,
  event_id       uuid not null,
  event_type     text not null,
  aggregate      text,
  aggregate_id   uuid,
  event_sequence integer,
  payload        text,
  test           boolean default false not null,
  status         text not null,
  tries          integer default 0 not null,
  replays        integer default 0 not null,
  due_at         timestamp with time zone not null,
  claimed_until  timestamp with time zone,
  claim          uuid,
  last_status    integer,
  last_error     text,
  created_at     timestamp(3) with time zone default now() not null,
  finished_at    timestamp with time zone,
  constraint webhook_deliveries_pkey PRIMARY KEY (tenant_id, id),
  constraint webhook_deliveries_event_key UNIQUE (tenant_id, endpoint_id, event_id),
  constraint webhook_deliveries_check CHECK ((((aggregate IS NULL) = (aggregate_id IS NULL)) AND ((aggregate IS NULL) = (event_sequence IS NULL)))),
  constraint webhook_deliveries_check1 CHECK (((aggregate IS NOT NULL) OR (payload IS NOT NULL))),
  constraint webhook_deliveries_check2 CHECK (((status = 'pending'::text) = (finished_at IS NULL))),
  constraint webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'parked'::text, 'cancelled'::text])))
);
CREATE INDEX webhook_deliveries_by_age ON public.webhook_deliveries USING btree (tenant_id, created_at, id);
CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (tenant_id, endpoint_id, due_at) WHERE (status = 'pending'::text);
CREATE INDEX webhook_deliveries_finished ON public.webhook_deliveries USING btree (finished_at) WHERE (status <> 'pending'::text);
CREATE INDEX webhook_deliveries_of_endpoint ON public.webhook_deliveries USING btree (tenant_id, endpoint_id, created_at, id);
CREATE INDEX webhook_deliveries_of_event ON public.webhook_deliveries USING btree (tenant_id, event_id);
alter table webhook_deliveries enable row level security;
alter table webhook_deliveries force row level security;
create policy tenant_isolation on webhook_deliveries as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
create policy webhooks_queue on webhook_deliveries as permissive for insert to pos_worker
  with check ((status = 'pending'::text));
create policy webhooks_read on webhook_deliveries as permissive for select to pos_worker
  using (true);
create policy webhooks_remove on webhook_deliveries as permissive for delete to pos_worker
  using (((finished_at < (now() - '30 days'::interval)) AND ((status <> 'parked'::text) OR (finished_at < (now() - '90 days'::interval)))));
create policy webhooks_send on webhook_deliveries as permissive for update to pos_worker
  using (true)
  with check (true);
grant insert, select, update on webhook_deliveries to pos_app;
grant delete, insert, select on webhook_deliveries to pos_worker;
grant update (payload, status, tries, due_at, claimed_until, claim, last_status, last_error, finished_at) on webhook_deliveries to pos_worker;

create table webhook_endpoints (
  tenant_id       uuid not null,
  id              uuid not null,
  url             text not null,
  description     text not null,
  event_types     text[] not null,
  outlet_ids      uuid[],
  status          text not null,
  disabled_reason text,
  disabled_at     timestamp with time zone,
  secret          text,
  secret_number   integer not null,
  secret_hint     text not null,
  previous_secret text,
  previous_until  timestamp with time zone,
  failing_since   timestamp with time zone,
  last_success_at timestamp with time zone,
  version         integer not null,
  created_by      text not null,
  created_at      timestamp with time zone not null,
  updated_at      timestamp with time zone not null,
  deleted_at      timestamp with time zone,
  constraint webhook_endpoints_pkey PRIMARY KEY (tenant_id, id),
  constraint webhook_endpoints_check CHECK ((((status = 'disabled'::text) = (disabled_reason IS NOT NULL)) AND ((status = 'disabled'::text) = (disabled_at IS NOT NULL)))),
  constraint webhook_endpoints_check1 CHECK (((previous_secret IS NULL) = (previous_until IS NULL))),
  constraint webhook_endpoints_check2 CHECK (((secret IS NULL) = (deleted_at IS NOT NULL))),
  constraint webhook_endpoints_description_check CHECK ((length(description) <= 500)),
  constraint webhook_endpoints_disabled_reason_check CHECK ((disabled_reason = ANY (ARRAY['manual'::text, 'gone'::text, 'failing'::text]))),
  constraint webhook_endpoints_event_types_check CHECK (((cardinality(event_types) >= 1) AND (cardinality(event_types) <= 100))),
  constraint webhook_endpoints_secret_number_check CHECK ((secret_number > 0)),
  constraint webhook_endpoints_status_check CHECK ((status = ANY (ARRAY['enabled'::text, 'disabled'::text]))),
  constraint webhook_endpoints_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2048))),
  constraint webhook_endpoints_version_check CHECK ((version > 0))
);
CREATE INDEX webhook_endpoints_by_age ON public.webhook_endpoints USING btree (tenant_id, created_at, id) WHERE (deleted_at IS NULL);
alter table webhook_endpoints enable row level security;
alter table webhook_endpoints force row level security;
create policy tenant_isolation on webhook_endpoints as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
create policy webhooks_keep on webhook_endpoints as permissive for update to pos_worker
  using (true)
  with check (true);
create policy webhooks_read on webhook_endpoints as permissive for select to pos_worker
  using (true);
grant insert, select, update on webhook_endpoints to pos_app;
grant select on webhook_endpoints to pos_worker;
grant update (secret, previous_secret, failing_since, last_success_at) on webhook_endpoints to pos_worker;

-- Foreign keys
alter table api_keys add constraint api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table catalog_imports add constraint catalog_imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table catalog_items add constraint catalog_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table master_data_revisions add constraint master_data_revisions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table order_number_counters add constraint order_number_counters_tenant_id_outlet_id_fkey FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets(tenant_id, id);
alter table outlets add constraint outlets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table pos_order_lines add constraint pos_order_lines_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES pos_orders(tenant_id, id);
alter table pos_payments add constraint pos_payments_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES pos_orders(tenant_id, id);
alter table pos_refunds add constraint pos_refunds_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES pos_orders(tenant_id, id);
alter table tax_groups add constraint tax_groups_tenant_id_outlet_id_fkey FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets(tenant_id, id);
alter table webhook_attempts add constraint webhook_attempts_tenant_id_delivery_id_fkey FOREIGN KEY (tenant_id, delivery_id) REFERENCES webhook_deliveries(tenant_id, id) ON DELETE CASCADE;
alter table webhook_deliveries add constraint webhook_deliveries_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints(tenant_id, id);
