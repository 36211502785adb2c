-- Payments have states while a provider works on them, belong to a drawer session, and count in a business day that can be closed.
-- All new columns may be absent or have a constant default: no table is rewritten.
alter table outlets
  -- The last business day that was closed; what is recorded for it or for an earlier one later is late (DOMAIN "Drawers, shifts, days").
  add column closed_through date,
  -- Where the law wants each day closed before the next is sold: the day whose closure is overdue.
  add column closure_due    date;

alter table pos_orders
  -- The business day in whose Z report the order counts. Null, for most: its own business date.
  add column booked_on         date,
  add column late              boolean not null default false,
  -- The drawer session in which it was settled.
  add column drawer_session_id uuid,
  -- What tenders added to the total.
  add column surcharge         bigint not null default 0,
  add column voided_at         timestamptz,
  add column voided_by         text;
-- Orders that count in another day than their own are few; this finds them without an index that every sale would pay for.
create index pos_orders_booked_elsewhere on pos_orders (tenant_id, booked_on, outlet_id) where booked_on is not null;

alter table pos_payments
  -- Cash handed back of this payment; null on payments taken before, whose order's change was laid on its last cash.
  add column change_given      bigint,
  -- The part of the amount that the tender added to what is due.
  add column surcharge         bigint not null default 0,
  add column drawer_session_id uuid,
  -- The business day in which the money came in. Null, for most: the order's own.
  add column booked_on         date,
  -- Who processes it; null: recorded by hand.
  add column provider          text,
  -- Why it failed, or what is not known of it.
  add column failure           text,
  add column taken_by          text,
  -- Given back whole before the order was settled (pos_payment_returns): it does not count as paid.
  add column returned_at       timestamptz;
create index pos_payments_booked_elsewhere on pos_payments (tenant_id, booked_on) where booked_on is not null;
-- Payments that somebody waits for: few at any time.
create index pos_payments_in_doubt on pos_payments (tenant_id, received_at) where status in ('initiated', 'pending', 'unknown');
alter table pos_payments drop constraint pos_payments_ledger_check;
alter table pos_payments add constraint pos_payments_ledger_check
  check (ledger in ('gift_card', 'loyalty', 'house_account')) not valid;

alter table pos_refunds
  add column booked_on         date,
  add column late              boolean not null default false,
  add column drawer_session_id uuid,
  add column approved_by       text;
create index pos_refunds_booked_elsewhere on pos_refunds (tenant_id, booked_on, outlet_id) where booked_on is not null;

-- Money taken for an order that is not settled, given back whole: a deposit returned, a part payment before a void.
create table pos_payment_returns (
  tenant_id         uuid not null,
  id                uuid not null,
  payment_id        uuid not null,
  order_id          uuid not null,
  outlet_id         uuid not null,
  tender            text not null,
  amount            bigint not null check (amount > 0),
  reason            text not null,
  returned_by       text not null,
  approved_by       text,
  returned_at       timestamptz not null,
  business_date     date not null,
  late              boolean not null default false,
  drawer_session_id uuid,
  foreign key (tenant_id, order_id) references pos_orders (tenant_id, id)
);
create index pos_payment_returns_by_business_date on pos_payment_returns (tenant_id, business_date, outlet_id);
-- A payment is returned once.
alter table pos_payment_returns add constraint pos_payment_returns_payment_key unique (tenant_id, payment_id);
alter table pos_payment_returns add primary key (tenant_id, id);
alter table pos_payment_returns enable row level security;
alter table pos_payment_returns force row level security;
create policy tenant_isolation on pos_payment_returns
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on pos_payment_returns to pos_app;

-- Called with the commit of whatever counts in a business day. A close takes the same lock alone: a sale that races it counts in
-- the day that is closed, or is undone (40001), runs again and counts in the next. Shared locks of this kind write nothing.
create function assert_day_open(outlet uuid, day date) returns void
language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.tenant_id') || outlet::text, 1));
  if exists (select 1 from outlets o where o.id = outlet and o.closed_through >= day) then
    raise exception 'the business day was closed meanwhile' using errcode = '40001';
  end if;
end $$;

-- Called by the close, before it says that the day is closed: waits for the sales under way and keeps new ones out.
create function lock_business_days(outlet uuid) returns void
language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant_id') || outlet::text, 1));
$$;
revoke all on function assert_day_open(uuid, date), lock_business_days(uuid) from public;
grant execute on function assert_day_open(uuid, date), lock_business_days(uuid) to pos_app;
