-- How much of a line the kitchen was told to make, and when last (DOMAIN "Kitchen": a station makes what was fired less what was voided).
-- Constant default: no row is rewritten.
alter table pos_order_lines
  add column fired_quantity numeric(15, 6) not null default 0,
  add column fired_at       timestamptz;
