-- House accounts: customers who take goods now and pay later, and the ledger of all they ever owed. No foreign keys to tenants,
-- outlets or orders, see 0005.
create table house_accounts (
  tenant_id     uuid not null,
  id            uuid not null,
  -- Short, known to the cashier and the customer; kept in capitals.
  number        text not null check (number ~ '^[0-9A-Z](?:[0-9A-Z./ -]{0,30}[0-9A-Z])?$'),
  name          text not null check (length(name) between 1 and 200),
  customer_id   text check (length(customer_id) between 1 and 100),
  currency      text not null check (currency ~ '^[A-Z]{3}$'),
  status        text not null check (status in ('open', 'blocked', 'closed')),
  -- Why it is blocked or closed.
  status_reason text,
  credit_limit  bigint not null check (credit_limit >= 0),
  -- What is owed to us. Below zero, we owe: what was paid back of purchases that had been settled.
  balance       bigint not null default 0,
  terms_days    integer not null check (terms_days between 0 and 365),
  -- Where it may be used; null is everywhere.
  outlet_ids    uuid[] check (cardinality(outlet_ids) between 1 and 200),
  opened_at     timestamptz not null,
  -- The latest entry of its ledger, and when that was: entries of one account never go back in time.
  movements     integer check (movements > 0),
  moved_at      timestamptz not null,
  version       integer not null check (version > 0),
  created_by    text not null,
  check (movements is not null or balance = 0),
  check ((status = 'open') = (status_reason is null))
);
create index house_accounts_by_age on house_accounts (tenant_id, opened_at desc, id);
-- The account that a customer's orders are put on.
create unique index house_accounts_customer_key on house_accounts (tenant_id, customer_id, currency)
  where customer_id is not null and status <> 'closed';
alter table house_accounts add constraint house_accounts_number_key unique (tenant_id, number);
alter table house_accounts add constraint house_accounts_pkey primary key (tenant_id, id);
alter table house_accounts enable row level security;
alter table house_accounts force row level security;
create policy tenant_isolation on house_accounts
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on house_accounts to pos_app;

-- Entries are added and never changed: nobody has the right. Each begins where the one before ended, and the account's balance is
-- where the latest ends: the foreign keys below prove that a balance is the sum of its ledger, whatever the program does.
create table house_account_entries (
  tenant_id         uuid not null,
  account_id        uuid not null,
  number            integer not null check (number > 0),
  previous_number   integer generated always as (nullif(number - 1, 0)) stored,
  kind              text not null check (kind in ('charge', 'refund', 'payment', 'adjust')),
  amount            bigint not null,
  balance_before    bigint not null,
  balance_after     bigint not null,
  occurred_at       timestamptz not null,
  reason            text,
  outlet_id         uuid,
  order_id          uuid,
  payment_id        uuid,
  refund_id         uuid,
  -- With a repayment: how it was paid, and into which drawer.
  tender            text check (tender in ('cash', 'card', 'bank_transfer')),
  reference         text,
  drawer_session_id uuid,
  actor             text not null,
  check (balance_after = balance_before + amount),
  check (number > 1 or balance_before = 0),
  check (case kind when 'charge' then amount > 0 when 'adjust' then amount <> 0 else amount < 0 end),
  check ((kind in ('charge', 'refund')) = (payment_id is not null)),
  check ((kind = 'refund') = (refund_id is not null)),
  check ((kind = 'payment') = (tender is not null)),
  check (kind <> 'adjust' or reason is not null),
  primary key (tenant_id, account_id, number),
  constraint house_account_entries_chain_key unique (tenant_id, account_id, number, balance_after),
  foreign key (tenant_id, account_id) references house_accounts (tenant_id, id),
  foreign key (tenant_id, account_id, previous_number, balance_before)
    references house_account_entries (tenant_id, account_id, number, balance_after)
);
-- A payment charges one account once, and a refund gives a payment back once.
create unique index house_account_entries_charge_key on house_account_entries (tenant_id, payment_id) where kind = 'charge';
create unique index house_account_entries_refund_key on house_account_entries (tenant_id, payment_id, refund_id)
  where kind = 'refund';
create index house_account_entries_by_time on house_account_entries (tenant_id, occurred_at);
alter table house_account_entries enable row level security;
alter table house_account_entries force row level security;
create policy tenant_isolation on house_account_entries
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on house_account_entries to pos_app;

alter table house_accounts add constraint house_accounts_balance_is_of_ledger
  foreign key (tenant_id, id, movements, balance)
  references house_account_entries (tenant_id, account_id, number, balance_after) deferrable initially deferred;
