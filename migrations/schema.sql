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
alter table events enable row level security;
alter table events force row level security;
create policy relay_reads on events as permissive for select to pos_worker
  using (true);
create policy tenant_isolation on events as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on events to pos_app;
grant select on events to pos_worker;

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

create table outbox_cursors (
  sink       text not null,
  "position" bigint default 0 not null,
  updated_at timestamp with time zone default now() not null,
  constraint outbox_cursors_pkey PRIMARY KEY (sink)
);
grant insert, select, update on outbox_cursors to pos_worker;

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
