-- Sales that devices rang up without a network, and the numbers that devices print by themselves (DOMAIN "Fiscal").
alter table pos_orders
  -- Of the device's own series: on the receipt at once. In C, so that a series is one range of the index.
  add column receipt_number text collate "C" check (receipt_number ~ '^[A-Z][A-Z0-9]{0,7}-[0-9]{1,9}$'),
  -- At which linked device it was rung up.
  add column device_id      uuid;
create unique index pos_orders_receipt_number_key on pos_orders (tenant_id, outlet_id, receipt_number)
  where receipt_number is not null;

-- T1, T2, K1, …: no two devices of an outlet print the same. Null: it prints none, or was linked before there were series.
alter table devices add column receipt_series text check (receipt_series ~ '^[A-Z][A-Z0-9]{0,7}$');
create unique index devices_receipt_series_key on devices (tenant_id, outlet_id, receipt_series) where receipt_series is not null;
