-- Orders keep copies of names, prices, rates and rules (DOMAIN P8): later changes of master data change nothing sold.
-- No foreign key leads to the outlet or the tenant: each sale would take a lock on that one row, which all sales of the outlet
-- share. Neither can be deleted by the service (no role has the right), and the tenant is checked by row security.
create table pos_orders (
  tenant_id           uuid not null,
  id                  uuid not null,
  outlet_id           uuid not null,
  number              text not null,
  status              text not null check (status in ('open', 'held', 'completed', 'voided', 'partially_refunded', 'refunded')),
  channel             text not null,
  currency            text not null,
  customer_id         text,
  table_id            text,
  cashier_id          text not null,
  note                text,
  -- The till's clock and ours (DOMAIN: device time is evidence, server time rules).
  placed_at           timestamptz not null,
  recorded_at         timestamptz not null,
  completed_at        timestamptz,
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
  due                 bigint not null check (due >= 0),
  taxes               jsonb not null,
  -- Rules frozen at creation: tax rounding, cash rounding, engine version.
  settings            jsonb not null,
  event_sequence      integer not null,
  version             integer not null,
  -- The key and body that created it, so that the same client id under another key gets the same answer.
  created_key         text,
  created_fingerprint text
);
-- The index that single rows are found by comes last, here and below: while a table is empty the planner holds all equal and
-- takes the youngest, and prepared statements and checks of foreign keys keep that plan while the table fills.
create index pos_orders_by_time on pos_orders (tenant_id, placed_at desc);
create index pos_orders_by_business_date on pos_orders (tenant_id, business_date, outlet_id);
alter table pos_orders add constraint pos_orders_number_key unique (tenant_id, outlet_id, number);
alter table pos_orders add primary key (tenant_id, id);
alter table pos_orders enable row level security;
alter table pos_orders force row level security;
create policy tenant_isolation on pos_orders
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on pos_orders to pos_app;

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
  quantity          numeric(15, 6) not null check (quantity > 0),
  unit_price        bigint not null,
  gross             bigint not null,
  discount          bigint not null,
  tax               bigint not null,
  net               bigint not null,
  total             bigint not null,
  taxes             jsonb not null,
  tax_group         jsonb not null,
  modifiers         jsonb not null default '[]',
  note              text,
  refunded_quantity numeric(15, 6) not null default 0 check (refunded_quantity between 0 and quantity),
  refunded_amount   bigint not null default 0 check (refunded_amount between 0 and total),
  refunded_tax      bigint not null default 0,
  primary key (tenant_id, order_id, id),
  foreign key (tenant_id, order_id) references pos_orders (tenant_id, id)
);
alter table pos_order_lines enable row level security;
alter table pos_order_lines force row level security;
create policy tenant_isolation on pos_order_lines
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- A line may be taken off an open order; its removal stays in the order's events.
grant select, insert, update, delete on pos_order_lines to pos_app;

-- References and states of payments; the treasury owns their processing.
create table pos_payments (
  tenant_id   uuid not null,
  id          uuid not null,
  order_id    uuid not null,
  -- From 1 in the order in which payments were taken: cash rounding depends on which came last.
  payment_number integer not null,
  tender      text not null,
  status      text not null check (status in ('initiated', 'pending', 'captured', 'failed', 'unknown', 'refunded', 'charged_back')),
  amount      bigint not null check (amount > 0),
  refunded    bigint not null default 0 check (refunded between 0 and amount),
  reference   text,
  received_at timestamptz not null,
  foreign key (tenant_id, order_id) references pos_orders (tenant_id, id)
);
alter table pos_payments add primary key (tenant_id, id);
create index pos_payments_by_order on pos_payments (tenant_id, order_id);
alter table pos_payments enable row level security;
alter table pos_payments force row level security;
create policy tenant_isolation on pos_payments
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on pos_payments to pos_app;

-- A refund never changes after it is written: which lines, how much, back to which payments.
create table pos_refunds (
  tenant_id     uuid not null,
  id            uuid not null,
  order_id      uuid not null,
  outlet_id     uuid not null,
  amount        bigint not null check (amount >= 0),
  tax           bigint not null,
  rounding      bigint not null,
  reason        text not null,
  lines         jsonb not null,
  payments      jsonb not null,
  refunded_by   text not null,
  refunded_at   timestamptz not null,
  business_date date not null,
  local_hour    smallint not null,
  foreign key (tenant_id, order_id) references pos_orders (tenant_id, id)
);
alter table pos_refunds add primary key (tenant_id, id);
create index pos_refunds_by_business_date on pos_refunds (tenant_id, business_date, outlet_id);
create index pos_refunds_by_order on pos_refunds (tenant_id, order_id);
alter table pos_refunds enable row level security;
alter table pos_refunds force row level security;
create policy tenant_isolation on pos_refunds
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on pos_refunds to pos_app;

-- Where an outlet's order numbers have got to (docs/decisions/0006).
create table order_number_counters (
  tenant_id uuid not null,
  outlet_id uuid not null,
  next      bigint not null default 1,
  primary key (tenant_id, outlet_id),
  foreign key (tenant_id, outlet_id) references outlets (tenant_id, id)
);
alter table order_number_counters enable row level security;
alter table order_number_counters force row level security;
create policy tenant_isolation on order_number_counters
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on order_number_counters to pos_app;
