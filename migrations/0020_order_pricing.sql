-- Engine 2 (docs/pricing.md): what an order was priced from is kept with it, so that any order can be priced again to the byte.
-- All columns may be absent or have a constant default: no table is rewritten, and orders of engine 1 stay as they are.
alter table pos_orders
  -- The engine's input as it was, without promotions that came to nothing; null for orders of engine 1. json and not jsonb: the
  -- text is kept, so that its hash can be checked by anyone: encode(sha256(convert_to(pricing::text, 'UTF8')), 'hex').
  add column pricing            json,
  add column pricing_hash       text,
  -- SHA-256 of the canonical text of what it came to.
  add column outcome_hash       text,
  add column tax_exemption      jsonb,
  add column promo_codes        jsonb not null default '[]',
  -- What people took off, and promotions whose uses are counted.
  add column discounts          jsonb not null default '[]',
  add column counted_promotions jsonb not null default '[]';

alter table pos_order_lines
  add column combo          jsonb,
  -- Which discount took how much off the line: frozen at sale (DOMAIN P5), and what reports on discounts read.
  add column applications   jsonb not null default '[]',
  add column service_charge bigint not null default 0,
  add column gift_card      jsonb,
  -- Null on old lines: they were added when the order was placed.
  add column added_at       timestamptz;

-- Which ledger of ours a payment took value from: refunds of it go back there. Null: recorded by hand.
alter table pos_payments add column ledger text check (ledger in ('gift_card', 'loyalty'));
