-- What the migrations add up to: generated from the catalogue of a migrated database, never edited by hand.
-- `make generated` rewrites it; test/tenancy/schema.test.ts fails when a replay of all migrations gives anything else.
set check_function_bodies = off;

create sequence events_position as bigint increment 1 minvalue 1 maxvalue 9223372036854775807 start 1 cache 1;
grant usage on sequence events_position to pos_app;
grant select on sequence events_position to pos_worker;

CREATE OR REPLACE FUNCTION public.assert_day_open(outlet uuid, day date)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.tenant_id') || outlet::text, 1));
  if exists (select 1 from outlets o where o.id = outlet and o.closed_through >= day) then
    raise exception 'the business day was closed meanwhile' using errcode = '40001';
  end if;
end $function$;
revoke all on function assert_day_open(uuid,date) from public;
grant execute on function assert_day_open(uuid,date) to pos_app;

CREATE OR REPLACE FUNCTION public.begin_request(p_tenant uuid, p_key text)
 RETURNS TABLE(fingerprint text, status smallint, headers text, body text, catalog_revision bigint, outlets_revision bigint, pricing_revision bigint)
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  return query
    select k.fingerprint, k.status, k.headers::text, k.body, r.catalog, r.outlets, r.pricing
      from master_data_revisions r
      left join idempotency_keys k on k.tenant_id = r.tenant_id and k.key = p_key
     where r.tenant_id = p_tenant;
end $function$;
revoke all on function begin_request(uuid,text) from public;
grant execute on function begin_request(uuid,text) to pos_app;

CREATE OR REPLACE FUNCTION public.lock_business_days(outlet uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant_id') || outlet::text, 1));
$function$;
revoke all on function lock_business_days(uuid) from public;
grant execute on function lock_business_days(uuid) to pos_app;

CREATE OR REPLACE FUNCTION public.note_content_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.content_revision := coalesce((select catalog + 1 from master_data_revisions where tenant_id = new.tenant_id), 1);
  return new;
end $function$;
revoke all on function note_content_revision() from public;

CREATE OR REPLACE FUNCTION public.pricebook_content_is_fixed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.state in ('draft', 'filling') or
     (old.pricebook_id, old.number, old.priority, old.outlet_ids, old.channels, old.customer_groups, old.schedule, old.rules,
       old.entry_count, old.effective_at) is distinct from
     (new.pricebook_id, new.number, new.priority, new.outlet_ids, new.channels, new.customer_groups, new.schedule, new.rules,
       new.entry_count, new.effective_at)
  then
    raise exception 'a version of a pricebook that is no draft never changes';
  end if;
  return new;
end $function$;
revoke all on function pricebook_content_is_fixed() from public;

CREATE OR REPLACE FUNCTION public.pricebook_entries_are_of_drafts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from (select distinct tenant_id, version_id from touched) t
      join pricebook_versions v on v.tenant_id = t.tenant_id and v.id = t.version_id
     where v.state in ('released', 'withdrawn')
  ) then
    raise exception 'a version of a pricebook that is no draft never changes';
  end if;
  return null;
end $function$;
revoke all on function pricebook_entries_are_of_drafts() from public;

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

create table catalog_barcodes (
  tenant_id uuid not null,
  code      text not null,
  item_id   uuid not null,
  constraint catalog_barcodes_pkey PRIMARY KEY (tenant_id, code)
);
CREATE INDEX catalog_barcodes_by_item ON public.catalog_barcodes USING btree (tenant_id, item_id);
alter table catalog_barcodes enable row level security;
alter table catalog_barcodes force row level security;
create policy tenant_isolation on catalog_barcodes as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on catalog_barcodes to pos_app;

create table catalog_combos (
  tenant_id  uuid not null,
  item_id    uuid not null,
  definition json,
  version    integer not null,
  updated_at timestamp with time zone default now() not null,
  constraint catalog_combos_pkey PRIMARY KEY (tenant_id, item_id),
  constraint catalog_combos_version_check CHECK ((version > 0))
);
alter table catalog_combos enable row level security;
alter table catalog_combos force row level security;
create policy tenant_isolation on catalog_combos as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on catalog_combos to pos_app;

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
  tenant_id        uuid not null,
  id               uuid not null,
  sku              text not null,
  name             text not null,
  category         text not null,
  price            bigint not null,
  currency         text not null,
  tax_category     text not null,
  barcode          text,
  unit             text default 'each'::text not null,
  active           boolean default true not null,
  version          integer default 1 not null,
  created_at       timestamp with time zone default now() not null,
  updated_at       timestamp with time zone default now() not null,
  kind             text default 'product'::text not null,
  open_price       boolean default false not null,
  discountable     boolean default true not null,
  minimum_age      smallint,
  plu              text,
  plu_key          text,
  measure          text default 'each'::text not null,
  more_barcodes    text[] default '{}'::text[] not null,
  variant_of       text,
  details          jsonb default '{}'::jsonb not null,
  deleted_at       timestamp with time zone,
  source           text,
  content_revision bigint default 1 not null,
  constraint catalog_items_pkey PRIMARY KEY (tenant_id, id),
  constraint catalog_items_sku_key UNIQUE (tenant_id, sku),
  constraint catalog_items_barcode_check CHECK (((length(barcode) >= 1) AND (length(barcode) <= 64))),
  constraint catalog_items_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint catalog_items_kind_check CHECK ((kind = ANY (ARRAY['product'::text, 'combo'::text, 'gift_card'::text]))),
  constraint catalog_items_measure_check CHECK ((measure = ANY (ARRAY['each'::text, 'weight'::text, 'volume'::text, 'length'::text]))),
  constraint catalog_items_minimum_age_check CHECK (((minimum_age >= 1) AND (minimum_age <= 120))),
  constraint catalog_items_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint catalog_items_plu_check CHECK ((plu ~ '^[0-9]{1,5}$'::text)),
  constraint catalog_items_price_check CHECK ((price >= 0)),
  constraint catalog_items_sku_check CHECK (((length(sku) >= 1) AND (length(sku) <= 64))),
  constraint catalog_items_source_check CHECK (((length(source) >= 1) AND (length(source) <= 40)))
);
CREATE INDEX catalog_items_by_category ON public.catalog_items USING btree (tenant_id, category, name, id);
CREATE INDEX catalog_items_by_content_revision ON public.catalog_items USING btree (tenant_id, content_revision, id) WHERE (content_revision > 0);
CREATE INDEX catalog_items_by_name ON public.catalog_items USING btree (tenant_id, name, id);
CREATE INDEX catalog_items_by_variant ON public.catalog_items USING btree (tenant_id, variant_of) WHERE (variant_of IS NOT NULL);
CREATE UNIQUE INDEX catalog_items_plu_key ON public.catalog_items USING btree (tenant_id, plu_key) WHERE ((plu_key IS NOT NULL) AND (deleted_at IS NULL));
alter table catalog_items enable row level security;
alter table catalog_items force row level security;
create policy tenant_isolation on catalog_items as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on catalog_items to pos_app;

create table catalog_sync_states (
  tenant_id       uuid not null,
  revision        text,
  last_success_at timestamp with time zone,
  away_since      timestamp with time zone,
  failure         text,
  requested_at    timestamp with time zone,
  due_at          timestamp with time zone default now() not null,
  claimed_at      timestamp with time zone,
  claimed_until   timestamp with time zone,
  constraint catalog_sync_states_pkey PRIMARY KEY (tenant_id)
);
alter table catalog_sync_states enable row level security;
alter table catalog_sync_states force row level security;
create policy sync_finds_due on catalog_sync_states as permissive for select to pos_worker
  using (true);
create policy tenant_isolation on catalog_sync_states as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on catalog_sync_states to pos_app;
grant select (tenant_id, last_success_at, requested_at, due_at, claimed_until) on catalog_sync_states to pos_worker;

create table catalog_syncs (
  tenant_id     uuid not null,
  id            uuid not null,
  status        text not null,
  mode          text not null,
  trigger       text not null,
  from_revision text,
  to_revision   text,
  fetched       integer default 0 not null,
  created       integer default 0 not null,
  updated       integer default 0 not null,
  unchanged     integer default 0 not null,
  deleted       integer default 0 not null,
  rejected      integer default 0 not null,
  errors        jsonb default '[]'::jsonb not null,
  failure       text,
  started_by    text not null,
  started_at    timestamp with time zone default now() not null,
  heartbeat_at  timestamp with time zone default now() not null,
  finished_at   timestamp with time zone,
  constraint catalog_syncs_pkey PRIMARY KEY (tenant_id, id),
  constraint catalog_syncs_check CHECK (((status = 'running'::text) = (finished_at IS NULL))),
  constraint catalog_syncs_check1 CHECK (((status = 'failed'::text) = (failure IS NOT NULL))),
  constraint catalog_syncs_mode_check CHECK ((mode = ANY (ARRAY['full'::text, 'incremental'::text]))),
  constraint catalog_syncs_status_check CHECK ((status = ANY (ARRAY['running'::text, 'succeeded'::text, 'failed'::text]))),
  constraint catalog_syncs_trigger_check CHECK ((trigger = ANY (ARRAY['manual'::text, 'schedule'::text, 'event'::text])))
);
CREATE INDEX catalog_syncs_by_time ON public.catalog_syncs USING btree (tenant_id, started_at, id);
CREATE UNIQUE INDEX catalog_syncs_running_key ON public.catalog_syncs USING btree (tenant_id) WHERE (status = 'running'::text);
alter table catalog_syncs enable row level security;
alter table catalog_syncs force row level security;
create policy tenant_isolation on catalog_syncs as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on catalog_syncs to pos_app;

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

create table gift_card_transactions (
  tenant_id       uuid not null,
  card_id         uuid not null,
  number          integer not null,
  previous_number integer generated always as (NULLIF((number - 1), 0)) stored,
  kind            text not null,
  amount          bigint not null,
  balance_before  bigint not null,
  balance_after   bigint not null,
  occurred_at     timestamp with time zone not null,
  reason          text,
  outlet_id       uuid,
  order_id        uuid,
  line_id         uuid,
  payment_id      uuid,
  refund_id       uuid,
  other_card_id   uuid,
  actor           text not null,
  constraint gift_card_transactions_pkey PRIMARY KEY (tenant_id, card_id, number),
  constraint gift_card_transactions_chain_key UNIQUE (tenant_id, card_id, number, balance_after),
  constraint gift_card_transactions_balance_after_check CHECK ((balance_after >= 0)),
  constraint gift_card_transactions_balance_before_check CHECK ((balance_before >= 0)),
  constraint gift_card_transactions_check CHECK ((balance_after = (balance_before + amount))),
  constraint gift_card_transactions_check1 CHECK (((number > 1) OR (balance_before = 0))),
  constraint gift_card_transactions_check2 CHECK (
CASE
    WHEN (kind = 'issue'::text) THEN (amount = 0)
    WHEN (kind = ANY (ARRAY['activate'::text, 'reload'::text, 'refund'::text])) THEN (amount > 0)
    WHEN (kind = ANY (ARRAY['redeem'::text, 'forfeit'::text, 'reverse'::text, 'expire'::text])) THEN (amount < 0)
    ELSE (amount <> 0)
END),
  constraint gift_card_transactions_check3 CHECK (((kind <> 'redeem'::text) OR (payment_id IS NOT NULL))),
  constraint gift_card_transactions_check4 CHECK (((kind <> 'refund'::text) OR ((payment_id IS NOT NULL) AND (refund_id IS NOT NULL)))),
  constraint gift_card_transactions_check5 CHECK (((kind <> 'reverse'::text) OR ((line_id IS NOT NULL) AND (refund_id IS NOT NULL)))),
  constraint gift_card_transactions_check6 CHECK (((kind <> 'adjust'::text) OR (reason IS NOT NULL))),
  constraint gift_card_transactions_check7 CHECK (((kind = 'transfer'::text) = (other_card_id IS NOT NULL))),
  constraint gift_card_transactions_kind_check CHECK ((kind = ANY (ARRAY['issue'::text, 'activate'::text, 'reload'::text, 'redeem'::text, 'forfeit'::text, 'refund'::text, 'reverse'::text, 'transfer'::text, 'expire'::text, 'adjust'::text]))),
  constraint gift_card_transactions_number_check CHECK ((number > 0))
);
CREATE INDEX gift_card_transactions_by_time ON public.gift_card_transactions USING btree (tenant_id, occurred_at);
CREATE UNIQUE INDEX gift_card_transactions_redeem_key ON public.gift_card_transactions USING btree (tenant_id, payment_id) WHERE (kind = 'redeem'::text);
CREATE UNIQUE INDEX gift_card_transactions_refund_key ON public.gift_card_transactions USING btree (tenant_id, payment_id, refund_id) WHERE (kind = 'refund'::text);
CREATE UNIQUE INDEX gift_card_transactions_reverse_key ON public.gift_card_transactions USING btree (tenant_id, order_id, line_id, refund_id) WHERE (kind = 'reverse'::text);
CREATE UNIQUE INDEX gift_card_transactions_sale_key ON public.gift_card_transactions USING btree (tenant_id, order_id, line_id) WHERE ((kind = ANY (ARRAY['activate'::text, 'reload'::text])) AND (line_id IS NOT NULL));
alter table gift_card_transactions enable row level security;
alter table gift_card_transactions force row level security;
create policy tenant_isolation on gift_card_transactions as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on gift_card_transactions to pos_app;

create table gift_cards (
  tenant_id      uuid not null,
  id             uuid not null,
  kind           text not null,
  code_hash      bytea not null,
  code_key       text not null,
  last4          text not null,
  currency       text not null,
  status         text not null,
  closed_because text,
  balance        bigint default 0 not null,
  initial        bigint default 0 not null,
  single_use     boolean not null,
  expires_at     timestamp with time zone,
  issued_at      timestamp with time zone not null,
  activated_at   timestamp with time zone,
  outlet_id      uuid,
  order_id       uuid,
  customer_id    text,
  movements      integer,
  moved_at       timestamp with time zone not null,
  version        integer not null,
  created_by     text not null,
  constraint gift_cards_pkey PRIMARY KEY (tenant_id, id),
  constraint gift_cards_code_key UNIQUE (tenant_id, code_hash),
  constraint gift_cards_balance_check CHECK ((balance >= 0)),
  constraint gift_cards_check CHECK (((status = 'closed'::text) = (closed_because IS NOT NULL))),
  constraint gift_cards_check1 CHECK (((status <> 'inactive'::text) OR ((activated_at IS NULL) AND (balance = 0)))),
  constraint gift_cards_check2 CHECK (((status <> ALL (ARRAY['active'::text, 'closed'::text])) OR (activated_at IS NOT NULL))),
  constraint gift_cards_check3 CHECK (((movements IS NOT NULL) OR (balance = 0))),
  constraint gift_cards_closed_because_check CHECK ((closed_because = ANY (ARRAY['spent'::text, 'transferred'::text, 'taken_back'::text]))),
  constraint gift_cards_initial_check CHECK ((initial >= 0)),
  constraint gift_cards_kind_check CHECK ((kind = ANY (ARRAY['gift_card'::text, 'voucher'::text]))),
  constraint gift_cards_last4_check CHECK ((length(last4) = 4)),
  constraint gift_cards_movements_check CHECK ((movements > 0)),
  constraint gift_cards_status_check CHECK ((status = ANY (ARRAY['inactive'::text, 'active'::text, 'blocked'::text, 'expired'::text, 'closed'::text]))),
  constraint gift_cards_version_check CHECK ((version > 0))
);
CREATE INDEX gift_cards_by_age ON public.gift_cards USING btree (tenant_id, issued_at, id);
CREATE INDEX gift_cards_by_customer ON public.gift_cards USING btree (tenant_id, customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX gift_cards_by_last4 ON public.gift_cards USING btree (tenant_id, last4);
CREATE INDEX gift_cards_due ON public.gift_cards USING btree (expires_at) WHERE (status = 'active'::text);
alter table gift_cards enable row level security;
alter table gift_cards force row level security;
create policy expiry_finds_due on gift_cards as permissive for select to pos_worker
  using (((status = 'active'::text) AND (expires_at <= now())));
create policy tenant_isolation on gift_cards as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on gift_cards to pos_app;
grant select (tenant_id, id, status, expires_at) on gift_cards to pos_worker;

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

create table item_availability (
  tenant_id  uuid not null,
  outlet_id  uuid not null,
  sku        text not null,
  id         uuid not null,
  available  boolean not null,
  reason     text,
  until      timestamp with time zone,
  remaining  numeric(15,6),
  changed_by text not null,
  changed_at timestamp with time zone not null,
  version    integer not null,
  constraint item_availability_pkey PRIMARY KEY (tenant_id, outlet_id, sku),
  constraint item_availability_remaining_check CHECK ((remaining >= (0)::numeric)),
  constraint item_availability_sku_check CHECK (((length(sku) >= 1) AND (length(sku) <= 64)))
);
alter table item_availability enable row level security;
alter table item_availability force row level security;
create policy tenant_isolation on item_availability as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on item_availability to pos_app;

create table label_rules (
  tenant_id  uuid not null,
  outlet_id  uuid not null,
  id         uuid not null,
  preset     text,
  rules      jsonb not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  version    integer not null,
  constraint label_rules_pkey PRIMARY KEY (tenant_id, outlet_id)
);
alter table label_rules enable row level security;
alter table label_rules force row level security;
create policy tenant_isolation on label_rules as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on label_rules to pos_app;

create table loyalty_entries (
  tenant_id uuid not null,
  id        uuid not null,
  member_id uuid not null,
  kind      text not null,
  points    bigint not null,
  balance   bigint not null,
  source    text not null,
  order_id  uuid,
  worth     bigint,
  reason    text,
  actor     text not null,
  at        timestamp with time zone not null,
  constraint loyalty_entries_pkey PRIMARY KEY (tenant_id, id),
  constraint loyalty_entries_source_key UNIQUE (tenant_id, source),
  constraint loyalty_entries_kind_check CHECK ((kind = ANY (ARRAY['earn'::text, 'earn_reversal'::text, 'burn'::text, 'burn_reversal'::text, 'adjust'::text])))
);
CREATE INDEX loyalty_entries_by_member ON public.loyalty_entries USING btree (tenant_id, member_id, at DESC, id);
CREATE INDEX loyalty_entries_by_order ON public.loyalty_entries USING btree (tenant_id, order_id) WHERE (order_id IS NOT NULL);
alter table loyalty_entries enable row level security;
alter table loyalty_entries force row level security;
create policy tenant_isolation on loyalty_entries as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on loyalty_entries to pos_app;

create table loyalty_intents (
  tenant_id   uuid not null,
  id          uuid not null,
  kind        text not null,
  customer_id text not null,
  order_id    uuid,
  payment_id  uuid,
  amount      bigint,
  currency    text,
  points      bigint,
  source      text not null,
  undoes      uuid,
  status      text not null,
  tries       integer not null,
  next_try_at timestamp with time zone,
  give_up_at  timestamp with time zone not null,
  reference   text,
  error       text,
  created_at  timestamp with time zone default clock_timestamp() not null,
  constraint loyalty_intents_pkey PRIMARY KEY (tenant_id, id),
  constraint loyalty_intents_source_key UNIQUE (tenant_id, source),
  constraint loyalty_intents_check CHECK (((kind = 'enrol'::text) = (amount IS NULL))),
  constraint loyalty_intents_check1 CHECK (((amount IS NULL) = (currency IS NULL))),
  constraint loyalty_intents_check2 CHECK (((status = ANY (ARRAY['pending'::text, 'held'::text, 'reversing'::text])) = (next_try_at IS NOT NULL))),
  constraint loyalty_intents_check3 CHECK (((kind = 'burn'::text) OR (status <> ALL (ARRAY['held'::text, 'used'::text, 'reversing'::text, 'reversed'::text])))),
  constraint loyalty_intents_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint loyalty_intents_customer_id_check CHECK (((length(customer_id) >= 1) AND (length(customer_id) <= 100))),
  constraint loyalty_intents_kind_check CHECK ((kind = ANY (ARRAY['earn'::text, 'earn_reversal'::text, 'burn'::text, 'burn_reversal'::text, 'enrol'::text]))),
  constraint loyalty_intents_points_check CHECK ((points >= 0)),
  constraint loyalty_intents_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300))),
  constraint loyalty_intents_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'done'::text, 'refused'::text, 'held'::text, 'used'::text, 'reversing'::text, 'reversed'::text]))),
  constraint loyalty_intents_tries_check CHECK ((tries >= 0))
);
CREATE INDEX loyalty_intents_due ON public.loyalty_intents USING btree (next_try_at) WHERE (status = ANY (ARRAY['pending'::text, 'held'::text, 'reversing'::text]));
CREATE INDEX loyalty_intents_of_payment ON public.loyalty_intents USING btree (tenant_id, payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX loyalty_intents_open ON public.loyalty_intents USING btree (tenant_id, customer_id, created_at, id) WHERE (status = ANY (ARRAY['pending'::text, 'reversing'::text]));
CREATE INDEX loyalty_intents_undoing ON public.loyalty_intents USING btree (tenant_id, undoes) WHERE (undoes IS NOT NULL);
alter table loyalty_intents enable row level security;
alter table loyalty_intents force row level security;
create policy sender_finds_due on loyalty_intents as permissive for select to pos_worker
  using ((status = ANY (ARRAY['pending'::text, 'held'::text, 'reversing'::text])));
create policy sender_takes on loyalty_intents as permissive for update to pos_worker
  using ((status = ANY (ARRAY['pending'::text, 'held'::text, 'reversing'::text])))
  with check ((status = ANY (ARRAY['pending'::text, 'held'::text, 'reversing'::text])));
create policy tenant_isolation on loyalty_intents as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on loyalty_intents to pos_app;
grant select (tenant_id, id, customer_id, status, next_try_at, created_at) on loyalty_intents to pos_worker;
grant update (next_try_at) on loyalty_intents to pos_worker;

create table loyalty_members (
  tenant_id    uuid not null,
  id           uuid not null,
  customer_id  text not null,
  status       text not null,
  groups       text[] not null,
  entitlements text[] not null,
  balance      bigint not null,
  enrolled_at  timestamp with time zone not null,
  version      integer not null,
  constraint loyalty_members_pkey PRIMARY KEY (tenant_id, id),
  constraint loyalty_members_customer_key UNIQUE (tenant_id, customer_id),
  constraint loyalty_members_customer_id_check CHECK (((length(customer_id) >= 1) AND (length(customer_id) <= 100))),
  constraint loyalty_members_status_check CHECK ((status = ANY (ARRAY['active'::text, 'closed'::text])))
);
CREATE INDEX loyalty_members_by_time ON public.loyalty_members USING btree (tenant_id, enrolled_at DESC, id);
alter table loyalty_members enable row level security;
alter table loyalty_members force row level security;
create policy tenant_isolation on loyalty_members as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on loyalty_members to pos_app;

create table loyalty_programmes (
  tenant_id   uuid not null,
  name        text not null,
  currency    text not null,
  active      boolean not null,
  earn_points integer not null,
  earn_per    integer not null,
  burn_points integer not null,
  burn_worth  integer not null,
  version     integer not null,
  updated_at  timestamp with time zone default now() not null,
  constraint loyalty_programmes_pkey PRIMARY KEY (tenant_id),
  constraint loyalty_programmes_burn_points_check CHECK ((burn_points > 0)),
  constraint loyalty_programmes_burn_worth_check CHECK ((burn_worth > 0)),
  constraint loyalty_programmes_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint loyalty_programmes_earn_per_check CHECK ((earn_per > 0)),
  constraint loyalty_programmes_earn_points_check CHECK ((earn_points > 0)),
  constraint loyalty_programmes_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
alter table loyalty_programmes enable row level security;
alter table loyalty_programmes force row level security;
create policy tenant_isolation on loyalty_programmes as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on loyalty_programmes to pos_app;

create table master_data_revisions (
  tenant_id uuid not null,
  catalog   bigint default 1 not null,
  outlets   bigint default 1 not null,
  pricing   bigint default 1 not null,
  constraint master_data_revisions_pkey PRIMARY KEY (tenant_id)
);
alter table master_data_revisions enable row level security;
alter table master_data_revisions force row level security;
create policy tenant_isolation on master_data_revisions as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on master_data_revisions to pos_app;

create table modifier_attachments (
  tenant_id  uuid not null,
  id         uuid not null,
  item_id    uuid,
  category   text,
  groups     json not null,
  codes      text[] not null,
  version    integer not null,
  updated_at timestamp with time zone default now() not null,
  constraint modifier_attachments_pkey PRIMARY KEY (tenant_id, id),
  constraint modifier_attachments_category_key UNIQUE (tenant_id, category),
  constraint modifier_attachments_item_key UNIQUE (tenant_id, item_id),
  constraint modifier_attachments_check CHECK (((item_id IS NULL) <> (category IS NULL))),
  constraint modifier_attachments_check1 CHECK ((item_id = id)),
  constraint modifier_attachments_version_check CHECK ((version > 0))
);
alter table modifier_attachments enable row level security;
alter table modifier_attachments force row level security;
create policy tenant_isolation on modifier_attachments as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on modifier_attachments to pos_app;

create table modifier_groups (
  tenant_id     uuid not null,
  id            uuid not null,
  code          text not null,
  name          text not null,
  currency      text not null,
  min           integer not null,
  max           integer,
  free_quantity integer not null,
  modifiers     json not null,
  size          integer not null,
  nested        text[] not null,
  version       integer not null,
  deleted_at    timestamp with time zone,
  updated_at    timestamp with time zone default now() not null,
  constraint modifier_groups_pkey PRIMARY KEY (tenant_id, id),
  constraint modifier_groups_check CHECK ((max >= min)),
  constraint modifier_groups_code_check CHECK (((length(code) >= 1) AND (length(code) <= 64))),
  constraint modifier_groups_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint modifier_groups_free_quantity_check CHECK ((free_quantity >= 0)),
  constraint modifier_groups_min_check CHECK ((min >= 0)),
  constraint modifier_groups_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint modifier_groups_size_check CHECK ((size > 0)),
  constraint modifier_groups_version_check CHECK ((version > 0))
);
CREATE INDEX modifier_groups_by_name ON public.modifier_groups USING btree (tenant_id, name, id) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX modifier_groups_code_key ON public.modifier_groups USING btree (tenant_id, code) WHERE (deleted_at IS NULL);
alter table modifier_groups enable row level security;
alter table modifier_groups force row level security;
create policy tenant_isolation on modifier_groups as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on modifier_groups to pos_app;

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
  service_charges jsonb default '[]'::jsonb not null,
  closed_through  date,
  closure_due     date,
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
  combo             jsonb,
  applications      jsonb default '[]'::jsonb not null,
  service_charge    bigint default 0 not null,
  gift_card         jsonb,
  added_at          timestamp with time zone,
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
  pricing             json,
  pricing_hash        text,
  outcome_hash        text,
  tax_exemption       jsonb,
  promo_codes         jsonb default '[]'::jsonb not null,
  discounts           jsonb default '[]'::jsonb not null,
  counted_promotions  jsonb default '[]'::jsonb not null,
  booked_on           date,
  late                boolean default false not null,
  drawer_session_id   uuid,
  surcharge           bigint default 0 not null,
  voided_at           timestamp with time zone,
  voided_by           text,
  constraint pos_orders_pkey PRIMARY KEY (tenant_id, id),
  constraint pos_orders_number_key UNIQUE (tenant_id, outlet_id, number),
  constraint pos_orders_due_check CHECK ((due >= 0)),
  constraint pos_orders_status_check CHECK ((status = ANY (ARRAY['open'::text, 'held'::text, 'completed'::text, 'voided'::text, 'partially_refunded'::text, 'refunded'::text])))
);
CREATE INDEX pos_orders_booked_elsewhere ON public.pos_orders USING btree (tenant_id, booked_on, outlet_id) WHERE (booked_on IS NOT NULL);
CREATE INDEX pos_orders_by_business_date ON public.pos_orders USING btree (tenant_id, business_date, outlet_id);
CREATE INDEX pos_orders_by_time ON public.pos_orders USING btree (tenant_id, placed_at DESC);
alter table pos_orders enable row level security;
alter table pos_orders force row level security;
create policy tenant_isolation on pos_orders as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on pos_orders to pos_app;

create table pos_payment_returns (
  tenant_id         uuid not null,
  id                uuid not null,
  payment_id        uuid not null,
  order_id          uuid not null,
  outlet_id         uuid not null,
  tender            text not null,
  amount            bigint not null,
  reason            text not null,
  returned_by       text not null,
  approved_by       text,
  returned_at       timestamp with time zone not null,
  business_date     date not null,
  late              boolean default false not null,
  drawer_session_id uuid,
  constraint pos_payment_returns_pkey PRIMARY KEY (tenant_id, id),
  constraint pos_payment_returns_payment_key UNIQUE (tenant_id, payment_id),
  constraint pos_payment_returns_amount_check CHECK ((amount > 0))
);
CREATE INDEX pos_payment_returns_by_business_date ON public.pos_payment_returns USING btree (tenant_id, business_date, outlet_id);
alter table pos_payment_returns enable row level security;
alter table pos_payment_returns force row level security;
create policy tenant_isolation on pos_payment_returns as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on pos_payment_returns to pos_app;

create table pos_payments (
  tenant_id         uuid not null,
  id                uuid not null,
  order_id          uuid not null,
  payment_number    integer not null,
  tender            text not null,
  status            text not null,
  amount            bigint not null,
  refunded          bigint default 0 not null,
  reference         text,
  received_at       timestamp with time zone not null,
  ledger            text,
  change_given      bigint,
  surcharge         bigint default 0 not null,
  drawer_session_id uuid,
  booked_on         date,
  provider          text,
  failure           text,
  taken_by          text,
  constraint pos_payments_pkey PRIMARY KEY (tenant_id, id),
  constraint pos_payments_amount_check CHECK ((amount > 0)),
  constraint pos_payments_check CHECK (((refunded >= 0) AND (refunded <= amount))),
  constraint pos_payments_ledger_check CHECK ((ledger = ANY (ARRAY['gift_card'::text, 'loyalty'::text, 'house_account'::text]))) NOT VALID,
  constraint pos_payments_status_check CHECK ((status = ANY (ARRAY['initiated'::text, 'pending'::text, 'captured'::text, 'failed'::text, 'unknown'::text, 'refunded'::text, 'charged_back'::text])))
);
CREATE INDEX pos_payments_booked_elsewhere ON public.pos_payments USING btree (tenant_id, booked_on) WHERE (booked_on IS NOT NULL);
CREATE INDEX pos_payments_by_order ON public.pos_payments USING btree (tenant_id, order_id);
CREATE INDEX pos_payments_in_doubt ON public.pos_payments USING btree (tenant_id, received_at) WHERE (status = ANY (ARRAY['initiated'::text, 'pending'::text, 'unknown'::text]));
alter table pos_payments enable row level security;
alter table pos_payments force row level security;
create policy tenant_isolation on pos_payments as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on pos_payments to pos_app;

create table pos_refunds (
  tenant_id         uuid not null,
  id                uuid not null,
  order_id          uuid not null,
  outlet_id         uuid not null,
  amount            bigint not null,
  tax               bigint not null,
  rounding          bigint not null,
  reason            text not null,
  lines             jsonb not null,
  payments          jsonb not null,
  refunded_by       text not null,
  refunded_at       timestamp with time zone not null,
  business_date     date not null,
  local_hour        smallint not null,
  booked_on         date,
  late              boolean default false not null,
  drawer_session_id uuid,
  approved_by       text,
  constraint pos_refunds_pkey PRIMARY KEY (tenant_id, id),
  constraint pos_refunds_amount_check CHECK ((amount >= 0))
);
CREATE INDEX pos_refunds_booked_elsewhere ON public.pos_refunds USING btree (tenant_id, booked_on, outlet_id) WHERE (booked_on IS NOT NULL);
CREATE INDEX pos_refunds_by_business_date ON public.pos_refunds USING btree (tenant_id, business_date, outlet_id);
CREATE INDEX pos_refunds_by_order ON public.pos_refunds USING btree (tenant_id, order_id);
alter table pos_refunds enable row level security;
alter table pos_refunds force row level security;
create policy tenant_isolation on pos_refunds as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on pos_refunds to pos_app;

create table pricebook_entries (
  tenant_id  uuid not null,
  version_id uuid not null,
  sku        text not null,
  kind       text not null,
  amount     bigint,
  rate       numeric(15,6),
  constraint pricebook_entries_pkey PRIMARY KEY (tenant_id, version_id, sku),
  constraint pricebook_entries_check CHECK ((((kind = 'percent'::text) = (rate IS NOT NULL)) AND ((kind = 'percent'::text) = (amount IS NULL)))),
  constraint pricebook_entries_check1 CHECK (((kind <> 'absolute'::text) OR (amount >= 0))),
  constraint pricebook_entries_kind_check CHECK ((kind = ANY (ARRAY['absolute'::text, 'percent'::text, 'amount'::text]))),
  constraint pricebook_entries_sku_check CHECK (((length(sku) >= 1) AND (length(sku) <= 64)))
);
alter table pricebook_entries enable row level security;
alter table pricebook_entries force row level security;
create policy tenant_isolation on pricebook_entries as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on pricebook_entries to pos_app;

create table pricebook_versions (
  tenant_id       uuid not null,
  id              uuid not null,
  pricebook_id    uuid not null,
  number          integer not null,
  state           text not null,
  priority        integer not null,
  outlet_ids      uuid[],
  channels        text[],
  customer_groups text[],
  schedule        jsonb,
  rules           jsonb default '[]'::jsonb not null,
  entry_count     integer default 0 not null,
  copied_from     integer,
  created_by      text not null,
  created_at      timestamp with time zone not null,
  released_by     text,
  released_at     timestamp with time zone,
  effective_at    timestamp with time zone,
  announced_at    timestamp with time zone,
  withdrawn_by    text,
  withdrawn_at    timestamp with time zone,
  constraint pricebook_versions_pkey PRIMARY KEY (tenant_id, id),
  constraint pricebook_versions_number_key UNIQUE (tenant_id, pricebook_id, number),
  constraint pricebook_versions_channels_check CHECK ((cardinality(channels) > 0)),
  constraint pricebook_versions_check CHECK (((state <> 'released'::text) OR (released_at IS NOT NULL))),
  constraint pricebook_versions_check1 CHECK ((((released_at IS NULL) = (released_by IS NULL)) AND ((released_at IS NULL) = (effective_at IS NULL)))),
  constraint pricebook_versions_check2 CHECK ((((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))),
  constraint pricebook_versions_customer_groups_check CHECK ((cardinality(customer_groups) > 0)),
  constraint pricebook_versions_entry_count_check CHECK (((entry_count >= 0) AND (entry_count <= 50000))),
  constraint pricebook_versions_number_check CHECK ((number > 0)),
  constraint pricebook_versions_outlet_ids_check CHECK ((cardinality(outlet_ids) > 0)),
  constraint pricebook_versions_priority_check CHECK (((priority >= 0) AND (priority <= 999))),
  constraint pricebook_versions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'filling'::text, 'released'::text, 'withdrawn'::text])))
);
CREATE UNIQUE INDEX pricebook_versions_draft_key ON public.pricebook_versions USING btree (tenant_id, pricebook_id) WHERE (state = 'draft'::text);
CREATE INDEX pricebook_versions_due ON public.pricebook_versions USING btree (tenant_id, effective_at) WHERE ((state = 'released'::text) AND (announced_at IS NULL));
CREATE INDEX pricebook_versions_in_force ON public.pricebook_versions USING btree (tenant_id, pricebook_id, effective_at, number) WHERE (state = 'released'::text);
alter table pricebook_versions enable row level security;
alter table pricebook_versions force row level security;
create policy pricebooks_due on pricebook_versions as permissive for select to pos_worker
  using (((state = 'released'::text) AND (announced_at IS NULL)));
create policy tenant_isolation on pricebook_versions as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on pricebook_versions to pos_app;
grant select (tenant_id, pricebook_id, number, state, effective_at, announced_at) on pricebook_versions to pos_worker;

create table pricebooks (
  tenant_id   uuid not null,
  id          uuid not null,
  code        text,
  name        text not null,
  currency    text not null,
  parent_id   uuid,
  status      text not null,
  last_number integer not null,
  revision    integer not null,
  created_by  text not null,
  created_at  timestamp with time zone not null,
  updated_at  timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint pricebooks_pkey PRIMARY KEY (tenant_id, id),
  constraint pricebooks_check CHECK ((parent_id <> id)),
  constraint pricebooks_check1 CHECK (((archived_at IS NOT NULL) = (status = 'archived'::text))),
  constraint pricebooks_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  constraint pricebooks_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint pricebooks_last_number_check CHECK ((last_number > 0)),
  constraint pricebooks_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint pricebooks_revision_check CHECK ((revision > 0)),
  constraint pricebooks_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'archived'::text])))
);
CREATE INDEX pricebooks_by_name ON public.pricebooks USING btree (tenant_id, name, id);
CREATE INDEX pricebooks_by_parent ON public.pricebooks USING btree (tenant_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX pricebooks_code_key ON public.pricebooks USING btree (tenant_id, code) WHERE (status <> 'archived'::text);
alter table pricebooks enable row level security;
alter table pricebooks force row level security;
create policy tenant_isolation on pricebooks as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on pricebooks to pos_app;

create table promotion_codes (
  tenant_id             uuid not null,
  id                    uuid not null,
  promotion_id          uuid not null,
  batch_id              uuid not null,
  code                  text not null,
  uses_max              integer,
  uses_per_customer_max integer,
  valid_to              timestamp with time zone,
  active                boolean default true not null,
  uses                  integer default 0 not null,
  version               integer default 1 not null,
  created_at            timestamp(3) with time zone not null,
  constraint promotion_codes_pkey PRIMARY KEY (tenant_id, id),
  constraint promotion_codes_code_key UNIQUE (tenant_id, code),
  constraint promotion_codes_uses_check CHECK ((uses >= 0))
);
CREATE INDEX promotion_codes_by_age ON public.promotion_codes USING btree (tenant_id, promotion_id, created_at, id);
alter table promotion_codes enable row level security;
alter table promotion_codes force row level security;
create policy tenant_isolation on promotion_codes as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on promotion_codes to pos_app;

create table promotion_counters (
  tenant_id             uuid not null,
  promotion_id          uuid not null,
  uses_max              integer,
  uses_per_customer_max integer,
  budget                bigint,
  currency              text,
  uses                  integer default 0 not null,
  spent                 bigint default 0 not null,
  codes                 integer default 0 not null,
  event_sequence        integer not null,
  constraint promotion_counters_pkey PRIMARY KEY (tenant_id, promotion_id),
  constraint promotion_counters_check CHECK (((budget IS NULL) = (currency IS NULL))),
  constraint promotion_counters_event_sequence_check CHECK ((event_sequence > 0)),
  constraint promotion_counters_spent_check CHECK ((spent >= 0)),
  constraint promotion_counters_uses_check CHECK ((uses >= 0))
);
alter table promotion_counters enable row level security;
alter table promotion_counters force row level security;
create policy tenant_isolation on promotion_counters as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on promotion_counters to pos_app;

create table promotion_uses (
  tenant_id    uuid not null,
  order_id     uuid not null,
  promotion_id uuid not null,
  code         text not null,
  customer_id  text,
  amount       bigint not null,
  currency     text not null,
  used_at      timestamp(3) with time zone not null,
  constraint promotion_uses_pkey PRIMARY KEY (tenant_id, order_id, promotion_id, code),
  constraint promotion_uses_amount_check CHECK ((amount >= 0))
);
CREATE INDEX promotion_uses_by_time ON public.promotion_uses USING btree (tenant_id, promotion_id, used_at, order_id, code);
CREATE INDEX promotion_uses_of_customer ON public.promotion_uses USING btree (tenant_id, customer_id, promotion_id, code) WHERE (customer_id IS NOT NULL);
alter table promotion_uses enable row level security;
alter table promotion_uses force row level security;
create policy tenant_isolation on promotion_uses as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on promotion_uses to pos_app;

create table promotion_versions (
  tenant_id    uuid not null,
  promotion_id uuid not null,
  version      integer not null,
  details      jsonb not null,
  made_by      text not null,
  made_at      timestamp(3) with time zone not null,
  constraint promotion_versions_pkey PRIMARY KEY (tenant_id, promotion_id, version),
  constraint promotion_versions_version_check CHECK ((version > 0))
);
alter table promotion_versions enable row level security;
alter table promotion_versions force row level security;
create policy tenant_isolation on promotion_versions as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on promotion_versions to pos_app;

create table promotions (
  tenant_id    uuid not null,
  id           uuid not null,
  activation   text not null,
  status       text not null,
  rule_version integer not null,
  name         text not null,
  valid_from   timestamp with time zone,
  valid_to     timestamp with time zone,
  outlet_ids   uuid[],
  version      integer not null,
  created_by   text not null,
  created_at   timestamp(3) with time zone not null,
  updated_at   timestamp with time zone not null,
  constraint promotions_pkey PRIMARY KEY (tenant_id, id),
  constraint promotions_activation_check CHECK ((activation = ANY (ARRAY['automatic'::text, 'code'::text]))),
  constraint promotions_rule_version_check CHECK ((rule_version > 0)),
  constraint promotions_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'paused'::text, 'ended'::text]))),
  constraint promotions_version_check CHECK ((version > 0))
);
CREATE INDEX promotions_active ON public.promotions USING btree (tenant_id, id) WHERE (status = 'active'::text);
CREATE INDEX promotions_by_age ON public.promotions USING btree (tenant_id, created_at, id);
alter table promotions enable row level security;
alter table promotions force row level security;
create policy tenant_isolation on promotions as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on promotions to pos_app;

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
alter table catalog_combos add constraint catalog_combos_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table catalog_combos add constraint catalog_combos_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES catalog_items(tenant_id, id);
alter table catalog_imports add constraint catalog_imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table catalog_items add constraint catalog_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table gift_card_transactions add constraint gift_card_transactions_tenant_id_card_id_fkey FOREIGN KEY (tenant_id, card_id) REFERENCES gift_cards(tenant_id, id);
alter table gift_card_transactions add constraint gift_card_transactions_tenant_id_card_id_previous_number_b_fkey FOREIGN KEY (tenant_id, card_id, previous_number, balance_before) REFERENCES gift_card_transactions(tenant_id, card_id, number, balance_after);
alter table gift_cards add constraint gift_cards_balance_is_of_ledger FOREIGN KEY (tenant_id, id, movements, balance) REFERENCES gift_card_transactions(tenant_id, card_id, number, balance_after) DEFERRABLE INITIALLY DEFERRED;
alter table loyalty_entries add constraint loyalty_entries_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES loyalty_members(tenant_id, id);
alter table master_data_revisions add constraint master_data_revisions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table modifier_attachments add constraint modifier_attachments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table modifier_attachments add constraint modifier_attachments_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES catalog_items(tenant_id, id);
alter table modifier_groups add constraint modifier_groups_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table order_number_counters add constraint order_number_counters_tenant_id_outlet_id_fkey FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets(tenant_id, id);
alter table outlets add constraint outlets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table pos_order_lines add constraint pos_order_lines_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES pos_orders(tenant_id, id);
alter table pos_payment_returns add constraint pos_payment_returns_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES pos_orders(tenant_id, id);
alter table pos_payments add constraint pos_payments_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES pos_orders(tenant_id, id);
alter table pos_refunds add constraint pos_refunds_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES pos_orders(tenant_id, id);
alter table pricebook_entries add constraint pricebook_entries_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES pricebook_versions(tenant_id, id);
alter table pricebook_versions add constraint pricebook_versions_tenant_id_pricebook_id_fkey FOREIGN KEY (tenant_id, pricebook_id) REFERENCES pricebooks(tenant_id, id);
alter table pricebooks add constraint pricebooks_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES pricebooks(tenant_id, id);
alter table promotion_codes add constraint promotion_codes_tenant_id_promotion_id_fkey FOREIGN KEY (tenant_id, promotion_id) REFERENCES promotions(tenant_id, id);
alter table promotion_counters add constraint promotion_counters_tenant_id_promotion_id_fkey FOREIGN KEY (tenant_id, promotion_id) REFERENCES promotions(tenant_id, id);
alter table promotion_uses add constraint promotion_uses_tenant_id_promotion_id_fkey FOREIGN KEY (tenant_id, promotion_id) REFERENCES promotions(tenant_id, id);
alter table promotion_versions add constraint promotion_versions_tenant_id_promotion_id_fkey FOREIGN KEY (tenant_id, promotion_id) REFERENCES promotions(tenant_id, id);
alter table tax_groups add constraint tax_groups_tenant_id_outlet_id_fkey FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets(tenant_id, id);
alter table webhook_attempts add constraint webhook_attempts_tenant_id_delivery_id_fkey FOREIGN KEY (tenant_id, delivery_id) REFERENCES webhook_deliveries(tenant_id, id) ON DELETE CASCADE;
alter table webhook_deliveries add constraint webhook_deliveries_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints(tenant_id, id);

-- Triggers
CREATE TRIGGER catalog_items_content_revision BEFORE INSERT OR UPDATE OF version ON public.catalog_items FOR EACH ROW EXECUTE FUNCTION note_content_revision();
CREATE TRIGGER pricebook_entries_added AFTER INSERT ON public.pricebook_entries REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION pricebook_entries_are_of_drafts();
CREATE TRIGGER pricebook_entries_changed AFTER UPDATE ON public.pricebook_entries REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION pricebook_entries_are_of_drafts();
CREATE TRIGGER pricebook_entries_removed AFTER DELETE ON public.pricebook_entries REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION pricebook_entries_are_of_drafts();
CREATE TRIGGER pricebook_versions_stay BEFORE UPDATE ON public.pricebook_versions FOR EACH ROW WHEN ((old.state = ANY (ARRAY['released'::text, 'withdrawn'::text]))) EXECUTE FUNCTION pricebook_content_is_fixed();
