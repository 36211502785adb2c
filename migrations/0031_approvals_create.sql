-- A second person's word for one act: bound to action, target, outlet, amount and the one who asked, used once, for two minutes
-- (GUARANTEES G11).
create table approvals (
  tenant_id    uuid not null,
  id           uuid not null,
  action       text not null,
  target_id    text not null check (length(target_id) between 1 and 100),
  outlet_id    uuid not null,
  -- In minor units; null: about no money.
  amount       bigint check (amount >= 0),
  currency     text check (currency ~ '^[A-Z]{3}$'),
  reason       text not null check (length(reason) between 1 and 500),
  -- As events name their actors.
  asked_by     text not null check (length(asked_by) between 1 and 300),
  asked_at     timestamptz not null,
  status       text not null check (status in ('asked', 'granted', 'denied', 'used', 'expired', 'withdrawn')),
  decided_by   text,
  decided_at   timestamptz,
  note         text check (length(note) <= 500),
  -- Asked: until when it may be decided. Granted: until when it may be used.
  expires_at   timestamptz not null,
  used_at      timestamptz,
  used_request text,
  -- Also its place in its own history of events.
  version      integer not null check (version > 0),
  check ((amount is null) = (currency is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (status not in ('granted', 'denied', 'used') or decided_by is not null),
  check (decided_by <> asked_by),
  check ((status = 'used') = (used_at is not null and used_request is not null))
);
create index approvals_by_time on approvals (tenant_id, asked_at, id);
-- What screens watch: few at any time.
create index approvals_asked on approvals (tenant_id, outlet_id, asked_at, id) where status = 'asked';
create index approvals_due on approvals (expires_at) where status in ('asked', 'granted');
alter table approvals add primary key (tenant_id, id);
alter table approvals enable row level security;
alter table approvals force row level security;
create policy tenant_isolation on approvals
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on approvals to pos_app;

-- The worker finds whose time has passed, of all tenants; each is booked under its own tenant, as requests are.
create policy expiry_finds_due on approvals for select to pos_worker
  using (status in ('asked', 'granted') and expires_at <= now());
grant select (tenant_id, id, status, expires_at) on approvals to pos_worker;

-- What the business says of each act. An act without a row takes no second person and no reason.
create table approval_rules (
  tenant_id       uuid not null,
  action          text not null,
  id              uuid not null,
  second_person   text not null check (second_person in ('never', 'always', 'over')),
  limits          jsonb not null,
  reason_required boolean not null,
  reasons         text[] not null,
  changed_by      text not null,
  changed_at      timestamptz not null,
  version         integer not null check (version > 0),
  primary key (tenant_id, action)
);
alter table approval_rules enable row level security;
alter table approval_rules force row level security;
create policy tenant_isolation on approval_rules
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on approval_rules to pos_app;
