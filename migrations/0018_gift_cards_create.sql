-- Gift cards and vouchers, and the ledger of all value that ever went on or off them. No foreign keys to tenants, outlets or
-- orders, see 0005.
create table gift_cards (
  tenant_id      uuid not null,
  id             uuid not null,
  kind           text not null check (kind in ('gift_card', 'voucher')),
  -- The code is money to whoever knows it: kept as an HMAC only, under the key that `code_key` names (gift-cards/README.md).
  code_hash      bytea not null,
  code_key       text not null,
  last4          text not null check (length(last4) = 4),
  currency       text not null,
  status         text not null check (status in ('inactive', 'active', 'blocked', 'expired', 'closed')),
  closed_because text check (closed_because in ('spent', 'transferred', 'taken_back')),
  balance        bigint not null default 0 check (balance >= 0),
  -- What it is meant to hold, and once activated what it held then.
  initial        bigint not null default 0 check (initial >= 0),
  single_use     boolean not null,
  expires_at     timestamptz,
  issued_at      timestamptz not null,
  activated_at   timestamptz,
  -- The outlet that owes what is on it; the order that activated it; whose it is, where that is known.
  outlet_id      uuid,
  order_id       uuid,
  customer_id    text,
  -- The latest entry of its ledger, and when that was: entries of one card never go back in time.
  movements      integer check (movements > 0),
  moved_at       timestamptz not null,
  version        integer not null check (version > 0),
  created_by     text not null,
  check ((status = 'closed') = (closed_because is not null)),
  check (status <> 'inactive' or (activated_at is null and balance = 0)),
  check (status not in ('active', 'closed') or activated_at is not null),
  check (movements is not null or balance = 0),
  primary key (tenant_id, id),
  constraint gift_cards_code_key unique (tenant_id, code_hash)
);
create index gift_cards_by_age on gift_cards (tenant_id, issued_at, id);
create index gift_cards_by_last4 on gift_cards (tenant_id, last4);
create index gift_cards_by_customer on gift_cards (tenant_id, customer_id) where customer_id is not null;
create index gift_cards_due on gift_cards (expires_at) where status = 'active';
alter table gift_cards enable row level security;
alter table gift_cards force row level security;
create policy tenant_isolation on gift_cards
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on gift_cards to pos_app;

-- Entries are added and never changed: nobody has the right. Each begins where the one before ended, and the card's balance is
-- where the latest ends: the foreign keys below prove that a balance is the sum of its ledger, whatever the program does.
create table gift_card_transactions (
  tenant_id       uuid not null,
  card_id         uuid not null,
  number          integer not null check (number > 0),
  previous_number integer generated always as (nullif(number - 1, 0)) stored,
  kind            text not null check (kind in
    ('issue', 'activate', 'reload', 'redeem', 'forfeit', 'refund', 'reverse', 'transfer', 'expire', 'adjust')),
  amount          bigint not null,
  balance_before  bigint not null check (balance_before >= 0),
  balance_after   bigint not null check (balance_after >= 0),
  occurred_at     timestamptz not null,
  reason          text,
  outlet_id       uuid,
  order_id        uuid,
  line_id         uuid,
  payment_id      uuid,
  refund_id       uuid,
  other_card_id   uuid,
  actor           text not null,
  check (balance_after = balance_before + amount),
  check (number > 1 or balance_before = 0),
  check (case
    when kind = 'issue' then amount = 0
    when kind in ('activate', 'reload', 'refund') then amount > 0
    when kind in ('redeem', 'forfeit', 'reverse', 'expire') then amount < 0
    else amount <> 0 end),
  check (kind <> 'redeem' or payment_id is not null),
  check (kind <> 'refund' or (payment_id is not null and refund_id is not null)),
  check (kind <> 'reverse' or (line_id is not null and refund_id is not null)),
  check (kind <> 'adjust' or reason is not null),
  check ((kind = 'transfer') = (other_card_id is not null)),
  primary key (tenant_id, card_id, number),
  constraint gift_card_transactions_chain_key unique (tenant_id, card_id, number, balance_after),
  foreign key (tenant_id, card_id) references gift_cards (tenant_id, id),
  foreign key (tenant_id, card_id, previous_number, balance_before)
    references gift_card_transactions (tenant_id, card_id, number, balance_after)
);
-- A payment takes from a card once, a refund gives a payment back once, a line is sold once and taken back once a refund.
create unique index gift_card_transactions_redeem_key on gift_card_transactions (tenant_id, payment_id) where kind = 'redeem';
create unique index gift_card_transactions_refund_key on gift_card_transactions (tenant_id, payment_id, refund_id)
  where kind = 'refund';
create unique index gift_card_transactions_sale_key on gift_card_transactions (tenant_id, order_id, line_id)
  where kind in ('activate', 'reload') and line_id is not null;
create unique index gift_card_transactions_reverse_key on gift_card_transactions (tenant_id, order_id, line_id, refund_id)
  where kind = 'reverse';
create index gift_card_transactions_by_time on gift_card_transactions (tenant_id, occurred_at);
alter table gift_card_transactions enable row level security;
alter table gift_card_transactions force row level security;
create policy tenant_isolation on gift_card_transactions
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on gift_card_transactions to pos_app;

alter table gift_cards add constraint gift_cards_balance_is_of_ledger
  foreign key (tenant_id, id, movements, balance)
  references gift_card_transactions (tenant_id, card_id, number, balance_after) deferrable initially deferred;

-- The worker finds which cards are past their date, of all tenants; each is expired under its own tenant, as requests are.
create policy expiry_finds_due on gift_cards for select to pos_worker using (status = 'active' and expires_at <= now());
grant select (tenant_id, id, status, expires_at) on gift_cards to pos_worker;
