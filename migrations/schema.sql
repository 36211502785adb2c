-- What the migrations add up to: generated from the catalogue of a migrated database, never edited by hand.
-- `make generated` rewrites it; test/tenancy/schema.test.ts fails when a replay of all migrations gives anything else.
set check_function_bodies = off;

create sequence events_position as bigint increment 1 minvalue 1 maxvalue 9223372036854775807 start 1 cache 1;
grant usage on sequence events_position to pos_app;
grant select on sequence events_position to pos_worker;

CREATE OR REPLACE FUNCTION public.append_audit_entry(tenant uuid, entry text)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  said jsonb := entry::jsonb;
  head audit_heads%rowtype;
  next_hash text;
begin
  select * into head from audit_heads h where h.tenant_id = tenant for update;
  if not found then
    insert into audit_heads (tenant_id, number, hash) values (tenant, 0, repeat('0', 64)) on conflict do nothing;
    select * into head from audit_heads h where h.tenant_id = tenant for update;
  end if;
  if exists (select 1 from audit_entries e where e.tenant_id = tenant and e.event_id = (said ->> 'eventId')::uuid) then
    return null;
  end if;
  next_hash := encode(sha256(convert_to(head.hash || entry, 'UTF8')), 'hex');
  insert into audit_entries (tenant_id, number, event_id, at, recorded_at, actor, outlet_id, device_id, action, target, outcome, reason,
      approved_by, before, after, request_id, payload, previous_hash, hash)
    values (tenant, head.number + 1, (said ->> 'eventId')::uuid, (said ->> 'at')::timestamptz, (said ->> 'recordedAt')::timestamptz,
      said ->> 'actor', (said ->> 'outletId')::uuid, said ->> 'deviceId', said ->> 'action', said ->> 'target', said ->> 'outcome',
      said ->> 'reason', said ->> 'approvedBy', nullif(said -> 'before', 'null'), nullif(said -> 'after', 'null'), said ->> 'requestId',
      entry, head.hash, next_hash);
  update audit_heads h set number = head.number + 1, hash = next_hash where h.tenant_id = tenant;
  return head.number + 1;
end $function$;
revoke all on function append_audit_entry(uuid,text) from public;
grant execute on function append_audit_entry(uuid,text) to pos_app;

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

CREATE OR REPLACE FUNCTION public.assert_drawer_session_open(session uuid, outlet uuid, of_currency text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare found_one drawer_sessions;
begin
  select * into found_one from drawer_sessions s where s.id = session for share;
  if found_one.id is null or found_one.status <> 'open' or found_one.count_forced_at is not null
     or found_one.outlet_id <> outlet or found_one.currency <> of_currency then
    raise exception 'the drawer session takes nothing' using errcode = '23514', constraint = 'drawer_session_open';
  end if;
end $function$;
revoke all on function assert_drawer_session_open(uuid,uuid,text) from public;
grant execute on function assert_drawer_session_open(uuid,uuid,text) to pos_app;

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

CREATE OR REPLACE FUNCTION public.book_into_drawer(session uuid, outlet uuid, of_currency text, entries json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  day date;
  closed date;
begin
  perform assert_drawer_session_open(session, outlet, of_currency);
  if json_array_length(entries) = 0 then return; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.tenant_id') || outlet::text, 1));
  select ((e.at at time zone o.time_zone) - make_interval(mins => o.day_cut_minutes))::date, o.closed_through into day, closed
    from json_populate_record(null::drawer_entries, entries -> 0) e, outlets o where o.id = outlet;
  insert into drawer_entries (tenant_id, id, session_id, outlet_id, kind, amount, currency, debit_account, credit_account, order_id,
      payment_id, refund_id, actor, at, business_date, late)
    select e.tenant_id, e.id, session, outlet, e.kind, e.amount, of_currency, e.debit_account, e.credit_account, e.order_id,
           e.payment_id, e.refund_id, e.actor, e.at, day, coalesce(closed >= day, false)
      from json_populate_recordset(null::drawer_entries, entries) e;
end $function$;
revoke all on function book_into_drawer(uuid,uuid,text,json) from public;
grant execute on function book_into_drawer(uuid,uuid,text,json) to pos_app;

CREATE OR REPLACE FUNCTION public.drawer_expected(session uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(sum(case when e.debit_account = 'drawer:' || session then e.amount
                           when e.credit_account = 'drawer:' || session then -e.amount else 0 end), 0)::bigint
    from drawer_entries e where e.session_id = session;
$function$;
revoke all on function drawer_expected(uuid) from public;
grant execute on function drawer_expected(uuid) to pos_app;

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

create table approval_rules (
  tenant_id       uuid not null,
  action          text not null,
  id              uuid not null,
  second_person   text not null,
  limits          jsonb not null,
  reason_required boolean not null,
  reasons         text[] not null,
  changed_by      text not null,
  changed_at      timestamp with time zone not null,
  version         integer not null,
  constraint approval_rules_pkey PRIMARY KEY (tenant_id, action),
  constraint approval_rules_second_person_check CHECK ((second_person = ANY (ARRAY['never'::text, 'always'::text, 'over'::text]))),
  constraint approval_rules_version_check CHECK ((version > 0))
);
alter table approval_rules enable row level security;
alter table approval_rules force row level security;
create policy tenant_isolation on approval_rules as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on approval_rules to pos_app;

create table approvals (
  tenant_id    uuid not null,
  id           uuid not null,
  action       text not null,
  target_id    text not null,
  outlet_id    uuid not null,
  amount       bigint,
  currency     text,
  reason       text not null,
  asked_by     text not null,
  asked_at     timestamp with time zone not null,
  status       text not null,
  decided_by   text,
  decided_at   timestamp with time zone,
  note         text,
  expires_at   timestamp with time zone not null,
  used_at      timestamp with time zone,
  used_request text,
  version      integer not null,
  constraint approvals_pkey PRIMARY KEY (tenant_id, id),
  constraint approvals_amount_check CHECK ((amount >= 0)),
  constraint approvals_asked_by_check CHECK (((length(asked_by) >= 1) AND (length(asked_by) <= 300))),
  constraint approvals_check CHECK (((amount IS NULL) = (currency IS NULL))),
  constraint approvals_check1 CHECK (((decided_by IS NULL) = (decided_at IS NULL))),
  constraint approvals_check2 CHECK (((status <> ALL (ARRAY['granted'::text, 'denied'::text, 'used'::text])) OR (decided_by IS NOT NULL))),
  constraint approvals_check3 CHECK ((decided_by <> asked_by)),
  constraint approvals_check4 CHECK (((status = 'used'::text) = ((used_at IS NOT NULL) AND (used_request IS NOT NULL)))),
  constraint approvals_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint approvals_note_check CHECK ((length(note) <= 500)),
  constraint approvals_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint approvals_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'granted'::text, 'denied'::text, 'used'::text, 'expired'::text, 'withdrawn'::text]))),
  constraint approvals_target_id_check CHECK (((length(target_id) >= 1) AND (length(target_id) <= 100))),
  constraint approvals_version_check CHECK ((version > 0))
);
CREATE INDEX approvals_asked ON public.approvals USING btree (tenant_id, outlet_id, asked_at, id) WHERE (status = 'asked'::text);
CREATE INDEX approvals_by_time ON public.approvals USING btree (tenant_id, asked_at, id);
CREATE INDEX approvals_due ON public.approvals USING btree (expires_at) WHERE (status = ANY (ARRAY['asked'::text, 'granted'::text]));
alter table approvals enable row level security;
alter table approvals force row level security;
create policy expiry_finds_due on approvals as permissive for select to pos_worker
  using (((status = ANY (ARRAY['asked'::text, 'granted'::text])) AND (expires_at <= now())));
create policy tenant_isolation on approvals as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on approvals to pos_app;
grant select (tenant_id, id, status, expires_at) on approvals to pos_worker;

create table audit_entries (
  tenant_id     uuid not null,
  number        bigint not null,
  event_id      uuid not null,
  at            timestamp with time zone not null,
  recorded_at   timestamp with time zone not null,
  actor         text not null,
  outlet_id     uuid,
  device_id     text,
  action        text not null,
  target        text not null,
  outcome       text not null,
  reason        text,
  approved_by   text,
  before        jsonb,
  after         jsonb,
  request_id    text not null,
  payload       text not null,
  previous_hash text not null,
  hash          text not null,
  constraint audit_entries_pkey PRIMARY KEY (tenant_id, number),
  constraint audit_entries_event_key UNIQUE (tenant_id, event_id),
  constraint audit_entries_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint audit_entries_number_check CHECK ((number > 0)),
  constraint audit_entries_outcome_check CHECK ((outcome = ANY (ARRAY['allowed'::text, 'refused'::text]))),
  constraint audit_entries_previous_hash_check CHECK ((previous_hash ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX audit_entries_by_action ON public.audit_entries USING btree (tenant_id, action, number);
CREATE INDEX audit_entries_by_actor ON public.audit_entries USING btree (tenant_id, actor, number);
CREATE INDEX audit_entries_by_target ON public.audit_entries USING btree (tenant_id, target, number);
alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy tenant_isolation on audit_entries as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on audit_entries to pos_app;

create table audit_heads (
  tenant_id uuid not null,
  number    bigint not null,
  hash      text not null,
  constraint audit_heads_pkey PRIMARY KEY (tenant_id),
  constraint audit_heads_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint audit_heads_number_check CHECK ((number >= 0))
);
alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy tenant_isolation on audit_heads as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on audit_heads to pos_app;
grant update (number, hash) on audit_heads to pos_app;

create table bank_deposits (
  tenant_id      uuid not null,
  id             uuid not null,
  outlet_id      uuid not null,
  currency       text not null,
  amount         bigint not null,
  reference      text,
  status         text not null,
  counted_amount bigint,
  difference     bigint,
  prepared_at    timestamp with time zone not null,
  prepared_by    text not null,
  deposited_at   timestamp with time zone,
  deposited_by   text,
  ended_at       timestamp with time zone,
  ended_by       text,
  version        integer not null,
  constraint bank_deposits_pkey PRIMARY KEY (tenant_id, id),
  constraint bank_deposits_amount_check CHECK ((amount > 0)),
  constraint bank_deposits_check CHECK (((status = 'confirmed'::text) = (counted_amount IS NOT NULL))),
  constraint bank_deposits_check1 CHECK ((NOT (difference IS DISTINCT FROM (counted_amount - amount)))),
  constraint bank_deposits_check2 CHECK (((status = ANY (ARRAY['confirmed'::text, 'cancelled'::text])) = ((ended_at IS NOT NULL) AND (ended_by IS NOT NULL)))),
  constraint bank_deposits_counted_amount_check CHECK ((counted_amount >= 0)),
  constraint bank_deposits_status_check CHECK ((status = ANY (ARRAY['prepared'::text, 'deposited'::text, 'confirmed'::text, 'cancelled'::text]))),
  constraint bank_deposits_version_check CHECK ((version > 0))
);
CREATE INDEX bank_deposits_by_time ON public.bank_deposits USING btree (tenant_id, outlet_id, prepared_at, id);
alter table bank_deposits enable row level security;
alter table bank_deposits force row level security;
create policy tenant_isolation on bank_deposits as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on bank_deposits to pos_app;

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

create table chargebacks (
  tenant_id  uuid not null,
  id         uuid not null,
  payment_id uuid not null,
  order_id   uuid,
  outlet_id  uuid,
  provider   text not null,
  reference  text,
  amount     bigint not null,
  currency   text not null,
  reason     text not null,
  status     text not null,
  due_by     timestamp with time zone,
  evidence   jsonb default '[]'::jsonb not null,
  outcome    text,
  opened_at  timestamp with time zone not null,
  opened_by  text not null,
  closed_at  timestamp with time zone,
  version    integer not null,
  constraint chargebacks_pkey PRIMARY KEY (tenant_id, id),
  constraint chargebacks_payment_key UNIQUE (tenant_id, payment_id),
  constraint chargebacks_amount_check CHECK ((amount > 0)),
  constraint chargebacks_check CHECK (((status = 'opened'::text) = (closed_at IS NULL))),
  constraint chargebacks_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint chargebacks_status_check CHECK ((status = ANY (ARRAY['opened'::text, 'won'::text, 'lost'::text])))
);
CREATE INDEX chargebacks_by_time ON public.chargebacks USING btree (tenant_id, opened_at, id);
alter table chargebacks enable row level security;
alter table chargebacks force row level security;
create policy tenant_isolation on chargebacks as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on chargebacks to pos_app;

create table day_policies (
  tenant_id      uuid not null,
  outlet_id      uuid not null,
  closure        text not null,
  grace_minutes  integer not null,
  next_look_at   timestamp with time zone default now() not null,
  event_sequence integer default 0 not null,
  version        integer not null,
  constraint day_policies_pkey PRIMARY KEY (tenant_id, outlet_id),
  constraint day_policies_closure_check CHECK ((closure = ANY (ARRAY['off'::text, 'automatic'::text, 'required'::text]))),
  constraint day_policies_grace_minutes_check CHECK (((grace_minutes >= 0) AND (grace_minutes <= 1440))),
  constraint day_policies_version_check CHECK ((version > 0))
);
CREATE INDEX day_policies_due ON public.day_policies USING btree (next_look_at) WHERE (closure <> 'off'::text);
alter table day_policies enable row level security;
alter table day_policies force row level security;
create policy closer_finds_due on day_policies as permissive for select to pos_worker
  using (((closure <> 'off'::text) AND (next_look_at <= now())));
create policy tenant_isolation on day_policies as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on day_policies to pos_app;
grant select (tenant_id, outlet_id, closure, next_look_at) on day_policies to pos_worker;

create table drawer_counts (
  tenant_id     uuid not null,
  id            uuid not null,
  session_id    uuid not null,
  kind          text not null,
  denominations jsonb,
  total         bigint not null,
  expected      bigint not null,
  variance      bigint not null,
  blind         boolean not null,
  counted_by    text not null,
  at            timestamp with time zone not null,
  constraint drawer_counts_pkey PRIMARY KEY (tenant_id, id),
  constraint drawer_counts_check CHECK ((variance = (total - expected))),
  constraint drawer_counts_kind_check CHECK ((kind = ANY (ARRAY['spot'::text, 'handover'::text, 'closing'::text, 'forced'::text]))),
  constraint drawer_counts_total_check CHECK ((total >= 0))
);
CREATE INDEX drawer_counts_by_session ON public.drawer_counts USING btree (tenant_id, session_id, at, id);
alter table drawer_counts enable row level security;
alter table drawer_counts force row level security;
create policy tenant_isolation on drawer_counts as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on drawer_counts to pos_app;

create table drawer_entries (
  tenant_id         uuid not null,
  id                uuid not null,
  session_id        uuid,
  outlet_id         uuid not null,
  kind              text not null,
  amount            bigint not null,
  currency          text not null,
  debit_account     text not null,
  credit_account    text not null,
  order_id          uuid,
  payment_id        uuid,
  refund_id         uuid,
  reason            text,
  category          text,
  receipt_reference text,
  person            text,
  approved_by       text,
  actor             text not null,
  at                timestamp with time zone not null,
  business_date     date not null,
  late              boolean default false not null,
  constraint drawer_entries_pkey PRIMARY KEY (tenant_id, id),
  constraint drawer_entries_amount_check CHECK ((amount > 0)),
  constraint drawer_entries_check CHECK ((debit_account <> credit_account)),
  constraint drawer_entries_check1 CHECK (((session_id IS NULL) = (kind = ANY (ARRAY['deposit'::text, 'safe_adjustment'::text])))),
  constraint drawer_entries_kind_check CHECK ((kind = ANY (ARRAY['float'::text, 'sale'::text, 'change'::text, 'refund'::text, 'paid_in'::text, 'paid_out'::text, 'petty_cash'::text, 'skim'::text, 'tip_out'::text, 'transfer_in'::text, 'transfer_out'::text, 'count'::text, 'close'::text, 'deposit'::text, 'safe_adjustment'::text])))
);
CREATE INDEX drawer_entries_by_day ON public.drawer_entries USING btree (tenant_id, outlet_id, business_date);
CREATE INDEX drawer_entries_by_outlet ON public.drawer_entries USING btree (tenant_id, outlet_id, at, id);
CREATE INDEX drawer_entries_by_session ON public.drawer_entries USING btree (tenant_id, session_id, at, id);
alter table drawer_entries enable row level security;
alter table drawer_entries force row level security;
create policy tenant_isolation on drawer_entries as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on drawer_entries to pos_app;

create table drawer_policies (
  tenant_id            uuid not null,
  outlet_id            uuid not null,
  session_required     boolean not null,
  variance_limit       bigint not null,
  cash_limit           bigint,
  denominations        jsonb,
  blind_count          boolean not null,
  forced_count_sales   integer,
  forced_count_minutes integer,
  float_default        bigint not null,
  version              integer not null,
  constraint drawer_policies_pkey PRIMARY KEY (tenant_id, outlet_id),
  constraint drawer_policies_cash_limit_check CHECK ((cash_limit > 0)),
  constraint drawer_policies_float_default_check CHECK ((float_default >= 0)),
  constraint drawer_policies_forced_count_minutes_check CHECK ((forced_count_minutes > 0)),
  constraint drawer_policies_forced_count_sales_check CHECK ((forced_count_sales > 0)),
  constraint drawer_policies_variance_limit_check CHECK ((variance_limit >= 0)),
  constraint drawer_policies_version_check CHECK ((version > 0))
);
alter table drawer_policies enable row level security;
alter table drawer_policies force row level security;
create policy tenant_isolation on drawer_policies as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on drawer_policies to pos_app;

create table drawer_sessions (
  tenant_id         uuid not null,
  id                uuid not null,
  outlet_id         uuid not null,
  drawer_id         uuid not null,
  tray_id           uuid,
  device_id         text,
  cashier_id        text not null,
  number            integer not null,
  currency          text not null,
  business_date     date not null,
  blind             boolean not null,
  opened_at         timestamp with time zone not null,
  opened_by         text not null,
  status            text not null,
  no_sales          integer default 0 not null,
  counted_last_at   timestamp with time zone not null,
  count_forced_at   timestamp with time zone,
  count_forced_for  text,
  count_started_at  timestamp with time zone,
  count_started_by  text,
  closed_at         timestamp with time zone,
  closed_by         text,
  counted           bigint,
  expected_at_close bigint,
  variance          bigint,
  kept_float        bigint,
  variance_state    text default 'none'::text not null,
  variance_by       text,
  variance_at       timestamp with time zone,
  variance_reason   text,
  variance_approval text,
  version           integer not null,
  event_sequence    integer not null,
  constraint drawer_sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint drawer_sessions_number_key UNIQUE (tenant_id, drawer_id, number),
  constraint drawer_sessions_check CHECK (((count_forced_at IS NULL) = (count_forced_for IS NULL))),
  constraint drawer_sessions_check1 CHECK (((status <> 'counting'::text) OR ((count_started_at IS NOT NULL) AND (count_started_by IS NOT NULL)))),
  constraint drawer_sessions_check2 CHECK (((status = 'closed'::text) = ((closed_at IS NOT NULL) AND (closed_by IS NOT NULL) AND (counted IS NOT NULL) AND (expected_at_close IS NOT NULL) AND (variance IS NOT NULL) AND (kept_float IS NOT NULL)))),
  constraint drawer_sessions_check3 CHECK (((variance IS NULL) OR (variance = (counted - expected_at_close)))),
  constraint drawer_sessions_check4 CHECK (((status = 'closed'::text) OR (variance_state = 'none'::text))),
  constraint drawer_sessions_check5 CHECK (((variance_state = ANY (ARRAY['approved'::text, 'rejected'::text])) = ((variance_by IS NOT NULL) AND (variance_at IS NOT NULL)))),
  constraint drawer_sessions_count_forced_for_check CHECK ((count_forced_for = ANY (ARRAY['cash_limit'::text, 'sales'::text, 'minutes'::text]))),
  constraint drawer_sessions_counted_check CHECK ((counted >= 0)),
  constraint drawer_sessions_event_sequence_check CHECK ((event_sequence > 0)),
  constraint drawer_sessions_kept_float_check CHECK ((kept_float >= 0)),
  constraint drawer_sessions_number_check CHECK ((number > 0)),
  constraint drawer_sessions_status_check CHECK ((status = ANY (ARRAY['open'::text, 'counting'::text, 'closed'::text]))),
  constraint drawer_sessions_variance_state_check CHECK ((variance_state = ANY (ARRAY['none'::text, 'pending'::text, 'approved'::text, 'rejected'::text]))),
  constraint drawer_sessions_version_check CHECK ((version > 0))
);
CREATE INDEX drawer_sessions_by_day ON public.drawer_sessions USING btree (tenant_id, outlet_id, business_date);
CREATE INDEX drawer_sessions_by_time ON public.drawer_sessions USING btree (tenant_id, opened_at, id);
CREATE UNIQUE INDEX drawer_sessions_device_open_key ON public.drawer_sessions USING btree (tenant_id, device_id) WHERE ((status <> 'closed'::text) AND (device_id IS NOT NULL));
CREATE UNIQUE INDEX drawer_sessions_drawer_open_key ON public.drawer_sessions USING btree (tenant_id, drawer_id) WHERE (status <> 'closed'::text);
CREATE UNIQUE INDEX drawer_sessions_tray_open_key ON public.drawer_sessions USING btree (tenant_id, tray_id) WHERE ((status <> 'closed'::text) AND (tray_id IS NOT NULL));
alter table drawer_sessions enable row level security;
alter table drawer_sessions force row level security;
create policy tenant_isolation on drawer_sessions as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on drawer_sessions to pos_app;

create table drawer_trays (
  tenant_id  uuid not null,
  id         uuid not null,
  outlet_id  uuid not null,
  name       text not null,
  owner      text,
  active     boolean default true not null,
  version    integer not null,
  created_at timestamp with time zone not null,
  constraint drawer_trays_pkey PRIMARY KEY (tenant_id, id),
  constraint drawer_trays_name_key UNIQUE (tenant_id, outlet_id, name),
  constraint drawer_trays_version_check CHECK ((version > 0))
);
alter table drawer_trays enable row level security;
alter table drawer_trays force row level security;
create policy tenant_isolation on drawer_trays as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on drawer_trays to pos_app;

create table drawers (
  tenant_id  uuid not null,
  id         uuid not null,
  outlet_id  uuid not null,
  name       text not null,
  device_id  text,
  active     boolean default true not null,
  sessions   integer default 0 not null,
  version    integer not null,
  created_at timestamp with time zone not null,
  constraint drawers_pkey PRIMARY KEY (tenant_id, id),
  constraint drawers_name_key UNIQUE (tenant_id, outlet_id, name),
  constraint drawers_sessions_check CHECK ((sessions >= 0)),
  constraint drawers_version_check CHECK ((version > 0))
);
alter table drawers enable row level security;
alter table drawers force row level security;
create policy tenant_isolation on drawers as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on drawers to pos_app;

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

create table house_account_entries (
  tenant_id         uuid not null,
  account_id        uuid not null,
  number            integer not null,
  previous_number   integer generated always as (NULLIF((number - 1), 0)) stored,
  kind              text not null,
  amount            bigint not null,
  balance_before    bigint not null,
  balance_after     bigint not null,
  occurred_at       timestamp with time zone not null,
  reason            text,
  outlet_id         uuid,
  order_id          uuid,
  payment_id        uuid,
  refund_id         uuid,
  tender            text,
  reference         text,
  drawer_session_id uuid,
  actor             text not null,
  constraint house_account_entries_pkey PRIMARY KEY (tenant_id, account_id, number),
  constraint house_account_entries_chain_key UNIQUE (tenant_id, account_id, number, balance_after),
  constraint house_account_entries_check CHECK ((balance_after = (balance_before + amount))),
  constraint house_account_entries_check1 CHECK (((number > 1) OR (balance_before = 0))),
  constraint house_account_entries_check2 CHECK (
CASE kind
    WHEN 'charge'::text THEN (amount > 0)
    WHEN 'adjust'::text THEN (amount <> 0)
    ELSE (amount < 0)
END),
  constraint house_account_entries_check3 CHECK (((kind = ANY (ARRAY['charge'::text, 'refund'::text])) = (payment_id IS NOT NULL))),
  constraint house_account_entries_check4 CHECK (((kind = 'refund'::text) = (refund_id IS NOT NULL))),
  constraint house_account_entries_check5 CHECK (((kind = 'payment'::text) = (tender IS NOT NULL))),
  constraint house_account_entries_check6 CHECK (((kind <> 'adjust'::text) OR (reason IS NOT NULL))),
  constraint house_account_entries_kind_check CHECK ((kind = ANY (ARRAY['charge'::text, 'refund'::text, 'payment'::text, 'adjust'::text]))),
  constraint house_account_entries_number_check CHECK ((number > 0)),
  constraint house_account_entries_tender_check CHECK ((tender = ANY (ARRAY['cash'::text, 'card'::text, 'bank_transfer'::text])))
);
CREATE INDEX house_account_entries_by_time ON public.house_account_entries USING btree (tenant_id, occurred_at);
CREATE UNIQUE INDEX house_account_entries_charge_key ON public.house_account_entries USING btree (tenant_id, payment_id) WHERE (kind = 'charge'::text);
CREATE UNIQUE INDEX house_account_entries_refund_key ON public.house_account_entries USING btree (tenant_id, payment_id, refund_id) WHERE (kind = 'refund'::text);
alter table house_account_entries enable row level security;
alter table house_account_entries force row level security;
create policy tenant_isolation on house_account_entries as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on house_account_entries to pos_app;

create table house_accounts (
  tenant_id     uuid not null,
  id            uuid not null,
  number        text not null,
  name          text not null,
  customer_id   text,
  currency      text not null,
  status        text not null,
  status_reason text,
  credit_limit  bigint not null,
  balance       bigint default 0 not null,
  terms_days    integer not null,
  outlet_ids    uuid[],
  opened_at     timestamp with time zone not null,
  movements     integer,
  moved_at      timestamp with time zone not null,
  version       integer not null,
  created_by    text not null,
  constraint house_accounts_pkey PRIMARY KEY (tenant_id, id),
  constraint house_accounts_number_key UNIQUE (tenant_id, number),
  constraint house_accounts_check CHECK (((movements IS NOT NULL) OR (balance = 0))),
  constraint house_accounts_check1 CHECK (((status = 'open'::text) = (status_reason IS NULL))),
  constraint house_accounts_credit_limit_check CHECK ((credit_limit >= 0)),
  constraint house_accounts_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint house_accounts_customer_id_check CHECK (((length(customer_id) >= 1) AND (length(customer_id) <= 100))),
  constraint house_accounts_movements_check CHECK ((movements > 0)),
  constraint house_accounts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint house_accounts_number_check CHECK ((number ~ '^[0-9A-Z](?:[0-9A-Z./ -]{0,30}[0-9A-Z])?$'::text)),
  constraint house_accounts_outlet_ids_check CHECK (((cardinality(outlet_ids) >= 1) AND (cardinality(outlet_ids) <= 200))),
  constraint house_accounts_status_check CHECK ((status = ANY (ARRAY['open'::text, 'blocked'::text, 'closed'::text]))),
  constraint house_accounts_terms_days_check CHECK (((terms_days >= 0) AND (terms_days <= 365))),
  constraint house_accounts_version_check CHECK ((version > 0))
);
CREATE INDEX house_accounts_by_age ON public.house_accounts USING btree (tenant_id, opened_at DESC, id);
CREATE UNIQUE INDEX house_accounts_customer_key ON public.house_accounts USING btree (tenant_id, customer_id, currency) WHERE ((customer_id IS NOT NULL) AND (status <> 'closed'::text));
alter table house_accounts enable row level security;
alter table house_accounts force row level security;
create policy tenant_isolation on house_accounts as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on house_accounts to pos_app;

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

create table notices (
  tenant_id       uuid not null,
  id              uuid not null,
  event_id        uuid not null,
  kind            text not null,
  severity        text not null,
  outlet_id       uuid,
  subject         text not null,
  params          jsonb not null,
  status          text not null,
  acknowledged_by text,
  acknowledged_at timestamp with time zone,
  note            text,
  occurred_at     timestamp with time zone not null,
  raised_at       timestamp with time zone not null,
  send_status     text not null,
  tries           integer not null,
  next_try_at     timestamp with time zone,
  sent_at         timestamp with time zone,
  send_error      text,
  version         integer not null,
  event_sequence  integer not null,
  constraint notices_pkey PRIMARY KEY (tenant_id, id),
  constraint notices_event_key UNIQUE (tenant_id, event_id),
  constraint notices_check CHECK (((status = 'acknowledged'::text) = (acknowledged_at IS NOT NULL))),
  constraint notices_check1 CHECK (((acknowledged_at IS NULL) = (acknowledged_by IS NULL))),
  constraint notices_check2 CHECK (((status = 'acknowledged'::text) OR (note IS NULL))),
  constraint notices_check3 CHECK (((send_status = 'pending'::text) = (next_try_at IS NOT NULL))),
  constraint notices_check4 CHECK (((send_status = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint notices_event_sequence_check CHECK ((event_sequence > 0)),
  constraint notices_kind_check CHECK ((kind ~ '^[a-z][a-z0-9_]{0,59}$'::text)),
  constraint notices_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint notices_send_status_check CHECK ((send_status = ANY (ARRAY['none'::text, 'pending'::text, 'sent'::text, 'failed'::text]))),
  constraint notices_severity_check CHECK ((severity = ANY (ARRAY['info'::text, 'warning'::text, 'critical'::text]))),
  constraint notices_status_check CHECK ((status = ANY (ARRAY['open'::text, 'acknowledged'::text]))),
  constraint notices_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200))),
  constraint notices_tries_check CHECK ((tries >= 0)),
  constraint notices_version_check CHECK ((version > 0))
);
CREATE INDEX notices_acknowledged ON public.notices USING btree (acknowledged_at) WHERE (status = 'acknowledged'::text);
CREATE INDEX notices_by_outlet ON public.notices USING btree (tenant_id, outlet_id, raised_at DESC, id DESC);
CREATE INDEX notices_by_time ON public.notices USING btree (tenant_id, raised_at DESC, id DESC);
CREATE INDEX notices_due ON public.notices USING btree (next_try_at) WHERE (send_status = 'pending'::text);
alter table notices enable row level security;
alter table notices force row level security;
create policy housekeeping_removes_expired on notices as permissive for delete to pos_worker
  using (((status = 'acknowledged'::text) AND (acknowledged_at < (now() - '400 days'::interval))));
create policy housekeeping_sees_expired on notices as permissive for select to pos_worker
  using (((status = 'acknowledged'::text) AND (acknowledged_at < (now() - '400 days'::interval))));
create policy sender_finds_due on notices as permissive for select to pos_worker
  using ((send_status = 'pending'::text));
create policy sender_takes on notices as permissive for update to pos_worker
  using ((send_status = 'pending'::text))
  with check ((send_status = 'pending'::text));
create policy tenant_isolation on notices as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on notices to pos_app;
grant delete on notices to pos_worker;
grant select (tenant_id, id, status, acknowledged_at, raised_at, send_status, next_try_at) on notices to pos_worker;
grant update (next_try_at) on notices to pos_worker;

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

create table payment_charge_steps (
  tenant_id  uuid not null,
  payment_id uuid not null,
  version    integer not null,
  at         timestamp with time zone not null,
  what       text not null,
  status     text not null,
  reference  text,
  detail     text,
  actor      text not null,
  constraint payment_charge_steps_pkey PRIMARY KEY (tenant_id, payment_id, version)
);
alter table payment_charge_steps enable row level security;
alter table payment_charge_steps force row level security;
create policy tenant_isolation on payment_charge_steps as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on payment_charge_steps to pos_app;

create table payment_charges (
  tenant_id          uuid not null,
  payment_id         uuid not null,
  order_id           uuid not null,
  order_number       text not null,
  outlet_id          uuid not null,
  tender             text not null,
  provider           text not null,
  amount             bigint not null,
  currency           text not null,
  payer              jsonb not null,
  source             text not null,
  fingerprint        text not null,
  complete_order     boolean not null,
  status             text not null,
  request_reference  text,
  provider_reference text,
  reason             text,
  asked_at           timestamp with time zone,
  cancel_asked_at    timestamp with time zone,
  unknown_since      timestamp with time zone,
  owner              text,
  tries              integer not null,
  next_try_at        timestamp with time zone,
  settled_at         timestamp with time zone,
  amount_captured    bigint,
  created_by         text not null,
  created_at         timestamp with time zone not null,
  test               boolean not null,
  version            integer not null,
  event_sequence     integer not null,
  constraint payment_charges_pkey PRIMARY KEY (tenant_id, payment_id),
  constraint payment_charges_source_key UNIQUE (tenant_id, source),
  constraint payment_charges_amount_check CHECK ((amount > 0)),
  constraint payment_charges_check CHECK (((status <> ALL (ARRAY['captured'::text, 'charged_back'::text])) OR (next_try_at IS NULL))),
  constraint payment_charges_check1 CHECK (((settled_at IS NULL) OR (next_try_at IS NULL))),
  constraint payment_charges_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payment_charges_source_check CHECK (((length(source) >= 1) AND (length(source) <= 400))),
  constraint payment_charges_status_check CHECK ((status = ANY (ARRAY['created'::text, 'sent'::text, 'pending'::text, 'captured'::text, 'failed'::text, 'unknown'::text, 'cancelling'::text, 'cancelled'::text, 'charged_back'::text]))),
  constraint payment_charges_tries_check CHECK ((tries >= 0))
);
CREATE INDEX payment_charges_by_reference ON public.payment_charges USING btree (tenant_id, provider, provider_reference) WHERE (provider_reference IS NOT NULL);
CREATE INDEX payment_charges_by_request ON public.payment_charges USING btree (tenant_id, provider, request_reference) WHERE (request_reference IS NOT NULL);
CREATE INDEX payment_charges_by_time ON public.payment_charges USING btree (tenant_id, created_at, payment_id);
CREATE INDEX payment_charges_due ON public.payment_charges USING btree (next_try_at) WHERE (next_try_at IS NOT NULL);
CREATE INDEX payment_charges_in_doubt ON public.payment_charges USING btree (tenant_id, created_at, payment_id) WHERE (status = ANY (ARRAY['created'::text, 'sent'::text, 'pending'::text, 'unknown'::text, 'cancelling'::text]));
CREATE INDEX payment_charges_of_order ON public.payment_charges USING btree (tenant_id, order_id);
alter table payment_charges enable row level security;
alter table payment_charges force row level security;
create policy collector_finds_due on payment_charges as permissive for select to pos_worker
  using ((settled_at IS NULL));
create policy collector_takes on payment_charges as permissive for update to pos_worker
  using ((settled_at IS NULL))
  with check ((settled_at IS NULL));
create policy tenant_isolation on payment_charges as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on payment_charges to pos_app;
grant select (tenant_id, payment_id, status, next_try_at, settled_at, created_at) on payment_charges to pos_worker;
grant update (next_try_at) on payment_charges to pos_worker;

create table payment_connection_secrets (
  tenant_id     uuid not null,
  connection_id uuid not null,
  field         text not null,
  sealed        text not null,
  number        integer not null,
  hint          text not null,
  constraint payment_connection_secrets_pkey PRIMARY KEY (tenant_id, connection_id, field),
  constraint payment_connection_secrets_field_check CHECK (((length(field) >= 1) AND (length(field) <= 40))),
  constraint payment_connection_secrets_hint_check CHECK ((length(hint) <= 4)),
  constraint payment_connection_secrets_number_check CHECK ((number > 0))
);
alter table payment_connection_secrets enable row level security;
alter table payment_connection_secrets force row level security;
create policy rewrap_finds on payment_connection_secrets as permissive for select to pos_worker
  using (true);
create policy rewrap_replaces on payment_connection_secrets as permissive for update to pos_worker
  using (true)
  with check (true);
create policy tenant_isolation on payment_connection_secrets as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on payment_connection_secrets to pos_app;
grant select (tenant_id, connection_id, field, sealed, number) on payment_connection_secrets to pos_worker;
grant update (sealed) on payment_connection_secrets to pos_worker;

create table payment_connections (
  tenant_id     uuid not null,
  id            uuid not null,
  provider      text not null,
  outlet_id     uuid,
  settings      jsonb not null,
  active        boolean default true not null,
  callback_hash text not null,
  tested_at     timestamp with time zone,
  test_failure  text,
  version       integer default 1 not null,
  created_by    text not null,
  created_at    timestamp with time zone not null,
  updated_at    timestamp with time zone not null,
  constraint payment_connections_pkey PRIMARY KEY (tenant_id, id),
  constraint payment_connections_callback_key UNIQUE (tenant_id, callback_hash),
  constraint payment_connections_place_key UNIQUE NULLS NOT DISTINCT (tenant_id, provider, outlet_id),
  constraint payment_connections_callback_hash_check CHECK (((length(callback_hash) >= 1) AND (length(callback_hash) <= 64))),
  constraint payment_connections_provider_check CHECK ((provider = ANY (ARRAY['mpesa'::text, 'airtel_money'::text, 'orange_money'::text])))
);
alter table payment_connections enable row level security;
alter table payment_connections force row level security;
create policy tenant_isolation on payment_connections as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on payment_connections to pos_app;

create table payouts (
  tenant_id          uuid not null,
  id                 uuid not null,
  outlet_id          uuid,
  provider           text not null,
  amount             bigint not null,
  currency           text not null,
  reason             text not null,
  status             text not null,
  attempt            integer not null,
  provider_reference text,
  failure            text,
  tries              integer not null,
  next_try_at        timestamp with time zone,
  created_at         timestamp with time zone not null,
  asked_at           timestamp with time zone,
  settled_at         timestamp with time zone,
  created_by         text not null,
  settled_by         text,
  settled_reason     text,
  test               boolean not null,
  version            integer not null,
  event_sequence     integer not null,
  payee              text not null,
  constraint payouts_pkey PRIMARY KEY (tenant_id, id),
  constraint payouts_amount_check CHECK ((amount > 0)),
  constraint payouts_attempt_check CHECK ((attempt >= 1)),
  constraint payouts_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payouts_payee_check CHECK (((length(payee) >= 1) AND (length(payee) <= 100))),
  constraint payouts_status_check CHECK ((status = ANY (ARRAY['created'::text, 'sent'::text, 'pending'::text, 'done'::text, 'failed'::text, 'unknown'::text]))),
  constraint payouts_tries_check CHECK ((tries >= 0))
);
CREATE INDEX payouts_by_time ON public.payouts USING btree (tenant_id, created_at, id);
CREATE INDEX payouts_due ON public.payouts USING btree (next_try_at) WHERE (next_try_at IS NOT NULL);
alter table payouts enable row level security;
alter table payouts force row level security;
create policy collector_finds_due on payouts as permissive for select to pos_worker
  using ((settled_at IS NULL));
create policy collector_takes on payouts as permissive for update to pos_worker
  using ((settled_at IS NULL))
  with check ((settled_at IS NULL));
create policy tenant_isolation on payouts as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on payouts to pos_app;
grant select (tenant_id, id, status, next_try_at, created_at, settled_at) on payouts to pos_worker;
grant update (next_try_at) on payouts to pos_worker;

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
CREATE INDEX pos_orders_by_session ON public.pos_orders USING btree (tenant_id, drawer_session_id) WHERE (drawer_session_id IS NOT NULL);
CREATE INDEX pos_orders_by_time ON public.pos_orders USING btree (tenant_id, placed_at DESC);
CREATE INDEX pos_orders_unsettled ON public.pos_orders USING btree (tenant_id, outlet_id) WHERE (status = ANY (ARRAY['open'::text, 'held'::text]));
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
CREATE INDEX pos_payment_returns_by_session ON public.pos_payment_returns USING btree (tenant_id, drawer_session_id) WHERE (drawer_session_id IS NOT NULL);
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
  returned_at       timestamp with time zone,
  constraint pos_payments_pkey PRIMARY KEY (tenant_id, id),
  constraint pos_payments_amount_check CHECK ((amount > 0)),
  constraint pos_payments_check CHECK (((refunded >= 0) AND (refunded <= amount))),
  constraint pos_payments_ledger_check CHECK ((ledger = ANY (ARRAY['gift_card'::text, 'loyalty'::text, 'house_account'::text]))),
  constraint pos_payments_status_check CHECK ((status = ANY (ARRAY['initiated'::text, 'pending'::text, 'captured'::text, 'failed'::text, 'unknown'::text, 'refunded'::text, 'charged_back'::text])))
);
CREATE INDEX pos_payments_booked_elsewhere ON public.pos_payments USING btree (tenant_id, booked_on) WHERE (booked_on IS NOT NULL);
CREATE INDEX pos_payments_by_order ON public.pos_payments USING btree (tenant_id, order_id);
CREATE INDEX pos_payments_by_session ON public.pos_payments USING btree (tenant_id, drawer_session_id) WHERE (drawer_session_id IS NOT NULL);
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
CREATE INDEX pos_refunds_by_session ON public.pos_refunds USING btree (tenant_id, drawer_session_id) WHERE (drawer_session_id IS NOT NULL);
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

create table provider_notices (
  tenant_id     uuid not null,
  provider      text not null,
  digest        text not null,
  connection_id uuid not null,
  request_key   text,
  reference     text,
  outcome       text not null,
  amount        bigint,
  currency      text,
  reason        text,
  trusted       boolean not null,
  received_at   timestamp with time zone not null,
  constraint provider_notices_pkey PRIMARY KEY (tenant_id, provider, digest),
  constraint provider_notices_digest_check CHECK (((length(digest) >= 1) AND (length(digest) <= 64)))
);
CREATE INDEX provider_notices_by_age ON public.provider_notices USING brin (received_at);
CREATE INDEX provider_notices_by_time ON public.provider_notices USING btree (tenant_id, received_at, digest);
alter table provider_notices enable row level security;
alter table provider_notices force row level security;
create policy housekeeping_removes_expired on provider_notices as permissive for delete to pos_worker
  using ((received_at < (now() - '90 days'::interval)));
create policy housekeeping_sees_expired on provider_notices as permissive for select to pos_worker
  using ((received_at < (now() - '90 days'::interval)));
create policy tenant_isolation on provider_notices as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on provider_notices to pos_app;
grant delete on provider_notices to pos_worker;
grant select (tenant_id, provider, digest, request_key, received_at) on provider_notices to pos_worker;

create table provider_refunds (
  tenant_id          uuid not null,
  id                 uuid not null,
  outlet_id          uuid,
  provider           text not null,
  amount             bigint not null,
  currency           text not null,
  reason             text not null,
  status             text not null,
  attempt            integer not null,
  provider_reference text,
  failure            text,
  tries              integer not null,
  next_try_at        timestamp with time zone,
  created_at         timestamp with time zone not null,
  asked_at           timestamp with time zone,
  settled_at         timestamp with time zone,
  created_by         text not null,
  settled_by         text,
  settled_reason     text,
  test               boolean not null,
  version            integer not null,
  event_sequence     integer not null,
  payment_id         uuid,
  order_id           uuid,
  refund_id          uuid not null,
  charge_key         text not null,
  charge_reference   text,
  constraint provider_refunds_pkey PRIMARY KEY (tenant_id, id),
  constraint provider_refunds_amount_check CHECK ((amount > 0)),
  constraint provider_refunds_attempt_check CHECK ((attempt >= 1)),
  constraint provider_refunds_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint provider_refunds_status_check CHECK ((status = ANY (ARRAY['created'::text, 'sent'::text, 'pending'::text, 'done'::text, 'failed'::text, 'unknown'::text]))),
  constraint provider_refunds_tries_check CHECK ((tries >= 0))
);
CREATE INDEX provider_refunds_by_time ON public.provider_refunds USING btree (tenant_id, created_at, id);
CREATE INDEX provider_refunds_due ON public.provider_refunds USING btree (next_try_at) WHERE (next_try_at IS NOT NULL);
CREATE INDEX provider_refunds_failed ON public.provider_refunds USING btree (tenant_id, created_at, id) WHERE (status = ANY (ARRAY['failed'::text, 'unknown'::text]));
CREATE INDEX provider_refunds_of_payment ON public.provider_refunds USING btree (tenant_id, payment_id) WHERE (payment_id IS NOT NULL);
alter table provider_refunds enable row level security;
alter table provider_refunds force row level security;
create policy collector_finds_due on provider_refunds as permissive for select to pos_worker
  using ((settled_at IS NULL));
create policy collector_takes on provider_refunds as permissive for update to pos_worker
  using ((settled_at IS NULL))
  with check ((settled_at IS NULL));
create policy tenant_isolation on provider_refunds as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on provider_refunds to pos_app;
grant select (tenant_id, id, status, next_try_at, created_at, settled_at) on provider_refunds to pos_worker;
grant update (next_try_at) on provider_refunds to pos_worker;

create table provider_requests (
  tenant_id     uuid not null,
  key           text not null,
  provider      text not null,
  request_id    text not null,
  connection_id uuid not null,
  amount        bigint not null,
  currency      text not null,
  state         text not null,
  reference     text,
  receipt       text,
  notify_hash   text,
  payment_url   text,
  doubtful      boolean default false not null,
  asked_at      timestamp with time zone not null,
  constraint provider_requests_pkey PRIMARY KEY (tenant_id, key),
  constraint provider_requests_request_key UNIQUE (tenant_id, provider, request_id),
  constraint provider_requests_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint provider_requests_key_check CHECK (((length(key) >= 1) AND (length(key) <= 100))),
  constraint provider_requests_request_id_check CHECK (((length(request_id) >= 1) AND (length(request_id) <= 40))),
  constraint provider_requests_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'refused'::text, 'absent'::text])))
);
CREATE INDEX provider_requests_by_age ON public.provider_requests USING brin (asked_at);
CREATE INDEX provider_requests_by_notify ON public.provider_requests USING btree (tenant_id, notify_hash) WHERE (notify_hash IS NOT NULL);
CREATE INDEX provider_requests_by_reference ON public.provider_requests USING btree (tenant_id, provider, reference) WHERE (reference IS NOT NULL);
alter table provider_requests enable row level security;
alter table provider_requests force row level security;
create policy housekeeping_removes_expired on provider_requests as permissive for delete to pos_worker
  using ((asked_at < (now() - '90 days'::interval)));
create policy housekeeping_sees_expired on provider_requests as permissive for select to pos_worker
  using ((asked_at < (now() - '90 days'::interval)));
create policy tenant_isolation on provider_requests as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on provider_requests to pos_app;
grant delete on provider_requests to pos_worker;
grant select (tenant_id, key, asked_at) on provider_requests to pos_worker;

create table settlement_batches (
  tenant_id      uuid not null,
  id             uuid not null,
  provider       text not null,
  reference      text not null,
  outlet_id      uuid,
  currency       text not null,
  period_from    timestamp with time zone not null,
  period_to      timestamp with time zone not null,
  net            bigint not null,
  line_count     integer not null,
  fingerprint    text not null,
  matched        integer default 0 not null,
  differing      integer default 0 not null,
  fees           bigint default 0 not null,
  received_at    timestamp with time zone not null,
  received_by    text not null,
  missing_due_at timestamp with time zone,
  event_sequence integer not null,
  version        integer not null,
  constraint settlement_batches_pkey PRIMARY KEY (tenant_id, id),
  constraint settlement_batches_reference_key UNIQUE (tenant_id, provider, reference),
  constraint settlement_batches_check CHECK ((period_from < period_to)),
  constraint settlement_batches_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint settlement_batches_line_count_check CHECK ((line_count >= 0)),
  constraint settlement_batches_provider_check CHECK (((length(provider) >= 1) AND (length(provider) <= 40))),
  constraint settlement_batches_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 100)))
);
CREATE INDEX settlement_batches_by_time ON public.settlement_batches USING btree (tenant_id, received_at, id);
CREATE INDEX settlement_batches_missing_due ON public.settlement_batches USING btree (missing_due_at) WHERE (missing_due_at IS NOT NULL);
alter table settlement_batches enable row level security;
alter table settlement_batches force row level security;
create policy reconciler_finds_due on settlement_batches as permissive for select to pos_worker
  using ((missing_due_at IS NOT NULL));
create policy tenant_isolation on settlement_batches as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on settlement_batches to pos_app;
grant select (tenant_id, id, missing_due_at) on settlement_batches to pos_worker;

create table settlement_differences (
  tenant_id         uuid not null,
  id                uuid not null,
  batch_id          uuid not null,
  source            text not null,
  kind              text not null,
  payment_reference text,
  payment_id        uuid,
  expected          bigint not null,
  found             bigint not null,
  currency          text not null,
  status            text not null,
  reason            text,
  explained_by      text,
  explained_at      timestamp with time zone,
  found_at          timestamp with time zone not null,
  version           integer not null,
  constraint settlement_differences_pkey PRIMARY KEY (tenant_id, id),
  constraint settlement_differences_source_key UNIQUE (tenant_id, batch_id, source),
  constraint settlement_differences_check CHECK (((status = 'explained'::text) = (explained_at IS NOT NULL))),
  constraint settlement_differences_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint settlement_differences_kind_check CHECK ((kind = ANY (ARRAY['amount_differs'::text, 'unknown_payment'::text, 'missing'::text, 'doubled'::text, 'net_differs'::text]))),
  constraint settlement_differences_status_check CHECK ((status = ANY (ARRAY['open'::text, 'explained'::text])))
);
CREATE INDEX settlement_differences_by_time ON public.settlement_differences USING btree (tenant_id, found_at, id);
CREATE INDEX settlement_differences_open ON public.settlement_differences USING btree (tenant_id, found_at, id) WHERE (status = 'open'::text);
alter table settlement_differences enable row level security;
alter table settlement_differences force row level security;
create policy tenant_isolation on settlement_differences as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on settlement_differences to pos_app;

create table settlement_lines (
  tenant_id         uuid not null,
  batch_id          uuid not null,
  number            integer not null,
  kind              text not null,
  payment_reference text,
  amount            bigint not null,
  fee               bigint not null,
  constraint settlement_lines_pkey PRIMARY KEY (tenant_id, batch_id, number),
  constraint settlement_lines_kind_check CHECK ((kind = ANY (ARRAY['payment'::text, 'refund'::text, 'chargeback'::text, 'fee'::text, 'adjustment'::text]))),
  constraint settlement_lines_number_check CHECK ((number > 0))
);
CREATE INDEX settlement_lines_by_reference ON public.settlement_lines USING btree (tenant_id, payment_reference) WHERE (payment_reference IS NOT NULL);
alter table settlement_lines enable row level security;
alter table settlement_lines force row level security;
create policy tenant_isolation on settlement_lines as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on settlement_lines to pos_app;

create table shift_policies (
  tenant_id       uuid not null,
  outlet_id       uuid not null,
  longest_minutes integer,
  version         integer not null,
  constraint shift_policies_pkey PRIMARY KEY (tenant_id, outlet_id),
  constraint shift_policies_longest_minutes_check CHECK (((longest_minutes >= 1) AND (longest_minutes <= 10080))),
  constraint shift_policies_version_check CHECK ((version > 0))
);
alter table shift_policies enable row level security;
alter table shift_policies force row level security;
create policy tenant_isolation on shift_policies as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on shift_policies to pos_app;

create table shifts (
  tenant_id       uuid not null,
  id              uuid not null,
  outlet_id       uuid not null,
  person_id       text not null,
  job             text not null,
  device_id       text,
  status          text not null,
  clocked_in_at   timestamp with time zone not null,
  clocked_out_at  timestamp with time zone,
  business_date   date not null,
  breaks          jsonb default '[]'::jsonb not null,
  currency        text not null,
  declared_tips   bigint,
  edits           jsonb default '[]'::jsonb not null,
  overdue_at      timestamp with time zone,
  overdue_told_at timestamp with time zone,
  event_sequence  integer not null,
  version         integer not null,
  constraint shifts_pkey PRIMARY KEY (tenant_id, id),
  constraint shifts_check CHECK (((status = 'ended'::text) = (clocked_out_at IS NOT NULL))),
  constraint shifts_check1 CHECK (((clocked_out_at IS NULL) OR (clocked_out_at >= clocked_in_at))),
  constraint shifts_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint shifts_declared_tips_check CHECK ((declared_tips >= 0)),
  constraint shifts_event_sequence_check CHECK ((event_sequence > 0)),
  constraint shifts_job_check CHECK (((length(job) >= 1) AND (length(job) <= 40))),
  constraint shifts_person_id_check CHECK (((length(person_id) >= 1) AND (length(person_id) <= 200))),
  constraint shifts_status_check CHECK ((status = ANY (ARRAY['working'::text, 'on_break'::text, 'ended'::text]))),
  constraint shifts_version_check CHECK ((version > 0))
);
CREATE INDEX shifts_by_business_date ON public.shifts USING btree (tenant_id, business_date, outlet_id);
CREATE INDEX shifts_by_person ON public.shifts USING btree (tenant_id, person_id, clocked_in_at DESC);
CREATE INDEX shifts_by_time ON public.shifts USING btree (tenant_id, clocked_in_at DESC, id);
CREATE INDEX shifts_due ON public.shifts USING btree (overdue_at) WHERE ((status <> 'ended'::text) AND (overdue_told_at IS NULL));
CREATE UNIQUE INDEX shifts_open_key ON public.shifts USING btree (tenant_id, person_id) WHERE (status <> 'ended'::text);
alter table shifts enable row level security;
alter table shifts force row level security;
create policy reminder_finds_due on shifts as permissive for select to pos_worker
  using (((status <> 'ended'::text) AND (overdue_told_at IS NULL) AND (overdue_at <= now())));
create policy tenant_isolation on shifts as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on shifts to pos_app;
grant select (tenant_id, id, status, overdue_at, overdue_told_at) on shifts to pos_worker;

create table simulator_transactions (
  tenant_id  uuid not null,
  key        text not null,
  kind       text not null,
  amount     bigint not null,
  currency   text not null,
  outcome    text not null,
  reference  text not null,
  settles_at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  tells_at   timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint simulator_transactions_pkey PRIMARY KEY (tenant_id, key),
  constraint simulator_transactions_key_check CHECK (((length(key) >= 1) AND (length(key) <= 100))),
  constraint simulator_transactions_kind_check CHECK ((kind = ANY (ARRAY['charge'::text, 'refund'::text, 'payout'::text]))),
  constraint simulator_transactions_outcome_check CHECK ((outcome = ANY (ARRAY['captured'::text, 'declined'::text, 'silent'::text])))
);
CREATE INDEX simulator_transactions_by_age ON public.simulator_transactions USING brin (created_at);
CREATE INDEX simulator_transactions_telling ON public.simulator_transactions USING btree (tells_at) WHERE (tells_at IS NOT NULL);
alter table simulator_transactions enable row level security;
alter table simulator_transactions force row level security;
create policy housekeeping_removes_expired on simulator_transactions as permissive for delete to pos_worker
  using ((created_at < (now() - '30 days'::interval)));
create policy housekeeping_sees_expired on simulator_transactions as permissive for select to pos_worker
  using ((created_at < (now() - '30 days'::interval)));
create policy teller_finds_due on simulator_transactions as permissive for select to pos_worker
  using ((tells_at IS NOT NULL));
create policy tenant_isolation on simulator_transactions as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on simulator_transactions to pos_app;
grant delete on simulator_transactions to pos_worker;
grant select (tenant_id, key, tells_at, created_at) on simulator_transactions to pos_worker;

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

create table tender_settings (
  tenant_id          uuid not null,
  id                 uuid not null,
  code               text not null,
  outlet_id          uuid,
  name               text not null,
  kind               text not null,
  provider           text,
  surcharge          jsonb,
  reference_required boolean not null,
  minimum            bigint,
  maximum            bigint,
  currency           text,
  refundable         boolean not null,
  active             boolean not null,
  version            integer not null,
  updated_at         timestamp with time zone not null,
  constraint tender_settings_pkey PRIMARY KEY (tenant_id, id),
  constraint tender_settings_code_key UNIQUE NULLS NOT DISTINCT (tenant_id, code, outlet_id),
  constraint tender_settings_check CHECK (((minimum IS NULL) OR (maximum IS NULL) OR (minimum <= maximum))),
  constraint tender_settings_check1 CHECK (((currency IS NOT NULL) OR ((minimum IS NULL) AND (maximum IS NULL) AND ((surcharge -> 'amount'::text) IS NULL)))),
  constraint tender_settings_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
  constraint tender_settings_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint tender_settings_kind_check CHECK ((kind = ANY (ARRAY['cash'::text, 'card'::text, 'eftpos'::text, 'mobile_money'::text, 'bank_transfer'::text, 'house_account'::text, 'gift_card'::text, 'voucher'::text, 'loyalty'::text, 'custom'::text]))),
  constraint tender_settings_maximum_check CHECK ((maximum >= 0)),
  constraint tender_settings_minimum_check CHECK ((minimum >= 0)),
  constraint tender_settings_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint tender_settings_provider_check CHECK (((length(provider) >= 1) AND (length(provider) <= 40)))
);
alter table tender_settings enable row level security;
alter table tender_settings force row level security;
create policy tenant_isolation on tender_settings as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on tender_settings to pos_app;

create table tip_accounts (
  tenant_id      uuid not null,
  id             uuid not null,
  outlet_id      uuid not null,
  person_id      text,
  currency       text not null,
  event_sequence integer default 0 not null,
  constraint tip_accounts_pkey PRIMARY KEY (tenant_id, id),
  constraint tip_accounts_holder_key UNIQUE NULLS NOT DISTINCT (tenant_id, outlet_id, person_id),
  constraint tip_accounts_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint tip_accounts_person_id_check CHECK (((length(person_id) >= 1) AND (length(person_id) <= 200)))
);
CREATE INDEX tip_accounts_by_person ON public.tip_accounts USING btree (tenant_id, person_id);
alter table tip_accounts enable row level security;
alter table tip_accounts force row level security;
create policy tenant_isolation on tip_accounts as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on tip_accounts to pos_app;

create table tip_entries (
  tenant_id         uuid not null,
  id                uuid not null,
  account_id        uuid not null,
  outlet_id         uuid not null,
  person_id         text,
  business_date     date not null,
  kind              text not null,
  amount            bigint not null,
  means             text,
  source            text not null,
  order_id          uuid,
  payment_id        uuid,
  pool_run_id       uuid,
  drawer_session_id uuid,
  payout            jsonb,
  reason            text,
  approved_by       text,
  actor             text not null,
  at                timestamp with time zone not null,
  constraint tip_entries_pkey PRIMARY KEY (tenant_id, id),
  constraint tip_entries_source_key UNIQUE (tenant_id, source),
  constraint tip_entries_amount_check CHECK ((amount <> 0)),
  constraint tip_entries_check CHECK (((kind <> 'paid_cash'::text) OR ((amount < 0) AND (drawer_session_id IS NOT NULL)))),
  constraint tip_entries_check1 CHECK (((kind <> 'paid_payout'::text) OR ((amount < 0) AND (payout IS NOT NULL)))),
  constraint tip_entries_check2 CHECK (((kind = ANY (ARRAY['pool_out'::text, 'reversed'::text])) = (pool_run_id IS NOT NULL))),
  constraint tip_entries_check3 CHECK (((kind <> 'adjusted'::text) OR (reason IS NOT NULL))),
  constraint tip_entries_kind_check CHECK ((kind = ANY (ARRAY['earned'::text, 'pool_in'::text, 'pool_out'::text, 'paid_cash'::text, 'paid_payout'::text, 'payout_returned'::text, 'adjusted'::text, 'reversed'::text]))),
  constraint tip_entries_means_check CHECK ((means = ANY (ARRAY['cash'::text, 'card'::text]))),
  constraint tip_entries_returned_check CHECK (((kind <> 'payout_returned'::text) OR ((amount > 0) AND (payout IS NOT NULL)))),
  constraint tip_entries_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300)))
);
CREATE INDEX tip_entries_by_account ON public.tip_entries USING btree (tenant_id, account_id, business_date);
CREATE INDEX tip_entries_by_date ON public.tip_entries USING btree (tenant_id, outlet_id, business_date);
CREATE INDEX tip_entries_by_run ON public.tip_entries USING btree (tenant_id, pool_run_id) WHERE (pool_run_id IS NOT NULL);
CREATE INDEX tip_entries_by_time ON public.tip_entries USING btree (tenant_id, at DESC, id);
alter table tip_entries enable row level security;
alter table tip_entries force row level security;
create policy tenant_isolation on tip_entries as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on tip_entries to pos_app;

create table tip_pool_runs (
  tenant_id      uuid not null,
  id             uuid not null,
  outlet_id      uuid not null,
  business_date  date not null,
  status         text not null,
  currency       text not null,
  amount         bigint not null,
  rules          jsonb not null,
  shares         jsonb not null,
  made_by        text not null,
  made_at        timestamp with time zone not null,
  reversed_by    text,
  reversed_at    timestamp with time zone,
  reverse_reason text,
  event_sequence integer not null,
  constraint tip_pool_runs_pkey PRIMARY KEY (tenant_id, id),
  constraint tip_pool_runs_amount_check CHECK ((amount > 0)),
  constraint tip_pool_runs_check CHECK (((status = 'reversed'::text) = (reversed_at IS NOT NULL))),
  constraint tip_pool_runs_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint tip_pool_runs_event_sequence_check CHECK ((event_sequence > 0)),
  constraint tip_pool_runs_status_check CHECK ((status = ANY (ARRAY['distributed'::text, 'reversed'::text])))
);
CREATE INDEX tip_pool_runs_by_date ON public.tip_pool_runs USING btree (tenant_id, outlet_id, business_date DESC, id);
CREATE UNIQUE INDEX tip_pool_runs_once_key ON public.tip_pool_runs USING btree (tenant_id, outlet_id, business_date) WHERE (status = 'distributed'::text);
alter table tip_pool_runs enable row level security;
alter table tip_pool_runs force row level security;
create policy tenant_isolation on tip_pool_runs as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on tip_pool_runs to pos_app;

create table tip_rules (
  tenant_id uuid not null,
  outlet_id uuid not null,
  name      text not null,
  active    boolean not null,
  percent   smallint not null,
  sources   text not null,
  basis     text not null,
  shares    jsonb not null,
  version   integer not null,
  constraint tip_rules_pkey PRIMARY KEY (tenant_id, outlet_id),
  constraint tip_rules_basis_check CHECK ((basis = ANY (ARRAY['hours'::text, 'equal'::text, 'sales'::text]))),
  constraint tip_rules_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint tip_rules_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  constraint tip_rules_sources_check CHECK ((sources = ANY (ARRAY['all'::text, 'card'::text, 'cash'::text]))),
  constraint tip_rules_version_check CHECK ((version > 0))
);
alter table tip_rules enable row level security;
alter table tip_rules force row level security;
create policy tenant_isolation on tip_rules as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on tip_rules to pos_app;

create table unallocated_payments (
  tenant_id          uuid not null,
  id                 uuid not null,
  provider           text not null,
  tender             text,
  payment_id         uuid,
  order_id           uuid,
  outlet_id          uuid,
  amount             bigint not null,
  currency           text not null,
  reason             text not null,
  provider_reference text not null,
  payer_hint         text,
  arrived_at         timestamp with time zone not null,
  test               boolean not null,
  status             text not null,
  resolved_by        text,
  resolved_at        timestamp with time zone,
  resolved_reason    text,
  approved_by        text,
  allocated_order_id uuid,
  became             uuid,
  version            integer not null,
  constraint unallocated_payments_pkey PRIMARY KEY (tenant_id, id),
  constraint unallocated_payments_once_key UNIQUE NULLS NOT DISTINCT (tenant_id, provider, provider_reference, reason, payment_id),
  constraint unallocated_payments_amount_check CHECK ((amount > 0)),
  constraint unallocated_payments_check CHECK (((status = 'open'::text) = (resolved_at IS NULL))),
  constraint unallocated_payments_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint unallocated_payments_status_check CHECK ((status = ANY (ARRAY['open'::text, 'allocated'::text, 'refunded'::text, 'written_off'::text])))
);
CREATE INDEX unallocated_payments_by_time ON public.unallocated_payments USING btree (tenant_id, arrived_at, id);
CREATE INDEX unallocated_payments_of_charge ON public.unallocated_payments USING btree (tenant_id, payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX unallocated_payments_open ON public.unallocated_payments USING btree (tenant_id, arrived_at, id) WHERE (status = 'open'::text);
alter table unallocated_payments enable row level security;
alter table unallocated_payments force row level security;
create policy tenant_isolation on unallocated_payments as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on unallocated_payments to pos_app;

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

create table z_report_series (
  tenant_id   uuid not null,
  scope       text not null,
  series_id   uuid not null,
  outlet_id   uuid not null,
  last_number integer default 0 not null,
  last_hash   text,
  grand_total bigint default 0 not null,
  constraint z_report_series_pkey PRIMARY KEY (tenant_id, scope, series_id),
  constraint z_report_series_last_number_check CHECK ((last_number >= 0)),
  constraint z_report_series_scope_check CHECK ((scope = ANY (ARRAY['day'::text, 'drawer_session'::text])))
);
alter table z_report_series enable row level security;
alter table z_report_series force row level security;
create policy tenant_isolation on z_report_series as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on z_report_series to pos_app;

create table z_reports (
  tenant_id     uuid not null,
  id            uuid not null,
  scope         text not null,
  outlet_id     uuid not null,
  drawer_id     uuid,
  session_id    uuid,
  series_id     uuid generated always as (COALESCE(drawer_id, outlet_id)) stored,
  business_date date not null,
  number        integer not null,
  content       text not null,
  hash          text not null,
  previous_hash text,
  grand_total   bigint not null,
  exceptions    integer not null,
  made_at       timestamp with time zone not null,
  made_by       text not null,
  constraint z_reports_pkey PRIMARY KEY (tenant_id, id),
  constraint z_reports_number_key UNIQUE (tenant_id, scope, series_id, number),
  constraint z_reports_session_key UNIQUE (tenant_id, session_id),
  constraint z_reports_check CHECK (((scope = 'drawer_session'::text) = (session_id IS NOT NULL))),
  constraint z_reports_check1 CHECK (((drawer_id IS NULL) = (session_id IS NULL))),
  constraint z_reports_check2 CHECK (((number = 1) = (previous_hash IS NULL))),
  constraint z_reports_exceptions_check CHECK ((exceptions >= 0)),
  constraint z_reports_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint z_reports_number_check CHECK ((number > 0)),
  constraint z_reports_previous_hash_check CHECK ((previous_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint z_reports_scope_check CHECK ((scope = ANY (ARRAY['day'::text, 'drawer_session'::text])))
);
CREATE INDEX z_reports_by_date ON public.z_reports USING btree (tenant_id, business_date, id);
CREATE UNIQUE INDEX z_reports_day_key ON public.z_reports USING btree (tenant_id, outlet_id, business_date) WHERE (scope = 'day'::text);
alter table z_reports enable row level security;
alter table z_reports force row level security;
create policy tenant_isolation on z_reports as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on z_reports to pos_app;

-- Foreign keys
alter table api_keys add constraint api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table catalog_combos add constraint catalog_combos_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table catalog_combos add constraint catalog_combos_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES catalog_items(tenant_id, id);
alter table catalog_imports add constraint catalog_imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table catalog_items add constraint catalog_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table drawer_counts add constraint drawer_counts_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES drawer_sessions(tenant_id, id);
alter table drawer_entries add constraint drawer_entries_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES drawer_sessions(tenant_id, id);
alter table drawer_sessions add constraint drawer_sessions_tenant_id_drawer_id_fkey FOREIGN KEY (tenant_id, drawer_id) REFERENCES drawers(tenant_id, id);
alter table gift_card_transactions add constraint gift_card_transactions_tenant_id_card_id_fkey FOREIGN KEY (tenant_id, card_id) REFERENCES gift_cards(tenant_id, id);
alter table gift_card_transactions add constraint gift_card_transactions_tenant_id_card_id_previous_number_b_fkey FOREIGN KEY (tenant_id, card_id, previous_number, balance_before) REFERENCES gift_card_transactions(tenant_id, card_id, number, balance_after);
alter table gift_cards add constraint gift_cards_balance_is_of_ledger FOREIGN KEY (tenant_id, id, movements, balance) REFERENCES gift_card_transactions(tenant_id, card_id, number, balance_after) DEFERRABLE INITIALLY DEFERRED;
alter table house_account_entries add constraint house_account_entries_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES house_accounts(tenant_id, id);
alter table house_account_entries add constraint house_account_entries_tenant_id_account_id_previous_number_fkey FOREIGN KEY (tenant_id, account_id, previous_number, balance_before) REFERENCES house_account_entries(tenant_id, account_id, number, balance_after);
alter table house_accounts add constraint house_accounts_balance_is_of_ledger FOREIGN KEY (tenant_id, id, movements, balance) REFERENCES house_account_entries(tenant_id, account_id, number, balance_after) DEFERRABLE INITIALLY DEFERRED;
alter table loyalty_entries add constraint loyalty_entries_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES loyalty_members(tenant_id, id);
alter table master_data_revisions add constraint master_data_revisions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table modifier_attachments add constraint modifier_attachments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table modifier_attachments add constraint modifier_attachments_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES catalog_items(tenant_id, id);
alter table modifier_groups add constraint modifier_groups_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table order_number_counters add constraint order_number_counters_tenant_id_outlet_id_fkey FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets(tenant_id, id);
alter table outlets add constraint outlets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table payment_charge_steps add constraint payment_charge_steps_tenant_id_payment_id_fkey FOREIGN KEY (tenant_id, payment_id) REFERENCES payment_charges(tenant_id, payment_id);
alter table payment_connection_secrets add constraint payment_connection_secrets_tenant_id_connection_id_fkey FOREIGN KEY (tenant_id, connection_id) REFERENCES payment_connections(tenant_id, id);
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
alter table settlement_differences add constraint settlement_differences_tenant_id_batch_id_fkey FOREIGN KEY (tenant_id, batch_id) REFERENCES settlement_batches(tenant_id, id);
alter table settlement_lines add constraint settlement_lines_tenant_id_batch_id_fkey FOREIGN KEY (tenant_id, batch_id) REFERENCES settlement_batches(tenant_id, id);
alter table tax_groups add constraint tax_groups_tenant_id_outlet_id_fkey FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets(tenant_id, id);
alter table tip_entries add constraint tip_entries_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES tip_accounts(tenant_id, id);
alter table webhook_attempts add constraint webhook_attempts_tenant_id_delivery_id_fkey FOREIGN KEY (tenant_id, delivery_id) REFERENCES webhook_deliveries(tenant_id, id) ON DELETE CASCADE;
alter table webhook_deliveries add constraint webhook_deliveries_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints(tenant_id, id);

-- Triggers
CREATE TRIGGER catalog_items_content_revision BEFORE INSERT OR UPDATE OF version ON public.catalog_items FOR EACH ROW EXECUTE FUNCTION note_content_revision();
CREATE TRIGGER pricebook_entries_added AFTER INSERT ON public.pricebook_entries REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION pricebook_entries_are_of_drafts();
CREATE TRIGGER pricebook_entries_changed AFTER UPDATE ON public.pricebook_entries REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION pricebook_entries_are_of_drafts();
CREATE TRIGGER pricebook_entries_removed AFTER DELETE ON public.pricebook_entries REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION pricebook_entries_are_of_drafts();
CREATE TRIGGER pricebook_versions_stay BEFORE UPDATE ON public.pricebook_versions FOR EACH ROW WHEN ((old.state = ANY (ARRAY['released'::text, 'withdrawn'::text]))) EXECUTE FUNCTION pricebook_content_is_fixed();
