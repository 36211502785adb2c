-- What providers say that they have paid out, held against what was captured here.
create table settlement_batches (
  tenant_id         uuid not null,
  id                uuid not null,
  provider          text not null check (length(provider) between 1 and 40),
  -- The provider's name of it.
  reference         text not null check (length(reference) between 1 and 100),
  -- Null: of the business as a whole.
  outlet_id         uuid,
  currency          text not null check (currency ~ '^[A-Z]{3}$'),
  period_from       timestamptz not null,
  period_to         timestamptz not null,
  -- What the provider says it pays out.
  net               bigint not null,
  line_count        integer not null check (line_count >= 0),
  -- Hash of all that it says, so that the same again is known.
  fingerprint       text not null,
  matched           integer not null default 0,
  differing         integer not null default 0,
  fees              bigint not null default 0,
  received_at       timestamptz not null,
  received_by       text not null,
  -- From when on a payment of its period that is in no batch counts as missing; null once that was looked at.
  missing_due_at    timestamptz,
  event_sequence    integer not null,
  version           integer not null,
  check (period_from < period_to),
  constraint settlement_batches_reference_key unique (tenant_id, provider, reference)
);
create index settlement_batches_by_time on settlement_batches (tenant_id, received_at, id);
create index settlement_batches_missing_due on settlement_batches (missing_due_at) where missing_due_at is not null;
alter table settlement_batches add primary key (tenant_id, id);
alter table settlement_batches enable row level security;
alter table settlement_batches force row level security;
create policy tenant_isolation on settlement_batches
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on settlement_batches to pos_app;
-- The worker finds, of all tenants, whose missing payments are to be looked for; each is done under its own tenant.
create policy reconciler_finds_due on settlement_batches for select to pos_worker using (missing_due_at is not null);
grant select (tenant_id, id, missing_due_at) on settlement_batches to pos_worker;

create table settlement_lines (
  tenant_id         uuid not null,
  batch_id          uuid not null,
  number            integer not null check (number > 0),
  kind              text not null check (kind in ('payment', 'refund', 'chargeback', 'fee', 'adjustment')),
  payment_reference text,
  -- Not signed, but for adjustments: the kind says which way it goes.
  amount            bigint not null,
  fee               bigint not null,
  foreign key (tenant_id, batch_id) references settlement_batches (tenant_id, id)
);
create index settlement_lines_by_reference on settlement_lines (tenant_id, payment_reference) where payment_reference is not null;
alter table settlement_lines add primary key (tenant_id, batch_id, number);
alter table settlement_lines enable row level security;
alter table settlement_lines force row level security;
create policy tenant_isolation on settlement_lines
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on settlement_lines to pos_app;

create table settlement_differences (
  tenant_id         uuid not null,
  id                uuid not null,
  batch_id          uuid not null,
  -- What it is about, once in a batch: `line:3`, `missing:<payment>`, `net`.
  source            text not null,
  kind              text not null check (kind in ('amount_differs', 'unknown_payment', 'missing', 'doubled', 'net_differs')),
  payment_reference text,
  payment_id        uuid,
  -- What is known here, and what the provider says; signed: what comes in is positive.
  expected          bigint not null,
  found             bigint not null,
  currency          text not null check (currency ~ '^[A-Z]{3}$'),
  status            text not null check (status in ('open', 'explained')),
  reason            text,
  explained_by      text,
  explained_at      timestamptz,
  found_at          timestamptz not null,
  version           integer not null,
  check ((status = 'explained') = (explained_at is not null)),
  foreign key (tenant_id, batch_id) references settlement_batches (tenant_id, id),
  constraint settlement_differences_source_key unique (tenant_id, batch_id, source)
);
create index settlement_differences_by_time on settlement_differences (tenant_id, found_at, id);
create index settlement_differences_open on settlement_differences (tenant_id, found_at, id) where status = 'open';
alter table settlement_differences add primary key (tenant_id, id);
alter table settlement_differences enable row level security;
alter table settlement_differences force row level security;
create policy tenant_isolation on settlement_differences
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on settlement_differences to pos_app;

-- Payments that a customer's bank took back, and what is done about it.
create table chargebacks (
  tenant_id   uuid not null,
  id          uuid not null,
  payment_id  uuid not null,
  order_id    uuid,
  outlet_id   uuid,
  provider    text not null,
  reference   text,
  amount      bigint not null check (amount > 0),
  currency    text not null check (currency ~ '^[A-Z]{3}$'),
  reason      text not null,
  status      text not null check (status in ('opened', 'won', 'lost')),
  -- Until when the provider takes evidence.
  due_by      timestamptz,
  evidence    jsonb not null default '[]',
  outcome     text,
  opened_at   timestamptz not null,
  opened_by   text not null,
  closed_at   timestamptz,
  version     integer not null,
  check ((status = 'opened') = (closed_at is null)),
  -- A payment is taken back once.
  constraint chargebacks_payment_key unique (tenant_id, payment_id)
);
create index chargebacks_by_time on chargebacks (tenant_id, opened_at, id);
alter table chargebacks add primary key (tenant_id, id);
alter table chargebacks enable row level security;
alter table chargebacks force row level security;
create policy tenant_isolation on chargebacks
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on chargebacks to pos_app;
