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

CREATE OR REPLACE FUNCTION public.note_pricing_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.content_revision := coalesce((select pricing + 1 from master_data_revisions where tenant_id = new.tenant_id), 1);
  return new;
end $function$;
revoke all on function note_pricing_revision() from public;

CREATE OR REPLACE FUNCTION public.note_sync_mark()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  mark text := tg_argv[0];
  noted text := 'app.sync_marked_' || mark;
  now_in text := pg_current_xact_id()::text;
begin
  if current_setting(noted, true) = now_in then return null; end if;
  perform set_config(noted, now_in, true);
  insert into sync_marks as m (tenant_id, people, places, stock, codes)
    values (case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end,
      (mark = 'people')::int, (mark = 'places')::int, (mark = 'stock')::int, (mark = 'codes')::int)
    on conflict (tenant_id) do update set people = m.people + excluded.people, places = m.places + excluded.places,
      stock = m.stock + excluded.stock, codes = m.codes + excluded.codes;
  return null;
end $function$;
revoke all on function note_sync_mark() from public;

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

CREATE OR REPLACE FUNCTION public.tenant_at_door(p_slug text)
 RETURNS TABLE(tenant_id uuid, slug text, status text, settings jsonb, plan text, orders_until timestamp with time zone, revoked_at timestamp with time zone, features text[], rate_limit_per_minute integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform set_config('app.tenant_lookup', p_slug, true);
  perform set_config('app.licence_lookup', coalesce((select t.tenant_id::text from public.tenants t where t.slug = p_slug), ''), true);
  return query select t.tenant_id, t.slug, t.status, t.settings, l.plan, l.orders_until, l.revoked_at, l.features,
      l.rate_limit_per_minute
    from public.tenants t left join public.licence_standings l on l.tenant_id = t.tenant_id where t.slug = p_slug;
end $function$;
revoke all on function tenant_at_door(text) from public;
grant execute on function tenant_at_door(text) to pos_app;

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

create table api_key_renewals (
  tenant_id     uuid not null,
  id            uuid not null,
  api_key_id    uuid not null,
  status        text not null,
  wanted_until  timestamp with time zone,
  reason        text not null,
  asked_by      text not null,
  asked_at      timestamp with time zone not null,
  decided_by    text,
  decided_at    timestamp with time zone,
  note          text,
  granted_until timestamp with time zone,
  constraint api_key_renewals_pkey PRIMARY KEY (tenant_id, id),
  constraint api_key_renewals_check CHECK (((status = 'asked'::text) = (decided_at IS NULL))),
  constraint api_key_renewals_check1 CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
  constraint api_key_renewals_check2 CHECK (((status <> 'denied'::text) OR (note IS NOT NULL))),
  constraint api_key_renewals_check3 CHECK (((status = 'granted'::text) OR (granted_until IS NULL))),
  constraint api_key_renewals_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint api_key_renewals_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint api_key_renewals_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'granted'::text, 'denied'::text])))
);
CREATE UNIQUE INDEX api_key_renewals_asked ON public.api_key_renewals USING btree (tenant_id, api_key_id) WHERE (status = 'asked'::text);
CREATE INDEX api_key_renewals_by_time ON public.api_key_renewals USING btree (tenant_id, asked_at, id);
alter table api_key_renewals enable row level security;
alter table api_key_renewals force row level security;
create policy tenant_isolation on api_key_renewals as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on api_key_renewals to pos_app;

create table api_keys (
  tenant_id     uuid not null,
  id            uuid not null,
  name          text not null,
  mode          text not null,
  secret_hash   bytea not null,
  hint          text not null,
  permissions   text[] not null,
  outlet_ids    uuid[],
  expires_at    timestamp with time zone,
  revoked_at    timestamp with time zone,
  last_used_at  timestamp with time zone,
  created_by    text not null,
  created_at    timestamp with time zone default now() not null,
  version       integer default 1 not null,
  revoked_by    text,
  revoke_reason text,
  reminded_days smallint,
  constraint api_keys_pkey PRIMARY KEY (tenant_id, id),
  constraint api_keys_secret_hash_key UNIQUE (tenant_id, secret_hash),
  constraint api_keys_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'test'::text]))),
  constraint api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint api_keys_reminded_days_check CHECK ((reminded_days = ANY (ARRAY[0, 1, 7, 30]))),
  constraint api_keys_revoke_reason_check CHECK (((length(revoke_reason) >= 1) AND (length(revoke_reason) <= 500))),
  constraint api_keys_revoked_by_check CHECK (((revoked_at IS NOT NULL) OR ((revoked_by IS NULL) AND (revoke_reason IS NULL)))),
  constraint api_keys_version_check CHECK ((version > 0))
);
CREATE INDEX api_keys_ending ON public.api_keys USING btree (expires_at) WHERE (revoked_at IS NULL);
CREATE INDEX api_keys_revoked ON public.api_keys USING btree (tenant_id, revoked_at, id) WHERE (revoked_at IS NOT NULL);
alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy reminder_finds_ending on api_keys as permissive for select to pos_worker
  using (((revoked_at IS NULL) AND (expires_at IS NOT NULL)));
create policy tenant_isolation on api_keys as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on api_keys to pos_app;
grant select (tenant_id, id, expires_at, revoked_at, reminded_days) on api_keys to pos_worker;

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

create table brandings (
  tenant_id         uuid not null,
  logo              text,
  primary_colour    text not null,
  accent_colour     text not null,
  background_colour text not null,
  version           integer not null,
  constraint brandings_pkey PRIMARY KEY (tenant_id),
  constraint brandings_accent_colour_check CHECK ((accent_colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint brandings_background_colour_check CHECK ((background_colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint brandings_logo_check CHECK ((length(logo) <= 90000)),
  constraint brandings_primary_colour_check CHECK ((primary_colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint brandings_version_check CHECK ((version > 0))
);
alter table brandings enable row level security;
alter table brandings force row level security;
create policy tenant_isolation on brandings as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on brandings to pos_app;

create table business_activity (
  tenant_id        uuid not null,
  business_id      uuid not null,
  collected_at     timestamp with time zone,
  due_at           timestamp with time zone not null,
  last_activity_at timestamp with time zone,
  last_order_at    timestamp with time zone,
  last_sync_at     timestamp with time zone,
  orders_7_days    integer default 0 not null,
  orders_30_days   integer default 0 not null,
  devices_active   integer default 0 not null,
  devices          integer,
  staff            integer,
  stored_events    bigint default 0 not null,
  plan             text,
  licence_status   text,
  plan_ends_at     timestamp with time zone,
  constraint business_activity_pkey PRIMARY KEY (tenant_id, business_id),
  constraint business_activity_devices_active_check CHECK ((devices_active >= 0)),
  constraint business_activity_devices_check CHECK ((devices >= 0)),
  constraint business_activity_licence_status_check CHECK (((length(licence_status) >= 1) AND (length(licence_status) <= 30))),
  constraint business_activity_orders_30_days_check CHECK ((orders_30_days >= 0)),
  constraint business_activity_orders_7_days_check CHECK ((orders_7_days >= 0)),
  constraint business_activity_plan_check CHECK (((length(plan) >= 1) AND (length(plan) <= 60))),
  constraint business_activity_staff_check CHECK ((staff >= 0)),
  constraint business_activity_stored_events_check CHECK ((stored_events >= 0))
);
CREATE INDEX business_activity_due ON public.business_activity USING btree (tenant_id, due_at);
alter table business_activity enable row level security;
alter table business_activity force row level security;
create policy tenant_isolation on business_activity as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on business_activity to pos_app;

create table business_registrations (
  tenant_id       uuid not null,
  id              uuid not null,
  slug            text not null,
  name            text not null,
  currency        text not null,
  country         text,
  region          text,
  time_zone       text,
  industry        text,
  plan            text,
  language        text not null,
  owner_name      text,
  owner_email     text,
  owner_phone     text,
  contact         text,
  channel         text,
  source          text not null,
  status          text not null,
  code_hash       text,
  code_key        text,
  code_expires_at timestamp with time zone,
  tries_left      smallint default 0 not null,
  codes_sent      smallint default 0 not null,
  code_sent_at    timestamp with time zone,
  delivery        text not null,
  business_id     uuid not null,
  owner_id        uuid not null,
  api_key_id      uuid not null,
  steps_done      text[] default '{}'::text[] not null,
  api_key_made_at timestamp with time zone,
  requested_by    text not null,
  requested_at    timestamp with time zone not null,
  expires_at      timestamp with time zone not null,
  verified_by     text,
  verified_at     timestamp with time zone,
  ended_at        timestamp with time zone,
  reason          text,
  failure         text,
  next_try_at     timestamp with time zone,
  tries           integer default 0 not null,
  version         integer not null,
  event_sequence  integer not null,
  constraint business_registrations_pkey PRIMARY KEY (tenant_id, id),
  constraint business_registrations_business_key UNIQUE (tenant_id, business_id),
  constraint business_registrations_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint business_registrations_check CHECK (((code_hash IS NULL) = (code_key IS NULL))),
  constraint business_registrations_check1 CHECK (((code_hash IS NULL) = (code_expires_at IS NULL))),
  constraint business_registrations_check2 CHECK (((status = ANY (ARRAY['active'::text, 'expired'::text, 'rejected'::text])) = (ended_at IS NOT NULL))),
  constraint business_registrations_check3 CHECK (((ended_at IS NULL) OR ((owner_name IS NULL) AND (owner_email IS NULL) AND (owner_phone IS NULL) AND (code_hash IS NULL)))),
  constraint business_registrations_code_hash_check CHECK ((code_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint business_registrations_code_key_check CHECK (((length(code_key) >= 1) AND (length(code_key) <= 20))),
  constraint business_registrations_codes_sent_check CHECK (((codes_sent >= 0) AND (codes_sent <= 4))),
  constraint business_registrations_contact_check CHECK (((length(contact) >= 1) AND (length(contact) <= 300))),
  constraint business_registrations_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint business_registrations_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint business_registrations_delivery_check CHECK ((delivery = ANY (ARRAY['by_hand'::text, 'sending'::text, 'sent'::text, 'failed'::text]))),
  constraint business_registrations_event_sequence_check CHECK ((event_sequence > 0)),
  constraint business_registrations_failure_check CHECK (((length(failure) >= 1) AND (length(failure) <= 100))),
  constraint business_registrations_industry_check CHECK ((industry = ANY (ARRAY['cafe'::text, 'restaurant'::text, 'retail'::text, 'salon'::text, 'pharmacy'::text, 'kiosk'::text, 'web'::text]))),
  constraint business_registrations_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  constraint business_registrations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint business_registrations_owner_email_check CHECK (((length(owner_email) >= 3) AND (length(owner_email) <= 254))),
  constraint business_registrations_owner_name_check CHECK (((length(owner_name) >= 1) AND (length(owner_name) <= 200))),
  constraint business_registrations_owner_phone_check CHECK (((length(owner_phone) >= 5) AND (length(owner_phone) <= 20))),
  constraint business_registrations_plan_check CHECK (((length(plan) >= 1) AND (length(plan) <= 60))),
  constraint business_registrations_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint business_registrations_region_check CHECK ((region ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
  constraint business_registrations_requested_by_check CHECK (((length(requested_by) >= 1) AND (length(requested_by) <= 300))),
  constraint business_registrations_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text)),
  constraint business_registrations_source_check CHECK ((source = ANY (ARRAY['portal'::text, 'auth'::text]))),
  constraint business_registrations_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'verified'::text, 'provisioning'::text, 'active'::text, 'expired'::text, 'rejected'::text]))),
  constraint business_registrations_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 60))),
  constraint business_registrations_tries_check CHECK ((tries >= 0)),
  constraint business_registrations_tries_left_check CHECK (((tries_left >= 0) AND (tries_left <= 5))),
  constraint business_registrations_verified_by_check CHECK (((length(verified_by) >= 1) AND (length(verified_by) <= 300))),
  constraint business_registrations_version_check CHECK ((version > 0))
);
CREATE INDEX business_registrations_by_time ON public.business_registrations USING btree (tenant_id, requested_at DESC, id DESC);
CREATE INDEX business_registrations_due ON public.business_registrations USING btree (tenant_id, next_try_at) WHERE (next_try_at IS NOT NULL);
CREATE UNIQUE INDEX business_registrations_open_slug ON public.business_registrations USING btree (tenant_id, slug) WHERE (status = ANY (ARRAY['requested'::text, 'verified'::text, 'provisioning'::text]));
alter table business_registrations enable row level security;
alter table business_registrations force row level security;
create policy tenant_isolation on business_registrations as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on business_registrations to pos_app;

create table businesses (
  tenant_id      uuid not null,
  id             uuid not null,
  slug           text not null,
  name           text not null,
  currency       text not null,
  country        text,
  region         text,
  time_zone      text,
  industry       text,
  contact        text,
  notes          text,
  status         text not null,
  status_reason  text,
  status_since   timestamp with time zone not null,
  registered_at  timestamp with time zone not null,
  tenant_version integer not null,
  carry_over_at  timestamp with time zone,
  decided_by     text,
  version        integer not null,
  constraint businesses_pkey PRIMARY KEY (tenant_id, id),
  constraint businesses_check CHECK (((carry_over_at IS NULL) OR (decided_by IS NOT NULL))),
  constraint businesses_contact_check CHECK (((length(contact) >= 1) AND (length(contact) <= 300))),
  constraint businesses_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint businesses_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint businesses_decided_by_check CHECK (((length(decided_by) >= 1) AND (length(decided_by) <= 300))),
  constraint businesses_industry_check CHECK ((industry = ANY (ARRAY['cafe'::text, 'restaurant'::text, 'retail'::text, 'salon'::text, 'pharmacy'::text, 'kiosk'::text, 'web'::text]))),
  constraint businesses_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint businesses_notes_check CHECK (((length(notes) >= 1) AND (length(notes) <= 2000))),
  constraint businesses_region_check CHECK ((region ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
  constraint businesses_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text]))),
  constraint businesses_status_reason_check CHECK (((length(status_reason) >= 1) AND (length(status_reason) <= 500))),
  constraint businesses_tenant_version_check CHECK ((tenant_version >= 0)),
  constraint businesses_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 60))),
  constraint businesses_version_check CHECK ((version > 0))
);
CREATE INDEX businesses_by_time ON public.businesses USING btree (tenant_id, registered_at DESC, id DESC);
CREATE INDEX businesses_carry_over ON public.businesses USING btree (tenant_id, carry_over_at) WHERE (carry_over_at IS NOT NULL);
CREATE UNIQUE INDEX businesses_slug ON public.businesses USING btree (tenant_id, slug);
alter table businesses enable row level security;
alter table businesses force row level security;
create policy tenant_isolation on businesses as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on businesses to pos_app;

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
  tenant_id        uuid not null,
  item_id          uuid not null,
  definition       json,
  version          integer not null,
  updated_at       timestamp with time zone default now() not null,
  content_revision bigint default 1 not null,
  constraint catalog_combos_pkey PRIMARY KEY (tenant_id, item_id),
  constraint catalog_combos_version_check CHECK ((version > 0))
);
CREATE INDEX catalog_combos_by_content_revision ON public.catalog_combos USING btree (tenant_id, content_revision, item_id) WHERE (content_revision > 0);
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

create table device_commands (
  tenant_id       uuid not null,
  id              uuid not null,
  device_id       uuid not null,
  kind            text not null,
  text            text,
  reason          text,
  status          text not null,
  sent_by         text not null,
  sent_at         timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  constraint device_commands_pkey PRIMARY KEY (tenant_id, id),
  constraint device_commands_check CHECK (((kind = 'message'::text) = (text IS NOT NULL))),
  constraint device_commands_check1 CHECK (((status = 'acknowledged'::text) = (acknowledged_at IS NOT NULL))),
  constraint device_commands_kind_check CHECK ((kind = ANY (ARRAY['lock'::text, 'unlock'::text, 'message'::text, 'refresh_configuration'::text, 'update'::text, 'sign_out'::text]))),
  constraint device_commands_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'acknowledged'::text, 'withdrawn'::text]))),
  constraint device_commands_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500)))
);
CREATE INDEX device_commands_by_device ON public.device_commands USING btree (tenant_id, device_id, id);
CREATE INDEX device_commands_pending ON public.device_commands USING btree (tenant_id, device_id, id) WHERE (status = 'pending'::text);
alter table device_commands enable row level security;
alter table device_commands force row level security;
create policy tenant_isolation on device_commands as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on device_commands to pos_app;

create table device_happenings (
  tenant_id uuid not null,
  device_id uuid not null,
  sequence  integer not null,
  type      text not null,
  at        timestamp with time zone not null,
  actor     text not null,
  reason    text,
  constraint device_happenings_pkey PRIMARY KEY (tenant_id, device_id, sequence)
);
alter table device_happenings enable row level security;
alter table device_happenings force row level security;
create policy tenant_isolation on device_happenings as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on device_happenings to pos_app;

create table device_link_codes (
  tenant_id  uuid not null,
  id         uuid not null,
  batch_id   uuid,
  outlet_id  uuid not null,
  kind       text not null,
  name       text not null,
  serial     text,
  code_hash  text not null,
  status     text not null,
  made_by    text not null,
  made_at    timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  device_id  uuid,
  constraint device_link_codes_pkey PRIMARY KEY (tenant_id, id),
  constraint device_link_codes_check CHECK (((status = 'used'::text) = (device_id IS NOT NULL))),
  constraint device_link_codes_code_hash_check CHECK ((length(code_hash) = 64)),
  constraint device_link_codes_kind_check CHECK ((kind = ANY (ARRAY['till'::text, 'tablet'::text, 'kiosk'::text, 'kitchen_display'::text, 'customer_screen'::text, 'hub'::text]))),
  constraint device_link_codes_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint device_link_codes_serial_check CHECK (((length(serial) >= 1) AND (length(serial) <= 100))),
  constraint device_link_codes_status_check CHECK ((status = ANY (ARRAY['open'::text, 'used'::text, 'withdrawn'::text])))
);
CREATE INDEX device_link_codes_by_batch ON public.device_link_codes USING btree (tenant_id, batch_id, id) WHERE (batch_id IS NOT NULL);
CREATE UNIQUE INDEX device_link_codes_hash_key ON public.device_link_codes USING btree (tenant_id, code_hash);
CREATE INDEX device_link_codes_open ON public.device_link_codes USING btree (tenant_id, expires_at) WHERE (status = 'open'::text);
alter table device_link_codes enable row level security;
alter table device_link_codes force row level security;
create policy tenant_isolation on device_link_codes as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on device_link_codes to pos_app;

create table device_link_tries (
  tenant_id      uuid not null,
  since          timestamp with time zone not null,
  wrong          integer not null,
  event_sequence integer default 0 not null,
  constraint device_link_tries_pkey PRIMARY KEY (tenant_id),
  constraint device_link_tries_wrong_check CHECK ((wrong > 0))
);
alter table device_link_tries enable row level security;
alter table device_link_tries force row level security;
create policy tenant_isolation on device_link_tries as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on device_link_tries to pos_app;

create table device_policies (
  tenant_id             uuid not null,
  minimum_app_version   text,
  minimum_version_parts integer[],
  version               integer not null,
  constraint device_policies_pkey PRIMARY KEY (tenant_id),
  constraint device_policies_minimum_app_version_check CHECK (((length(minimum_app_version) >= 1) AND (length(minimum_app_version) <= 60))),
  constraint device_policies_version_check CHECK ((version > 0))
);
alter table device_policies enable row level security;
alter table device_policies force row level security;
create policy tenant_isolation on device_policies as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on device_policies to pos_app;

create table device_states (
  tenant_id              uuid not null,
  device_id              uuid not null,
  last_seen_at           timestamp with time zone not null,
  app_version            text not null,
  app_version_parts      integer[] not null,
  queue_depth            integer default 0 not null,
  oldest_queued_at       timestamp with time zone,
  battery                smallint,
  charging               boolean,
  clock_skew_ms          bigint,
  network                text,
  last_sync_at           timestamp with time zone,
  fingerprint            text not null,
  fingerprints           text[] not null,
  configuration_hash     text not null,
  configuration_revision integer not null,
  configuration_in_use   integer,
  offline_due_at         timestamp with time zone,
  offline_told_at        timestamp with time zone,
  constraint device_states_pkey PRIMARY KEY (tenant_id, device_id),
  constraint device_states_app_version_check CHECK (((length(app_version) >= 1) AND (length(app_version) <= 60))),
  constraint device_states_battery_check CHECK (((battery >= 0) AND (battery <= 100))),
  constraint device_states_configuration_revision_check CHECK ((configuration_revision > 0)),
  constraint device_states_queue_depth_check CHECK ((queue_depth >= 0))
);
alter table device_states enable row level security;
alter table device_states force row level security;
create policy tenant_isolation on device_states as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
create policy watch_finds_silent on device_states as permissive for select to pos_worker
  using (((offline_told_at IS NULL) AND (offline_due_at IS NOT NULL)));
grant insert, select, update on device_states to pos_app;
grant select (tenant_id, device_id, offline_due_at, offline_told_at) on device_states to pos_worker;

create table device_tokens (
  tenant_id  uuid not null,
  device_id  uuid not null,
  token_hash text not null,
  issued_at  timestamp with time zone not null,
  expires_at timestamp with time zone,
  constraint device_tokens_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint device_tokens_token_hash_check CHECK ((length(token_hash) = 64))
);
CREATE INDEX device_tokens_by_device ON public.device_tokens USING btree (tenant_id, device_id);
alter table device_tokens enable row level security;
alter table device_tokens force row level security;
create policy tenant_isolation on device_tokens as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on device_tokens to pos_app;

create table devices (
  tenant_id         uuid not null,
  id                uuid not null,
  outlet_id         uuid not null,
  name              text not null,
  kind              text not null,
  serial            text,
  status            text not null,
  binding           text not null,
  thumbprint        text,
  secret_hash       text,
  platform          text not null,
  model             text not null,
  idle_lock_minutes integer,
  linked_at         timestamp with time zone not null,
  linked_by         text not null,
  link_code_id      uuid not null,
  locked_at         timestamp with time zone,
  lock_reason       text,
  unlinked_at       timestamp with time zone,
  unlink_reason     text,
  suspected_at      timestamp with time zone,
  event_sequence    integer not null,
  version           integer not null,
  receipt_series    text,
  constraint devices_pkey PRIMARY KEY (tenant_id, id),
  constraint devices_binding_check CHECK ((binding = ANY (ARRAY['dpop'::text, 'secret'::text]))),
  constraint devices_check CHECK ((((binding = 'dpop'::text) = (thumbprint IS NOT NULL)) AND ((binding = 'secret'::text) = (secret_hash IS NOT NULL)))),
  constraint devices_check1 CHECK (((status = 'locked'::text) = (locked_at IS NOT NULL))),
  constraint devices_check2 CHECK (((status = 'unlinked'::text) = (unlinked_at IS NOT NULL))),
  constraint devices_event_sequence_check CHECK ((event_sequence > 0)),
  constraint devices_idle_lock_minutes_check CHECK (((idle_lock_minutes >= 1) AND (idle_lock_minutes <= 1440))),
  constraint devices_kind_check CHECK ((kind = ANY (ARRAY['till'::text, 'tablet'::text, 'kiosk'::text, 'kitchen_display'::text, 'customer_screen'::text, 'hub'::text]))),
  constraint devices_model_check CHECK (((length(model) >= 1) AND (length(model) <= 100))),
  constraint devices_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint devices_platform_check CHECK (((length(platform) >= 1) AND (length(platform) <= 100))),
  constraint devices_receipt_series_check CHECK ((receipt_series ~ '^[A-Z][A-Z0-9]{0,7}$'::text)),
  constraint devices_secret_hash_check CHECK ((length(secret_hash) = 64)),
  constraint devices_serial_check CHECK (((length(serial) >= 1) AND (length(serial) <= 100))),
  constraint devices_status_check CHECK ((status = ANY (ARRAY['active'::text, 'locked'::text, 'unlinked'::text]))),
  constraint devices_thumbprint_check CHECK ((length(thumbprint) = 43)),
  constraint devices_version_check CHECK ((version > 0))
);
CREATE INDEX devices_by_link_code ON public.devices USING btree (tenant_id, link_code_id);
CREATE INDEX devices_by_name ON public.devices USING btree (tenant_id, name, id);
CREATE UNIQUE INDEX devices_receipt_series_key ON public.devices USING btree (tenant_id, outlet_id, receipt_series) WHERE (receipt_series IS NOT NULL);
alter table devices enable row level security;
alter table devices force row level security;
create policy tenant_isolation on devices as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on devices to pos_app;

create table dining_tables (
  tenant_id  uuid not null,
  id         uuid not null,
  outlet_id  uuid not null,
  name       text not null,
  area       text,
  seats      integer not null,
  "position" integer not null,
  active     boolean default true not null,
  version    integer not null,
  created_at timestamp with time zone not null,
  constraint dining_tables_pkey PRIMARY KEY (tenant_id, id),
  constraint dining_tables_area_check CHECK (((length(area) >= 1) AND (length(area) <= 50))),
  constraint dining_tables_name_check CHECK (((length(name) >= 1) AND (length(name) <= 20))),
  constraint dining_tables_position_check CHECK ((("position" >= 0) AND ("position" <= 9999))),
  constraint dining_tables_seats_check CHECK (((seats >= 1) AND (seats <= 99))),
  constraint dining_tables_version_check CHECK ((version > 0))
);
CREATE INDEX dining_tables_by_position ON public.dining_tables USING btree (tenant_id, outlet_id, "position", name, id);
CREATE UNIQUE INDEX dining_tables_name_key ON public.dining_tables USING btree (tenant_id, outlet_id, lower(name)) WHERE active;
alter table dining_tables enable row level security;
alter table dining_tables force row level security;
create policy tenant_isolation on dining_tables as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on dining_tables to pos_app;

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
  device_id    uuid,
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

create table hub_relays (
  tenant_id  uuid not null,
  record_id  uuid not null,
  device_id  uuid not null,
  sequence   integer not null,
  status     text not null,
  code       text,
  relayed_at timestamp(3) with time zone not null,
  constraint hub_relays_pkey PRIMARY KEY (tenant_id, record_id),
  constraint hub_relays_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint hub_relays_sequence_check CHECK ((sequence > 0)),
  constraint hub_relays_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'duplicate'::text, 'held'::text, 'rejected'::text, 'quarantined'::text])))
);
alter table hub_relays enable row level security;
alter table hub_relays force row level security;
create policy tenant_isolation on hub_relays as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on hub_relays to pos_app;

create table hub_states (
  tenant_id    uuid not null,
  uplink       text not null,
  uplink_since timestamp(3) with time zone not null,
  digests      jsonb not null,
  replica_at   timestamp(3) with time zone,
  relayed_at   timestamp(3) with time zone,
  constraint hub_states_pkey PRIMARY KEY (tenant_id),
  constraint hub_states_uplink_check CHECK ((uplink = ANY (ARRAY['up'::text, 'down'::text])))
);
alter table hub_states enable row level security;
alter table hub_states force row level security;
create policy tenant_isolation on hub_states as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on hub_states to pos_app;

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

create table identity_policies (
  tenant_id           uuid not null,
  passwords           boolean not null,
  totp_roles          text[] not null,
  password_min_length integer not null,
  updated_at          timestamp with time zone not null,
  version             integer not null,
  constraint identity_policies_pkey PRIMARY KEY (tenant_id),
  constraint identity_policies_password_min_length_check CHECK (((password_min_length >= 12) AND (password_min_length <= 128))),
  constraint identity_policies_version_check CHECK ((version > 0))
);
alter table identity_policies enable row level security;
alter table identity_policies force row level security;
create policy tenant_isolation on identity_policies as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on identity_policies to pos_app;

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

create table licence_invoices (
  tenant_id     uuid not null,
  id            uuid not null,
  business_id   uuid not null,
  business_slug text not null,
  period        date not null,
  plan          text not null,
  lines         jsonb not null,
  total         bigint not null,
  currency      text not null,
  status        text not null,
  reference     text,
  error         text,
  tries         integer not null,
  next_try_at   timestamp with time zone,
  issued_at     timestamp with time zone not null,
  sent_at       timestamp with time zone,
  paid_at       timestamp with time zone,
  version       integer not null,
  constraint licence_invoices_pkey PRIMARY KEY (tenant_id, id),
  constraint licence_invoices_period_key UNIQUE (tenant_id, business_id, period),
  constraint licence_invoices_check CHECK (((status = 'paid'::text) = (paid_at IS NOT NULL))),
  constraint licence_invoices_check1 CHECK (((status = 'draft'::text) OR (next_try_at IS NULL))),
  constraint licence_invoices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint licence_invoices_plan_check CHECK (((length(plan) >= 1) AND (length(plan) <= 60))),
  constraint licence_invoices_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 200))),
  constraint licence_invoices_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'sent'::text, 'failed'::text, 'paid'::text]))),
  constraint licence_invoices_total_check CHECK ((total >= 0)),
  constraint licence_invoices_tries_check CHECK ((tries >= 0)),
  constraint licence_invoices_version_check CHECK ((version > 0))
);
CREATE INDEX licence_invoices_by_time ON public.licence_invoices USING btree (tenant_id, issued_at DESC, id DESC);
CREATE INDEX licence_invoices_due ON public.licence_invoices USING btree (tenant_id, next_try_at) WHERE (next_try_at IS NOT NULL);
alter table licence_invoices enable row level security;
alter table licence_invoices force row level security;
create policy tenant_isolation on licence_invoices as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on licence_invoices to pos_app;

create table licence_standings (
  tenant_id             uuid not null,
  plan                  text not null,
  orders_until          timestamp with time zone,
  revoked_at            timestamp with time zone,
  features              text[],
  rate_limit_per_minute integer,
  updated_at            timestamp with time zone not null,
  constraint licence_standings_pkey PRIMARY KEY (tenant_id),
  constraint licence_standings_plan_check CHECK (((length(plan) >= 1) AND (length(plan) <= 60))),
  constraint licence_standings_rate_limit_per_minute_check CHECK ((rate_limit_per_minute >= 1))
);
alter table licence_standings enable row level security;
alter table licence_standings force row level security;
create policy tenant_isolation on licence_standings as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_lookup on licence_standings as permissive for select to current_user
  using ((tenant_id = (NULLIF(current_setting('app.licence_lookup'::text, true), ''::text))::uuid));
grant insert, select, update on licence_standings to pos_app;

create table licence_watches (
  tenant_id    uuid not null,
  next_look_at timestamp with time zone not null,
  next_sync_at timestamp with time zone,
  sync_tries   integer not null,
  constraint licence_watches_pkey PRIMARY KEY (tenant_id),
  constraint licence_watches_sync_tries_check CHECK ((sync_tries >= 0))
);
CREATE INDEX licence_watches_due ON public.licence_watches USING btree (next_look_at);
alter table licence_watches enable row level security;
alter table licence_watches force row level security;
create policy tenant_isolation on licence_watches as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
create policy watcher_finds_due on licence_watches as permissive for select to pos_worker
  using (true);
grant insert, select, update on licence_watches to pos_app;
grant select (tenant_id, next_look_at) on licence_watches to pos_worker;

create table license_reminders (
  tenant_id uuid not null,
  kind      text not null,
  due_at    timestamp with time zone not null,
  days_left integer not null,
  told_at   timestamp with time zone not null,
  constraint license_reminders_pkey PRIMARY KEY (tenant_id, kind, due_at, days_left),
  constraint license_reminders_days_left_check CHECK ((days_left >= 0)),
  constraint license_reminders_kind_check CHECK ((kind = ANY (ARRAY['subscription'::text, 'license'::text])))
);
alter table license_reminders enable row level security;
alter table license_reminders force row level security;
create policy tenant_isolation on license_reminders as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on license_reminders to pos_app;

create table license_usage_snapshots (
  tenant_id     uuid not null,
  day           date not null,
  orders        integer not null,
  outlets       integer not null,
  devices       integer not null,
  staff         integer not null,
  integrations  integer not null,
  stored_orders bigint not null,
  taken_at      timestamp with time zone not null,
  report_status text not null,
  report_tries  integer not null,
  report_error  text,
  constraint license_usage_snapshots_pkey PRIMARY KEY (tenant_id, day),
  constraint license_usage_snapshots_devices_check CHECK ((devices >= 0)),
  constraint license_usage_snapshots_integrations_check CHECK ((integrations >= 0)),
  constraint license_usage_snapshots_orders_check CHECK ((orders >= 0)),
  constraint license_usage_snapshots_outlets_check CHECK ((outlets >= 0)),
  constraint license_usage_snapshots_report_status_check CHECK ((report_status = ANY (ARRAY['none'::text, 'pending'::text, 'sent'::text, 'refused'::text]))),
  constraint license_usage_snapshots_report_tries_check CHECK ((report_tries >= 0)),
  constraint license_usage_snapshots_staff_check CHECK ((staff >= 0)),
  constraint license_usage_snapshots_stored_orders_check CHECK ((stored_orders >= 0))
);
CREATE INDEX license_usage_unreported ON public.license_usage_snapshots USING btree (tenant_id, day) WHERE (report_status = 'pending'::text);
alter table license_usage_snapshots enable row level security;
alter table license_usage_snapshots force row level security;
create policy tenant_isolation on license_usage_snapshots as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on license_usage_snapshots to pos_app;

create table login_guesses (
  tenant_id      uuid not null,
  account_key    text not null,
  id             uuid not null,
  failures       integer not null,
  day            date not null,
  day_failures   integer not null,
  locked_until   timestamp with time zone,
  last_try_at    timestamp with time zone not null,
  event_sequence integer not null,
  constraint login_guesses_pkey PRIMARY KEY (tenant_id, account_key),
  constraint login_guesses_account_key_check CHECK ((account_key ~ '^[0-9a-f]{64}$'::text)),
  constraint login_guesses_day_failures_check CHECK ((day_failures >= 0)),
  constraint login_guesses_event_sequence_check CHECK ((event_sequence >= 0)),
  constraint login_guesses_failures_check CHECK ((failures >= 0))
);
alter table login_guesses enable row level security;
alter table login_guesses force row level security;
create policy housekeeping_removes_expired on login_guesses as permissive for delete to pos_worker
  using ((last_try_at < (now() - '2 days'::interval)));
create policy housekeeping_sees_expired on login_guesses as permissive for select to pos_worker
  using ((last_try_at < (now() - '2 days'::interval)));
create policy tenant_isolation on login_guesses as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on login_guesses to pos_app;
grant delete on login_guesses to pos_worker;
grant select (tenant_id, account_key, last_try_at) on login_guesses to pos_worker;

create table login_tokens (
  tenant_id  uuid not null,
  id         uuid not null,
  login_id   uuid not null,
  kind       text not null,
  hash       text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint login_tokens_pkey PRIMARY KEY (tenant_id, id),
  constraint login_tokens_hash_key UNIQUE (tenant_id, hash),
  constraint login_tokens_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint login_tokens_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'reset'::text])))
);
CREATE INDEX login_tokens_by_login ON public.login_tokens USING btree (tenant_id, login_id);
alter table login_tokens enable row level security;
alter table login_tokens force row level security;
create policy housekeeping_removes_expired on login_tokens as permissive for delete to pos_worker
  using ((expires_at < (now() - '7 days'::interval)));
create policy housekeeping_sees_expired on login_tokens as permissive for select to pos_worker
  using ((expires_at < (now() - '7 days'::interval)));
create policy tenant_isolation on login_tokens as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on login_tokens to pos_app;
grant delete on login_tokens to pos_worker;
grant select (tenant_id, id, expires_at) on login_tokens to pos_worker;

create table logins (
  tenant_id        uuid not null,
  id               uuid not null,
  person_id        uuid not null,
  email            text not null,
  password_hash    text,
  password_number  integer not null,
  password_at      timestamp with time zone,
  totp_state       text not null,
  totp_secret      text,
  totp_number      integer not null,
  totp_last_step   bigint,
  totp_enrolled_at timestamp with time zone,
  recovery_codes   text[] not null,
  last_sign_in_at  timestamp with time zone,
  created_by       text not null,
  created_at       timestamp with time zone not null,
  updated_at       timestamp with time zone not null,
  version          integer not null,
  event_sequence   integer not null,
  constraint logins_pkey PRIMARY KEY (tenant_id, id),
  constraint logins_email_key UNIQUE (tenant_id, email),
  constraint logins_person_key UNIQUE (tenant_id, person_id),
  constraint logins_check CHECK (((password_hash IS NULL) OR (password_at IS NOT NULL))),
  constraint logins_check1 CHECK (((totp_state = 'off'::text) = (totp_secret IS NULL))),
  constraint logins_check2 CHECK (((totp_state = 'on'::text) = (totp_enrolled_at IS NOT NULL))),
  constraint logins_check3 CHECK (((totp_state = 'on'::text) OR ((totp_last_step IS NULL) AND (cardinality(recovery_codes) = 0)))),
  constraint logins_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254) AND (email = lower(email)))),
  constraint logins_event_sequence_check CHECK ((event_sequence > 0)),
  constraint logins_password_number_check CHECK ((password_number >= 0)),
  constraint logins_totp_number_check CHECK ((totp_number >= 0)),
  constraint logins_totp_state_check CHECK ((totp_state = ANY (ARRAY['off'::text, 'pending'::text, 'on'::text]))),
  constraint logins_version_check CHECK ((version > 0))
);
alter table logins enable row level security;
alter table logins force row level security;
create policy rewrap_finds on logins as permissive for select to pos_worker
  using ((totp_secret IS NOT NULL));
create policy rewrap_replaces on logins as permissive for update to pos_worker
  using ((totp_secret IS NOT NULL))
  with check ((totp_secret IS NOT NULL));
create policy tenant_isolation on logins as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on logins to pos_app;
grant select (tenant_id, id, totp_secret, totp_number) on logins to pos_worker;
grant update (totp_secret) on logins to pos_worker;

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
  tenant_id        uuid not null,
  id               uuid not null,
  item_id          uuid,
  category         text,
  groups           json not null,
  codes            text[] not null,
  version          integer not null,
  updated_at       timestamp with time zone default now() not null,
  content_revision bigint default 1 not null,
  constraint modifier_attachments_pkey PRIMARY KEY (tenant_id, id),
  constraint modifier_attachments_category_key UNIQUE (tenant_id, category),
  constraint modifier_attachments_item_key UNIQUE (tenant_id, item_id),
  constraint modifier_attachments_check CHECK (((item_id IS NULL) <> (category IS NULL))),
  constraint modifier_attachments_check1 CHECK ((item_id = id)),
  constraint modifier_attachments_version_check CHECK ((version > 0))
);
CREATE INDEX modifier_attachments_by_content_revision ON public.modifier_attachments USING btree (tenant_id, content_revision, id) WHERE (content_revision > 0);
alter table modifier_attachments enable row level security;
alter table modifier_attachments force row level security;
create policy tenant_isolation on modifier_attachments as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on modifier_attachments to pos_app;

create table modifier_groups (
  tenant_id        uuid not null,
  id               uuid not null,
  code             text not null,
  name             text not null,
  currency         text not null,
  min              integer not null,
  max              integer,
  free_quantity    integer not null,
  modifiers        json not null,
  size             integer not null,
  nested           text[] not null,
  version          integer not null,
  deleted_at       timestamp with time zone,
  updated_at       timestamp with time zone default now() not null,
  content_revision bigint default 1 not null,
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
CREATE INDEX modifier_groups_by_content_revision ON public.modifier_groups USING btree (tenant_id, content_revision, id) WHERE (content_revision > 0);
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

create table offline_event_queue (
  tenant_id       uuid not null,
  id              uuid not null,
  entry_id        uuid not null,
  device_id       uuid not null,
  outlet_id       uuid not null,
  sequence        integer not null,
  in_chain        boolean not null,
  kind            text not null,
  subject_id      uuid,
  session_id      uuid,
  body            jsonb not null,
  actor           jsonb not null,
  approver        jsonb,
  depends_on      uuid[] not null,
  previous_hash   text not null,
  hash            text not null,
  signature       text not null,
  fingerprint     text not null,
  device_at       timestamp(3) with time zone not null,
  received_at     timestamp(3) with time zone not null,
  skew_ms         bigint,
  happened_at     timestamp(3) with time zone not null,
  business_date   date not null,
  relayed_by      text,
  trigger         text not null,
  status          text not null,
  code            text,
  detail          text,
  facts           jsonb not null,
  waits_for       uuid[] not null,
  result          jsonb,
  tries           integer not null,
  next_try_at     timestamp(3) with time zone,
  version         integer not null,
  body_removed_at timestamp(3) with time zone,
  constraint offline_event_queue_pkey PRIMARY KEY (tenant_id, id),
  constraint offline_event_queue_body_removed CHECK (((body_removed_at IS NULL) OR ((body = '{}'::jsonb) AND (status = ANY (ARRAY['applied'::text, 'discarded'::text]))))),
  constraint offline_event_queue_check CHECK (((next_try_at IS NULL) OR (status = 'held'::text))),
  constraint offline_event_queue_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint offline_event_queue_detail_check CHECK ((length(detail) <= 2000)),
  constraint offline_event_queue_fingerprint_check CHECK (((length(fingerprint) >= 1) AND (length(fingerprint) <= 100))),
  constraint offline_event_queue_hash_check CHECK (((length(hash) >= 1) AND (length(hash) <= 100))),
  constraint offline_event_queue_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint offline_event_queue_previous_hash_check CHECK (((length(previous_hash) >= 1) AND (length(previous_hash) <= 100))),
  constraint offline_event_queue_relayed_by_check CHECK (((length(relayed_by) >= 1) AND (length(relayed_by) <= 300))),
  constraint offline_event_queue_sequence_check CHECK ((sequence > 0)),
  constraint offline_event_queue_signature_check CHECK (((length(signature) >= 1) AND (length(signature) <= 200))),
  constraint offline_event_queue_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'held'::text, 'rejected'::text, 'quarantined'::text, 'discarded'::text]))),
  constraint offline_event_queue_tries_check CHECK ((tries >= 0)),
  constraint offline_event_queue_trigger_check CHECK ((trigger = ANY (ARRAY['sale'::text, 'button'::text, 'reconnect'::text, 'schedule'::text, 'end_of_day'::text, 'hub'::text, 'file'::text]))),
  constraint offline_event_queue_version_check CHECK ((version > 0))
);
CREATE INDEX offline_event_queue_bodies ON public.offline_event_queue USING btree (received_at) WHERE ((status = ANY (ARRAY['applied'::text, 'discarded'::text])) AND (body_removed_at IS NULL));
CREATE INDEX offline_event_queue_by_device ON public.offline_event_queue USING btree (tenant_id, device_id, received_at DESC, id DESC);
CREATE INDEX offline_event_queue_by_subject ON public.offline_event_queue USING btree (tenant_id, subject_id, sequence) WHERE (subject_id IS NOT NULL);
CREATE INDEX offline_event_queue_by_time ON public.offline_event_queue USING btree (tenant_id, received_at DESC, id DESC);
CREATE INDEX offline_event_queue_due ON public.offline_event_queue USING btree (next_try_at) WHERE ((status = 'held'::text) AND (next_try_at IS NOT NULL));
CREATE UNIQUE INDEX offline_event_queue_fingerprint ON public.offline_event_queue USING btree (tenant_id, fingerprint);
CREATE INDEX offline_event_queue_outside ON public.offline_event_queue USING btree (tenant_id, device_id) WHERE (NOT in_chain);
CREATE UNIQUE INDEX offline_event_queue_place ON public.offline_event_queue USING btree (tenant_id, device_id, sequence) WHERE in_chain;
CREATE INDEX offline_event_queue_waiting ON public.offline_event_queue USING btree (tenant_id, device_id, sequence) WHERE (status = ANY (ARRAY['held'::text, 'rejected'::text, 'quarantined'::text]));
alter table offline_event_queue enable row level security;
alter table offline_event_queue force row level security;
create policy figures_count_waiting on offline_event_queue as permissive for select to pos_worker
  using ((status = ANY (ARRAY['held'::text, 'rejected'::text, 'quarantined'::text])));
create policy retention_empties_old on offline_event_queue as permissive for update to pos_worker
  using (((status = ANY (ARRAY['applied'::text, 'discarded'::text])) AND (received_at < (now() - '30 days'::interval))))
  with check ((body_removed_at IS NOT NULL));
create policy retention_finds_old on offline_event_queue as permissive for select to pos_worker
  using (((status = ANY (ARRAY['applied'::text, 'discarded'::text])) AND (received_at < (now() - '30 days'::interval))));
create policy tenant_isolation on offline_event_queue as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
create policy watch_finds_held on offline_event_queue as permissive for select to pos_worker
  using (((status = 'held'::text) AND (next_try_at IS NOT NULL)));
grant insert, select, update on offline_event_queue to pos_app;
grant select (tenant_id, id, received_at, status, next_try_at, body_removed_at) on offline_event_queue to pos_worker;
grant update (body, body_removed_at) on offline_event_queue to pos_worker;

create table offline_event_replay (
  tenant_id uuid not null,
  id        uuid not null,
  entry_id  uuid not null,
  act       text not null,
  at        timestamp(3) with time zone not null,
  by        text not null,
  reason    text,
  before    text,
  after     text not null,
  code      text,
  constraint offline_event_replay_pkey PRIMARY KEY (tenant_id, id),
  constraint offline_event_replay_act_check CHECK ((act = ANY (ARRAY['received'::text, 'retried'::text, 'released'::text, 'discarded'::text]))),
  constraint offline_event_replay_after_check CHECK ((after = ANY (ARRAY['applied'::text, 'held'::text, 'rejected'::text, 'quarantined'::text, 'discarded'::text]))),
  constraint offline_event_replay_before_check CHECK ((before = ANY (ARRAY['applied'::text, 'held'::text, 'rejected'::text, 'quarantined'::text, 'discarded'::text]))),
  constraint offline_event_replay_by_check CHECK (((length(by) >= 1) AND (length(by) <= 300))),
  constraint offline_event_replay_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint offline_event_replay_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
CREATE INDEX offline_event_replay_by_entry ON public.offline_event_replay USING btree (tenant_id, entry_id, at, id);
alter table offline_event_replay enable row level security;
alter table offline_event_replay force row level security;
create policy tenant_isolation on offline_event_replay as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on offline_event_replay to pos_app;

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

create table outlet_discoveries (
  tenant_id   uuid not null,
  id          uuid not null,
  outlet_id   uuid not null,
  asked_by    text not null,
  asked_at    timestamp(3) with time zone not null,
  tries       integer not null,
  next_try_at timestamp(3) with time zone,
  outcome     text,
  reason      text,
  answered_at timestamp(3) with time zone,
  constraint outlet_discoveries_pkey PRIMARY KEY (tenant_id, id),
  constraint outlet_discoveries_asked_by_check CHECK (((length(asked_by) >= 1) AND (length(asked_by) <= 300))),
  constraint outlet_discoveries_check CHECK (((outcome IS NULL) = (next_try_at IS NOT NULL))),
  constraint outlet_discoveries_check1 CHECK (((outcome IS NULL) = (answered_at IS NULL))),
  constraint outlet_discoveries_outcome_check CHECK ((outcome = ANY (ARRAY['found'::text, 'known'::text, 'unknown'::text, 'distrusted'::text, 'unusable'::text, 'unanswered'::text]))),
  constraint outlet_discoveries_reason_check CHECK ((reason ~ '^[a-z][a-z0-9_]{0,59}$'::text)),
  constraint outlet_discoveries_tries_check CHECK ((tries >= 0))
);
CREATE INDEX outlet_discoveries_by_outlet ON public.outlet_discoveries USING btree (tenant_id, outlet_id, asked_at DESC, id DESC);
CREATE INDEX outlet_discoveries_by_time ON public.outlet_discoveries USING btree (tenant_id, asked_at DESC, id DESC);
CREATE INDEX outlet_discoveries_due ON public.outlet_discoveries USING btree (next_try_at) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX outlet_discoveries_open ON public.outlet_discoveries USING btree (tenant_id, outlet_id) WHERE (outcome IS NULL);
alter table outlet_discoveries enable row level security;
alter table outlet_discoveries force row level security;
create policy discovery_finds_due on outlet_discoveries as permissive for select to pos_worker
  using ((outcome IS NULL));
create policy discovery_takes on outlet_discoveries as permissive for update to pos_worker
  using ((outcome IS NULL))
  with check ((outcome IS NULL));
create policy tenant_isolation on outlet_discoveries as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on outlet_discoveries to pos_app;
grant select (tenant_id, id, outlet_id, next_try_at, outcome) on outlet_discoveries to pos_worker;
grant update (next_try_at) on outlet_discoveries to pos_worker;

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
  till_keys       jsonb default '{}'::jsonb not null,
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

create table plan_requests (
  tenant_id     uuid not null,
  id            uuid not null,
  business_id   uuid not null,
  business_slug text not null,
  plan          text not null,
  note          text,
  requested_by  text not null,
  requested_at  timestamp with time zone not null,
  status        text not null,
  closed_at     timestamp with time zone,
  answer        text,
  version       integer not null,
  constraint plan_requests_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_requests_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 500))),
  constraint plan_requests_check CHECK (((status = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint plan_requests_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint plan_requests_plan_check CHECK (((length(plan) >= 1) AND (length(plan) <= 60))),
  constraint plan_requests_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint plan_requests_version_check CHECK ((version > 0))
);
CREATE INDEX plan_requests_by_time ON public.plan_requests USING btree (tenant_id, requested_at DESC, id DESC);
alter table plan_requests enable row level security;
alter table plan_requests force row level security;
create policy tenant_isolation on plan_requests as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on plan_requests to pos_app;

create table plans (
  tenant_id      uuid not null,
  code           text not null,
  id             uuid not null,
  terms          jsonb not null,
  archived       boolean not null,
  version        integer not null,
  event_sequence integer not null,
  updated_at     timestamp with time zone not null,
  constraint plans_pkey PRIMARY KEY (tenant_id, code),
  constraint plans_code_check CHECK ((code ~ '^[a-z][a-z0-9_-]{0,59}$'::text)),
  constraint plans_event_sequence_check CHECK ((event_sequence > 0)),
  constraint plans_version_check CHECK ((version > 0))
);
alter table plans enable row level security;
alter table plans force row level security;
create policy tenant_isolation on plans as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on plans to pos_app;

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
  fired_quantity    numeric(15,6) default 0 not null,
  fired_at          timestamp with time zone,
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
  receipt_number      text collate "C",
  device_id           uuid,
  constraint pos_orders_pkey PRIMARY KEY (tenant_id, id),
  constraint pos_orders_number_key UNIQUE (tenant_id, outlet_id, number),
  constraint pos_orders_due_check CHECK ((due >= 0)),
  constraint pos_orders_receipt_number_check CHECK ((receipt_number ~ '^[A-Z][A-Z0-9]{0,7}-[0-9]{1,9}$'::text)),
  constraint pos_orders_status_check CHECK ((status = ANY (ARRAY['open'::text, 'held'::text, 'completed'::text, 'voided'::text, 'partially_refunded'::text, 'refunded'::text])))
);
CREATE INDEX pos_orders_booked_elsewhere ON public.pos_orders USING btree (tenant_id, booked_on, outlet_id) WHERE (booked_on IS NOT NULL);
CREATE INDEX pos_orders_by_business_date ON public.pos_orders USING btree (tenant_id, business_date, outlet_id);
CREATE INDEX pos_orders_by_session ON public.pos_orders USING btree (tenant_id, drawer_session_id) WHERE (drawer_session_id IS NOT NULL);
CREATE INDEX pos_orders_by_time ON public.pos_orders USING btree (tenant_id, placed_at DESC);
CREATE UNIQUE INDEX pos_orders_receipt_number_key ON public.pos_orders USING btree (tenant_id, outlet_id, receipt_number) WHERE (receipt_number IS NOT NULL);
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
  tenant_id        uuid not null,
  id               uuid not null,
  pricebook_id     uuid not null,
  number           integer not null,
  state            text not null,
  priority         integer not null,
  outlet_ids       uuid[],
  channels         text[],
  customer_groups  text[],
  schedule         jsonb,
  rules            jsonb default '[]'::jsonb not null,
  entry_count      integer default 0 not null,
  copied_from      integer,
  created_by       text not null,
  created_at       timestamp with time zone not null,
  released_by      text,
  released_at      timestamp with time zone,
  effective_at     timestamp with time zone,
  announced_at     timestamp with time zone,
  withdrawn_by     text,
  withdrawn_at     timestamp with time zone,
  content_revision bigint default 1 not null,
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

create table provisioning_batches (
  tenant_id    uuid not null,
  id           uuid not null,
  size         integer not null,
  made_by      text not null,
  made_at      timestamp with time zone not null,
  expires_at   timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint provisioning_batches_pkey PRIMARY KEY (tenant_id, id),
  constraint provisioning_batches_size_check CHECK (((size >= 1) AND (size <= 200)))
);
alter table provisioning_batches enable row level security;
alter table provisioning_batches force row level security;
create policy tenant_isolation on provisioning_batches as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on provisioning_batches to pos_app;

create table roles (
  tenant_id   uuid not null,
  id          uuid not null,
  code        text not null,
  name        text not null,
  description text not null,
  permissions text[] not null,
  based_on    text,
  template    text,
  dashboard   text[] not null,
  created_by  text not null,
  created_at  timestamp with time zone not null,
  updated_at  timestamp with time zone not null,
  version     integer not null,
  constraint roles_pkey PRIMARY KEY (tenant_id, id),
  constraint roles_code_key UNIQUE (tenant_id, code),
  constraint roles_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{1,39}$'::text)),
  constraint roles_dashboard_check CHECK ((cardinality(dashboard) <= 20)),
  constraint roles_description_check CHECK ((length(description) <= 500)),
  constraint roles_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint roles_permissions_check CHECK (((cardinality(permissions) >= 1) AND (cardinality(permissions) <= 200))),
  constraint roles_version_check CHECK ((version > 0))
);
alter table roles enable row level security;
alter table roles force row level security;
create policy tenant_isolation on roles as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on roles to pos_app;

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

create table sign_in_counts (
  tenant_id    uuid not null,
  key          text not null,
  id           uuid not null,
  scope        text not null,
  person_id    uuid,
  device_id    uuid,
  outlet_id    uuid,
  wrong        integer not null,
  recent       timestamp with time zone[] not null,
  day          date,
  locked_until timestamp with time zone,
  tried_at     timestamp with time zone not null,
  version      integer not null,
  constraint sign_in_counts_pkey PRIMARY KEY (tenant_id, key),
  constraint sign_in_counts_id_key UNIQUE (tenant_id, id),
  constraint sign_in_counts_key_check CHECK (((length(key) >= 1) AND (length(key) <= 100))),
  constraint sign_in_counts_scope_check CHECK ((scope = ANY (ARRAY['person_on_device'::text, 'device'::text, 'account'::text]))),
  constraint sign_in_counts_version_check CHECK ((version >= 0)),
  constraint sign_in_counts_wrong_check CHECK ((wrong >= 0))
);
CREATE INDEX sign_in_counts_by_age ON public.sign_in_counts USING btree (tried_at);
CREATE INDEX sign_in_counts_locked ON public.sign_in_counts USING btree (tenant_id, locked_until DESC, id DESC) WHERE (locked_until IS NOT NULL);
alter table sign_in_counts enable row level security;
alter table sign_in_counts force row level security;
create policy housekeeping_removes_old on sign_in_counts as permissive for delete to pos_worker
  using ((tried_at < (now() - '8 days'::interval)));
create policy housekeeping_sees_old on sign_in_counts as permissive for select to pos_worker
  using ((tried_at < (now() - '8 days'::interval)));
create policy tenant_isolation on sign_in_counts as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on sign_in_counts to pos_app;
grant delete on sign_in_counts to pos_worker;
grant select (tenant_id, key, tried_at) on sign_in_counts to pos_worker;

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

create table staff (
  tenant_id    uuid not null,
  id           uuid not null,
  staff_number text not null,
  display_name text not null,
  first_name   text,
  last_name    text,
  email        text,
  email_folded text,
  phone        text,
  locale       text,
  note         text,
  user_id      text,
  status       text not null,
  disabled_at  timestamp with time zone,
  created_by   text not null,
  created_at   timestamp with time zone not null,
  updated_at   timestamp with time zone not null,
  version      integer not null,
  constraint staff_pkey PRIMARY KEY (tenant_id, id),
  constraint staff_email_key UNIQUE (tenant_id, email_folded),
  constraint staff_number_key UNIQUE (tenant_id, staff_number),
  constraint staff_user_key UNIQUE (tenant_id, user_id),
  constraint staff_check CHECK (((status = 'disabled'::text) = (disabled_at IS NOT NULL))),
  constraint staff_check1 CHECK (((email IS NULL) = (email_folded IS NULL))),
  constraint staff_display_name_check CHECK (((length(display_name) >= 1) AND (length(display_name) <= 100))),
  constraint staff_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint staff_email_folded_check CHECK (((length(email_folded) >= 3) AND (length(email_folded) <= 300))),
  constraint staff_first_name_check CHECK (((length(first_name) >= 1) AND (length(first_name) <= 100))),
  constraint staff_last_name_check CHECK (((length(last_name) >= 1) AND (length(last_name) <= 100))),
  constraint staff_locale_check CHECK (((length(locale) >= 2) AND (length(locale) <= 35))),
  constraint staff_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  constraint staff_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{5,14}$'::text)),
  constraint staff_staff_number_check CHECK ((staff_number ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$'::text)),
  constraint staff_status_check CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text]))),
  constraint staff_user_id_check CHECK (((length(user_id) >= 1) AND (length(user_id) <= 255))),
  constraint staff_version_check CHECK ((version > 0))
);
CREATE INDEX staff_by_name ON public.staff USING btree (tenant_id, display_name, id);
alter table staff enable row level security;
alter table staff force row level security;
create policy tenant_isolation on staff as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on staff to pos_app;

create table staff_assignments (
  tenant_id    uuid not null,
  person_id    uuid not null,
  "position"   smallint not null,
  role         text not null,
  outlets      uuid[],
  device_kinds text[],
  regions      text[],
  constraint staff_assignments_pkey PRIMARY KEY (tenant_id, person_id, "position"),
  constraint staff_assignments_device_kinds_check CHECK (((cardinality(device_kinds) >= 1) AND (cardinality(device_kinds) <= 20))),
  constraint staff_assignments_outlets_check CHECK (((cardinality(outlets) >= 1) AND (cardinality(outlets) <= 500))),
  constraint staff_assignments_position_check CHECK ((("position" >= 1) AND ("position" <= 20))),
  constraint staff_assignments_regions_check CHECK (((cardinality(regions) >= 1) AND (cardinality(regions) <= 100))),
  constraint staff_assignments_role_check CHECK ((role ~ '^[a-z][a-z0-9_]{1,39}$'::text))
);
CREATE INDEX staff_assignments_by_role ON public.staff_assignments USING btree (tenant_id, role, person_id);
alter table staff_assignments enable row level security;
alter table staff_assignments force row level security;
create policy tenant_isolation on staff_assignments as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on staff_assignments to pos_app;

create table staff_badges (
  tenant_id    uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  label        text not null,
  hash         text not null,
  added_by     text not null,
  added_at     timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint staff_badges_pkey PRIMARY KEY (tenant_id, id),
  constraint staff_badges_hash_key UNIQUE (tenant_id, hash),
  constraint staff_badges_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint staff_badges_label_check CHECK (((length(label) >= 1) AND (length(label) <= 60)))
);
CREATE INDEX staff_badges_by_person ON public.staff_badges USING btree (tenant_id, person_id, id);
alter table staff_badges enable row level security;
alter table staff_badges force row level security;
create policy tenant_isolation on staff_badges as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on staff_badges to pos_app;

create table staff_pins (
  tenant_id   uuid not null,
  person_id   uuid not null,
  hash        text not null,
  former      text[] not null,
  must_change boolean not null,
  set_at      timestamp with time zone not null,
  constraint staff_pins_pkey PRIMARY KEY (tenant_id, person_id),
  constraint staff_pins_former_check CHECK ((cardinality(former) <= 2)),
  constraint staff_pins_hash_check CHECK (((length(hash) >= 1) AND (length(hash) <= 500)))
);
alter table staff_pins enable row level security;
alter table staff_pins force row level security;
create policy tenant_isolation on staff_pins as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on staff_pins to pos_app;

create table staff_sessions (
  tenant_id    uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  actor_id     text not null,
  device_id    uuid,
  device_kind  text,
  outlet_id    uuid,
  method       text not null,
  token_hash   text not null,
  begun_at     timestamp with time zone not null,
  expires_at   timestamp with time zone not null,
  touched_at   timestamp with time zone not null,
  idle_minutes integer,
  locked_at    timestamp with time zone,
  must_first   text,
  ended_at     timestamp with time zone,
  ended_by     text,
  ended_why    text,
  end_reason   text,
  version      integer not null,
  constraint staff_sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint staff_sessions_token_key UNIQUE (tenant_id, token_hash),
  constraint staff_sessions_actor_id_check CHECK (((length(actor_id) >= 1) AND (length(actor_id) <= 290))),
  constraint staff_sessions_check CHECK (((device_id IS NULL) = (device_kind IS NULL))),
  constraint staff_sessions_check1 CHECK (((device_id IS NULL) = (outlet_id IS NULL))),
  constraint staff_sessions_check2 CHECK ((((ended_at IS NULL) = (ended_why IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL)))),
  constraint staff_sessions_check3 CHECK (((end_reason IS NULL) OR (ended_at IS NOT NULL))),
  constraint staff_sessions_check4 CHECK ((expires_at > begun_at)),
  constraint staff_sessions_end_reason_check CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 500))),
  constraint staff_sessions_ended_why_check CHECK ((ended_why = ANY (ARRAY['signed_out'::text, 'switched_user'::text, 'forced'::text, 'staff_disabled'::text, 'device_unlinked'::text, 'device_locked'::text, 'pin_reset'::text, 'expired'::text]))),
  constraint staff_sessions_idle_minutes_check CHECK ((idle_minutes > 0)),
  constraint staff_sessions_method_check CHECK ((method = ANY (ARRAY['pin'::text, 'badge'::text, 'oauth'::text, 'password'::text]))),
  constraint staff_sessions_must_first_check CHECK ((must_first = ANY (ARRAY['change_pin'::text, 'enrol_totp'::text]))),
  constraint staff_sessions_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint staff_sessions_version_check CHECK ((version > 0))
);
CREATE INDEX staff_sessions_by_time ON public.staff_sessions USING btree (tenant_id, begun_at DESC, id DESC);
CREATE INDEX staff_sessions_due ON public.staff_sessions USING btree (expires_at) WHERE (ended_at IS NULL);
CREATE INDEX staff_sessions_ended ON public.staff_sessions USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX staff_sessions_of_device ON public.staff_sessions USING btree (tenant_id, device_id) WHERE (ended_at IS NULL);
CREATE INDEX staff_sessions_of_person ON public.staff_sessions USING btree (tenant_id, person_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX staff_sessions_one_open ON public.staff_sessions USING btree (tenant_id, device_id) WHERE ((ended_at IS NULL) AND (locked_at IS NULL) AND (device_id IS NOT NULL));
alter table staff_sessions enable row level security;
alter table staff_sessions force row level security;
create policy expiry_finds_due on staff_sessions as permissive for select to pos_worker
  using (((ended_at IS NULL) AND (expires_at <= now())));
create policy housekeeping_removes_ended on staff_sessions as permissive for delete to pos_worker
  using ((ended_at < (now() - '400 days'::interval)));
create policy housekeeping_sees_ended on staff_sessions as permissive for select to pos_worker
  using ((ended_at < (now() - '400 days'::interval)));
create policy tenant_isolation on staff_sessions as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on staff_sessions to pos_app;
grant delete on staff_sessions to pos_worker;
grant select (tenant_id, id, expires_at, ended_at) on staff_sessions to pos_worker;

create table subscriptions (
  tenant_id         uuid not null,
  plan              text not null,
  terms             jsonb not null,
  status            text not null,
  trial             boolean not null,
  since             timestamp with time zone not null,
  paid_until        timestamp with time zone,
  grace_until       timestamp with time zone,
  revoked_at        timestamp with time zone,
  revoked_reason    text,
  cancelled_at      timestamp with time zone,
  cancelled_reason  text,
  feature_overrides jsonb not null,
  flags             jsonb not null,
  source            text not null,
  last_heard_at     timestamp with time zone,
  version           integer not null,
  event_sequence    integer not null,
  updated_at        timestamp with time zone not null,
  constraint subscriptions_pkey PRIMARY KEY (tenant_id),
  constraint subscriptions_cancelled_reason_check CHECK (((length(cancelled_reason) >= 1) AND (length(cancelled_reason) <= 500))),
  constraint subscriptions_check CHECK (((status = 'revoked'::text) = (revoked_at IS NOT NULL))),
  constraint subscriptions_check1 CHECK (((revoked_at IS NULL) = (revoked_reason IS NULL))),
  constraint subscriptions_check2 CHECK (((cancelled_at IS NULL) = (cancelled_reason IS NULL))),
  constraint subscriptions_event_sequence_check CHECK ((event_sequence > 0)),
  constraint subscriptions_plan_check CHECK (((length(plan) >= 1) AND (length(plan) <= 60))),
  constraint subscriptions_revoked_reason_check CHECK (((length(revoked_reason) >= 1) AND (length(revoked_reason) <= 500))),
  constraint subscriptions_source_check CHECK ((source = ANY (ARRAY['local'::text, 'remote'::text]))),
  constraint subscriptions_status_check CHECK ((status = ANY (ARRAY['trial'::text, 'active'::text, 'past_due'::text, 'grace'::text, 'expired'::text, 'revoked'::text, 'cancelled'::text]))),
  constraint subscriptions_version_check CHECK ((version > 0))
);
alter table subscriptions enable row level security;
alter table subscriptions force row level security;
create policy tenant_isolation on subscriptions as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on subscriptions to pos_app;

create table sync_conflicts (
  tenant_id  uuid not null,
  id         uuid not null,
  entry_id   uuid not null,
  device_id  uuid not null,
  outlet_id  uuid not null,
  subject_id uuid,
  cause      text not null,
  facts      jsonb not null,
  choice     text not null,
  undo       text,
  status     text not null,
  opened_at  timestamp(3) with time zone not null,
  decided_by text,
  decided_at timestamp(3) with time zone,
  note       text,
  version    integer not null,
  constraint sync_conflicts_pkey PRIMARY KEY (tenant_id, id),
  constraint sync_conflicts_cause_check CHECK ((cause ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint sync_conflicts_check CHECK (((status = 'open'::text) = (decided_at IS NULL))),
  constraint sync_conflicts_check1 CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
  constraint sync_conflicts_choice_check CHECK ((choice = ANY (ARRAY['keep'::text, 'undone'::text, 'corrected'::text]))),
  constraint sync_conflicts_decided_by_check CHECK (((length(decided_by) >= 1) AND (length(decided_by) <= 300))),
  constraint sync_conflicts_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint sync_conflicts_status_check CHECK ((status = ANY (ARRAY['open'::text, 'resolved'::text, 'reopened'::text]))),
  constraint sync_conflicts_undo_check CHECK (((length(undo) >= 1) AND (length(undo) <= 60))),
  constraint sync_conflicts_version_check CHECK ((version > 0))
);
CREATE INDEX sync_conflicts_by_time ON public.sync_conflicts USING btree (tenant_id, opened_at DESC, id DESC);
CREATE UNIQUE INDEX sync_conflicts_of_entry ON public.sync_conflicts USING btree (tenant_id, entry_id, cause);
CREATE INDEX sync_conflicts_open ON public.sync_conflicts USING btree (tenant_id) WHERE (status <> 'resolved'::text);
alter table sync_conflicts enable row level security;
alter table sync_conflicts force row level security;
create policy figures_count_open on sync_conflicts as permissive for select to pos_worker
  using ((status <> 'resolved'::text));
create policy tenant_isolation on sync_conflicts as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on sync_conflicts to pos_app;
grant select (status) on sync_conflicts to pos_worker;

create table sync_devices (
  tenant_id       uuid not null,
  device_id       uuid not null,
  outlet_id       uuid not null,
  through         integer not null,
  highest         integer not null,
  head_hash       text not null,
  missing         jsonb not null,
  gap_since       timestamp(3) with time zone,
  gap_told_at     timestamp(3) with time zone,
  skew_ms         bigint,
  skewed_since    timestamp(3) with time zone,
  last_sync_at    timestamp(3) with time zone,
  last_trigger    text,
  waiting         integer not null,
  event_sequence  integer not null,
  public_key      jsonb,
  relayed_through integer default 0 not null,
  constraint sync_devices_pkey PRIMARY KEY (tenant_id, device_id),
  constraint sync_devices_check CHECK ((highest >= through)),
  constraint sync_devices_event_sequence_check CHECK ((event_sequence >= 0)),
  constraint sync_devices_head_hash_check CHECK (((length(head_hash) >= 1) AND (length(head_hash) <= 100))),
  constraint sync_devices_last_trigger_check CHECK ((last_trigger = ANY (ARRAY['sale'::text, 'button'::text, 'reconnect'::text, 'schedule'::text, 'end_of_day'::text, 'hub'::text, 'file'::text]))),
  constraint sync_devices_relayed_through_check CHECK ((relayed_through >= 0)),
  constraint sync_devices_through_check CHECK ((through >= 0)),
  constraint sync_devices_waiting_check CHECK ((waiting >= 0))
);
CREATE INDEX sync_devices_gaps ON public.sync_devices USING btree (gap_since) WHERE ((gap_since IS NOT NULL) AND (gap_told_at IS NULL));
alter table sync_devices enable row level security;
alter table sync_devices force row level security;
create policy tenant_isolation on sync_devices as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
create policy watch_finds_gaps on sync_devices as permissive for select to pos_worker
  using (((gap_since IS NOT NULL) AND (gap_told_at IS NULL)));
grant insert, select, update on sync_devices to pos_app;
grant select (tenant_id, device_id, gap_since, gap_told_at) on sync_devices to pos_worker;

create table sync_marks (
  tenant_id uuid not null,
  people    bigint default 0 not null,
  places    bigint default 0 not null,
  stock     bigint default 0 not null,
  codes     bigint default 0 not null,
  constraint sync_marks_pkey PRIMARY KEY (tenant_id)
);
alter table sync_marks enable row level security;
alter table sync_marks force row level security;
create policy tenant_isolation on sync_marks as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on sync_marks to pos_app;

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
  closed_at  timestamp with time zone,
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
alter table login_tokens add constraint login_tokens_tenant_id_login_id_fkey FOREIGN KEY (tenant_id, login_id) REFERENCES logins(tenant_id, id) ON DELETE CASCADE;
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
alter table staff_assignments add constraint staff_assignments_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES staff(tenant_id, id);
alter table staff_badges add constraint staff_badges_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES staff(tenant_id, id);
alter table staff_pins add constraint staff_pins_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES staff(tenant_id, id);
alter table tax_groups add constraint tax_groups_tenant_id_outlet_id_fkey FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets(tenant_id, id);
alter table tip_entries add constraint tip_entries_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES tip_accounts(tenant_id, id);
alter table webhook_attempts add constraint webhook_attempts_tenant_id_delivery_id_fkey FOREIGN KEY (tenant_id, delivery_id) REFERENCES webhook_deliveries(tenant_id, id) ON DELETE CASCADE;
alter table webhook_deliveries add constraint webhook_deliveries_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints(tenant_id, id);

-- Triggers
CREATE CONSTRAINT TRIGGER brandings_sync_mark AFTER INSERT OR DELETE OR UPDATE ON public.brandings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('places');
CREATE TRIGGER catalog_combos_content_revision BEFORE INSERT OR UPDATE ON public.catalog_combos FOR EACH ROW EXECUTE FUNCTION note_pricing_revision();
CREATE TRIGGER catalog_items_content_revision BEFORE INSERT OR UPDATE OF version ON public.catalog_items FOR EACH ROW EXECUTE FUNCTION note_content_revision();
CREATE CONSTRAINT TRIGGER device_policies_sync_mark AFTER INSERT OR DELETE OR UPDATE ON public.device_policies DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('places');
CREATE CONSTRAINT TRIGGER devices_sync_mark AFTER INSERT OR DELETE OR UPDATE ON public.devices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('places');
CREATE CONSTRAINT TRIGGER dining_tables_sync_mark AFTER INSERT OR DELETE OR UPDATE ON public.dining_tables DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('places');
CREATE CONSTRAINT TRIGGER drawers_sync_mark AFTER INSERT OR DELETE OR UPDATE OF name, device_id, active ON public.drawers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('places');
CREATE CONSTRAINT TRIGGER item_availability_sync_mark AFTER UPDATE ON public.item_availability DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.version IS DISTINCT FROM new.version)) EXECUTE FUNCTION note_sync_mark('stock');
CREATE TRIGGER modifier_attachments_content_revision BEFORE INSERT OR UPDATE ON public.modifier_attachments FOR EACH ROW EXECUTE FUNCTION note_pricing_revision();
CREATE TRIGGER modifier_groups_content_revision BEFORE INSERT OR UPDATE ON public.modifier_groups FOR EACH ROW EXECUTE FUNCTION note_pricing_revision();
CREATE TRIGGER pricebook_entries_added AFTER INSERT ON public.pricebook_entries REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION pricebook_entries_are_of_drafts();
CREATE TRIGGER pricebook_entries_changed AFTER UPDATE ON public.pricebook_entries REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION pricebook_entries_are_of_drafts();
CREATE TRIGGER pricebook_entries_removed AFTER DELETE ON public.pricebook_entries REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION pricebook_entries_are_of_drafts();
CREATE TRIGGER pricebook_versions_released BEFORE UPDATE ON public.pricebook_versions FOR EACH ROW WHEN (((new.state = 'released'::text) AND (old.state <> 'released'::text))) EXECUTE FUNCTION note_pricing_revision();
CREATE TRIGGER pricebook_versions_stay BEFORE UPDATE ON public.pricebook_versions FOR EACH ROW WHEN ((old.state = ANY (ARRAY['released'::text, 'withdrawn'::text]))) EXECUTE FUNCTION pricebook_content_is_fixed();
CREATE CONSTRAINT TRIGGER promotion_codes_sync_mark AFTER INSERT OR UPDATE OF active, valid_to, uses_max ON public.promotion_codes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('codes');
CREATE CONSTRAINT TRIGGER roles_sync_mark AFTER INSERT OR DELETE OR UPDATE ON public.roles DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('people');
CREATE CONSTRAINT TRIGGER staff_sync_mark AFTER INSERT OR DELETE OR UPDATE ON public.staff DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('people');
CREATE CONSTRAINT TRIGGER staff_assignments_sync_mark AFTER INSERT OR DELETE OR UPDATE ON public.staff_assignments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('people');
CREATE CONSTRAINT TRIGGER staff_pins_sync_mark AFTER INSERT OR DELETE ON public.staff_pins DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('people');
CREATE CONSTRAINT TRIGGER subscriptions_sync_mark AFTER INSERT OR DELETE OR UPDATE ON public.subscriptions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sync_mark('places');
