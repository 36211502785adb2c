-- What is to happen in the ledger of a sibling service, where that keeps the points: written in the transaction of its cause,
-- done by a call outside of any transaction, under a key made of the row's id.
create table loyalty_intents (
  tenant_id   uuid not null,
  id          uuid not null,
  kind        text not null check (kind in ('earn', 'earn_reversal', 'burn', 'burn_reversal', 'enrol')),
  customer_id text not null check (length(customer_id) between 1 and 100),
  order_id    uuid,
  payment_id  uuid,
  -- In minor units; an enrolment is of no amount.
  amount      bigint,
  currency    text check (currency ~ '^[A-Z]{3}$'),
  -- Not signed. Null until they are known: the ledger says how many a burn takes.
  points      bigint check (points >= 0),
  -- What it comes from, once only.
  source      text not null check (length(source) between 1 and 300),
  -- The intent that this one takes back, all or in part.
  undoes      uuid,
  status      text not null check (status in ('pending', 'done', 'refused', 'held', 'used', 'reversing', 'reversed')),
  tries       integer not null check (tries >= 0),
  -- When it is worth another look: a try, or the end of a hold. Whoever has it in hand moves it on by a lease.
  next_try_at timestamptz,
  give_up_at  timestamptz not null,
  -- The ledger's name of the movement.
  reference   text,
  error       text,
  -- The clock's time, not the transaction's: later intents of a customer are never sent before earlier ones.
  created_at  timestamptz not null default clock_timestamp(),
  check ((kind = 'enrol') = (amount is null)),
  check ((amount is null) = (currency is null)),
  check ((status in ('pending', 'held', 'reversing')) = (next_try_at is not null)),
  check (kind = 'burn' or status not in ('held', 'used', 'reversing', 'reversed')),
  primary key (tenant_id, id)
);
alter table loyalty_intents add constraint loyalty_intents_source_key unique (tenant_id, source);
-- A customer's queue, and what is due of all tenants.
create index loyalty_intents_open on loyalty_intents (tenant_id, customer_id, created_at, id) where status in ('pending', 'reversing');
create index loyalty_intents_due on loyalty_intents (next_try_at) where status in ('pending', 'held', 'reversing');
create index loyalty_intents_of_payment on loyalty_intents (tenant_id, payment_id) where payment_id is not null;
create index loyalty_intents_undoing on loyalty_intents (tenant_id, undoes) where undoes is not null;
alter table loyalty_intents enable row level security;
alter table loyalty_intents force row level security;
create policy tenant_isolation on loyalty_intents
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on loyalty_intents to pos_app;

-- The worker finds what is due, of all tenants, and takes it in hand; each is done under its own tenant, as requests are.
create policy sender_finds_due on loyalty_intents for select to pos_worker using (status in ('pending', 'held', 'reversing'));
create policy sender_takes on loyalty_intents for update to pos_worker
  using (status in ('pending', 'held', 'reversing')) with check (status in ('pending', 'held', 'reversing'));
grant select (tenant_id, id, customer_id, status, next_try_at, created_at) on loyalty_intents to pos_worker;
grant update (next_try_at) on loyalty_intents to pos_worker;
