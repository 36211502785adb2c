-- How tenders are taken, and what providers that move money for the business were asked to do: written in the transaction of its
-- cause, done by a call outside of any transaction, under a key made of the row's id.
create table tender_settings (
  tenant_id          uuid not null,
  id                 uuid not null,
  code               text not null check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
  -- Null: for all outlets that have no settings of their own.
  outlet_id          uuid,
  name               text not null check (length(name) between 1 and 100),
  kind               text not null check (kind in ('cash', 'card', 'eftpos', 'mobile_money', 'bank_transfer', 'house_account',
    'gift_card', 'voucher', 'loyalty', 'custom')),
  -- Null: recorded by hand.
  provider           text check (length(provider) between 1 and 40),
  -- {"kind": "percent", "rate": "1.5"} or {"kind": "amount", "amount": 100}
  surcharge          jsonb,
  reference_required boolean not null,
  minimum            bigint check (minimum >= 0),
  maximum            bigint check (maximum >= 0),
  -- Of minimum, maximum and a surcharge that is an amount.
  currency           text check (currency ~ '^[A-Z]{3}$'),
  refundable         boolean not null,
  active             boolean not null,
  version            integer not null,
  updated_at         timestamptz not null,
  check (minimum is null or maximum is null or minimum <= maximum),
  check (currency is not null or (minimum is null and maximum is null and surcharge -> 'amount' is null)),
  constraint tender_settings_code_key unique nulls not distinct (tenant_id, code, outlet_id)
);
alter table tender_settings add primary key (tenant_id, id);
alter table tender_settings enable row level security;
alter table tender_settings force row level security;
create policy tenant_isolation on tender_settings
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on tender_settings to pos_app;

create table payment_charges (
  tenant_id          uuid not null,
  -- The payment's.
  payment_id         uuid not null,
  order_id           uuid not null,
  order_number       text not null,
  outlet_id          uuid not null,
  tender             text not null,
  provider           text not null,
  amount             bigint not null check (amount > 0),
  currency           text not null check (currency ~ '^[A-Z]{3}$'),
  -- Phone, token, terminal. The token is let go of when the charge is settled.
  payer              jsonb not null,
  -- The request that it comes from, once only.
  source             text not null check (length(source) between 1 and 400),
  fingerprint        text not null,
  complete_order     boolean not null,
  status             text not null check (status in
    ('created', 'sent', 'pending', 'captured', 'failed', 'unknown', 'cancelling', 'cancelled', 'charged_back')),
  -- The provider's names of it: the first that it gave, and the last.
  request_reference  text,
  provider_reference text,
  reason             text,
  -- When the provider was first asked, when it was told to stop, since when nobody knows.
  asked_at           timestamptz,
  cancel_asked_at    timestamptz,
  unknown_since      timestamptz,
  -- Who must find out what became of it.
  owner              text,
  tries              integer not null check (tries >= 0),
  -- When it is worth another look. Whoever has it in hand moves it on by a lease.
  next_try_at        timestamptz,
  settled_at         timestamptz,
  amount_captured    bigint,
  created_by         text not null,
  created_at         timestamptz not null,
  test               boolean not null,
  version            integer not null,
  -- Sequence of the last event, those of its refunds among them.
  event_sequence     integer not null,
  check (status not in ('captured', 'charged_back') or next_try_at is null),
  check (settled_at is null or next_try_at is null)
);
alter table payment_charges add constraint payment_charges_source_key unique (tenant_id, source);
create index payment_charges_due on payment_charges (next_try_at) where next_try_at is not null;
create index payment_charges_of_order on payment_charges (tenant_id, order_id);
create index payment_charges_by_time on payment_charges (tenant_id, created_at, payment_id);
create index payment_charges_in_doubt on payment_charges (tenant_id, created_at, payment_id)
  where status in ('created', 'sent', 'pending', 'unknown', 'cancelling');
create index payment_charges_by_request on payment_charges (tenant_id, provider, request_reference)
  where request_reference is not null;
create index payment_charges_by_reference on payment_charges (tenant_id, provider, provider_reference)
  where provider_reference is not null;
alter table payment_charges add primary key (tenant_id, payment_id);
alter table payment_charges enable row level security;
alter table payment_charges force row level security;
create policy tenant_isolation on payment_charges
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on payment_charges to pos_app;
create policy collector_finds_due on payment_charges for select to pos_worker using (settled_at is null);
create policy collector_takes on payment_charges for update to pos_worker
  using (settled_at is null) with check (settled_at is null);
grant select (tenant_id, payment_id, status, next_try_at, settled_at, created_at) on payment_charges to pos_worker;
grant update (next_try_at) on payment_charges to pos_worker;

-- What happened to a charge, step by step, for people who look for money.
create table payment_charge_steps (
  tenant_id  uuid not null,
  payment_id uuid not null,
  version    integer not null,
  at         timestamptz not null,
  -- What was heard or done: `sent`, `captured`, `unknown`, `cancel`.
  what       text not null,
  status     text not null,
  reference  text,
  detail     text,
  actor      text not null,
  foreign key (tenant_id, payment_id) references payment_charges (tenant_id, payment_id)
);
alter table payment_charge_steps add primary key (tenant_id, payment_id, version);
alter table payment_charge_steps enable row level security;
alter table payment_charge_steps force row level security;
create policy tenant_isolation on payment_charge_steps
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on payment_charge_steps to pos_app;

-- Money that came and that no order took.
create table unallocated_payments (
  tenant_id          uuid not null,
  id                 uuid not null,
  provider           text not null,
  tender             text,
  -- The charge that it came for, where it is one of ours.
  payment_id         uuid,
  order_id           uuid,
  outlet_id          uuid,
  amount             bigint not null check (amount > 0),
  currency           text not null check (currency ~ '^[A-Z]{3}$'),
  -- Why no order took it.
  reason             text not null,
  -- The provider's name of the money; of money without one, our key of its charge.
  provider_reference text not null,
  payer_hint         text,
  arrived_at         timestamptz not null,
  test               boolean not null,
  status             text not null check (status in ('open', 'allocated', 'refunded', 'written_off')),
  resolved_by        text,
  resolved_at        timestamptz,
  resolved_reason    text,
  approved_by        text,
  allocated_order_id uuid,
  -- The payment that it became, or the refund that gives it back.
  became             uuid,
  version            integer not null,
  check ((status = 'open') = (resolved_at is null))
);
-- However often it is told of: once. Providers are not trusted to name all money differently.
alter table unallocated_payments add constraint unallocated_payments_once_key
  unique nulls not distinct (tenant_id, provider, provider_reference, reason, payment_id);
create index unallocated_payments_by_time on unallocated_payments (tenant_id, arrived_at, id);
create index unallocated_payments_open on unallocated_payments (tenant_id, arrived_at, id) where status = 'open';
create index unallocated_payments_of_charge on unallocated_payments (tenant_id, payment_id) where payment_id is not null;
alter table unallocated_payments add primary key (tenant_id, id);
alter table unallocated_payments enable row level security;
alter table unallocated_payments force row level security;
create policy tenant_isolation on unallocated_payments
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on unallocated_payments to pos_app;

create table provider_refunds (
  tenant_id          uuid not null,
  id                 uuid not null,
  outlet_id          uuid,
  provider           text not null,
  amount             bigint not null check (amount > 0),
  currency           text not null check (currency ~ '^[A-Z]{3}$'),
  -- Why, in a person's words.
  reason             text not null,
  status             text not null check (status in ('created', 'sent', 'pending', 'done', 'failed', 'unknown')),
  -- A wish that the provider refused is made again under another key.
  attempt            integer not null check (attempt >= 1),
  provider_reference text,
  failure            text,
  tries              integer not null check (tries >= 0),
  next_try_at        timestamptz,
  created_at         timestamptz not null,
  asked_at           timestamptz,
  settled_at         timestamptz,
  created_by         text not null,
  -- By hand: whoever made sure that the money is where it belongs.
  settled_by         text,
  settled_reason     text,
  test               boolean not null,
  version            integer not null,
  event_sequence     integer not null,
  -- The charge that is given back; null: money that came for none of ours.
  payment_id         uuid,
  order_id           uuid,
  -- The refund or the return of a payment that it is a part of, or the unallocated money.
  refund_id          uuid not null,
  charge_key         text not null,
  charge_reference   text
);
create index provider_refunds_due on provider_refunds (next_try_at) where next_try_at is not null;
create index provider_refunds_by_time on provider_refunds (tenant_id, created_at, id);
create index provider_refunds_failed on provider_refunds (tenant_id, created_at, id) where status in ('failed', 'unknown');
create index provider_refunds_of_payment on provider_refunds (tenant_id, payment_id) where payment_id is not null;
alter table provider_refunds add primary key (tenant_id, id);
alter table provider_refunds enable row level security;
alter table provider_refunds force row level security;
create policy tenant_isolation on provider_refunds
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on provider_refunds to pos_app;
create policy collector_finds_due on provider_refunds for select to pos_worker using (settled_at is null);
create policy collector_takes on provider_refunds for update to pos_worker
  using (settled_at is null) with check (settled_at is null);
grant select (tenant_id, id, status, next_try_at, settled_at, created_at) on provider_refunds to pos_worker;
grant update (next_try_at) on provider_refunds to pos_worker;

-- Money paid out through a provider: tips, a supplier.
create table payouts (
  tenant_id          uuid not null,
  id                 uuid not null,
  outlet_id          uuid,
  provider           text not null,
  amount             bigint not null check (amount > 0),
  currency           text not null check (currency ~ '^[A-Z]{3}$'),
  reason             text not null,
  status             text not null check (status in ('created', 'sent', 'pending', 'done', 'failed', 'unknown')),
  attempt            integer not null check (attempt >= 1),
  provider_reference text,
  failure            text,
  tries              integer not null check (tries >= 0),
  next_try_at        timestamptz,
  created_at         timestamptz not null,
  asked_at           timestamptz,
  settled_at         timestamptz,
  created_by         text not null,
  settled_by         text,
  settled_reason     text,
  test               boolean not null,
  version            integer not null,
  event_sequence     integer not null,
  -- A phone number, or an account that the provider knows.
  payee              text not null check (length(payee) between 1 and 100)
);
create index payouts_due on payouts (next_try_at) where next_try_at is not null;
create index payouts_by_time on payouts (tenant_id, created_at, id);
alter table payouts add primary key (tenant_id, id);
alter table payouts enable row level security;
alter table payouts force row level security;
create policy tenant_isolation on payouts
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on payouts to pos_app;
create policy collector_finds_due on payouts for select to pos_worker using (settled_at is null);
create policy collector_takes on payouts for update to pos_worker
  using (settled_at is null) with check (settled_at is null);
grant select (tenant_id, id, status, next_try_at, settled_at, created_at) on payouts to pos_worker;
grant update (next_try_at) on payouts to pos_worker;

-- What the simulator was asked: its own ledger, so that it knows of it after a restart and in every instance.
create table simulator_transactions (
  tenant_id   uuid not null,
  key         text not null check (length(key) between 1 and 100),
  kind        text not null check (kind in ('charge', 'refund', 'payout')),
  amount      bigint not null,
  currency    text not null,
  -- What becomes of it at `settles_at`.
  outcome     text not null check (outcome in ('captured', 'declined', 'silent')),
  reference   text not null,
  settles_at  timestamptz not null,
  stopped_at  timestamptz,
  -- When it tells, unasked, that it took the money a second time.
  tells_at    timestamptz,
  created_at  timestamptz not null
);
create index simulator_transactions_telling on simulator_transactions (tells_at) where tells_at is not null;
alter table simulator_transactions add primary key (tenant_id, key);
alter table simulator_transactions enable row level security;
alter table simulator_transactions force row level security;
create policy tenant_isolation on simulator_transactions
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on simulator_transactions to pos_app;
create policy teller_finds_due on simulator_transactions for select to pos_worker using (tells_at is not null);
grant select (tenant_id, key, tells_at) on simulator_transactions to pos_worker;
