-- What else can be said of an item. What lists filter by, tills ask for and databases must keep unique has a column; the rest
-- travels in `details`, which nothing in SQL looks into: {description, tare, attributes, allergens, nutrition, images, channels,
-- schedule}. Lock time: columns with constant defaults rewrite nothing, and checks look only at new columns.
alter table catalog_items
  add column kind          text not null default 'product' check (kind in ('product', 'combo', 'gift_card')),
  add column open_price    boolean not null default false,
  add column discountable  boolean not null default true,
  add column minimum_age   smallint check (minimum_age between 1 and 120),
  add column plu           text check (plu ~ '^[0-9]{1,5}$'),
  -- What PLUs are compared by: `04011` and `4011` are one. A column, for under row security an index over ltrim(…) is never used.
  add column plu_key       text,
  add column measure       text not null default 'each' check (measure in ('each', 'weight', 'volume', 'length')),
  -- `barcode` is the first of an item's barcodes, these are the others.
  add column more_barcodes text[] not null default '{}',
  add column variant_of    text,
  add column details       jsonb not null default '{}',
  add column deleted_at    timestamptz;

create index catalog_items_by_variant on catalog_items (tenant_id, variant_of) where variant_of is not null;
create unique index catalog_items_plu_key on catalog_items (tenant_id, plu_key)
  where plu_key is not null and deleted_at is null;

-- Barcodes of all items that are there, each in the form that scanned ones are compared by (`gs1/gtin.ts`): GTINs of any length
-- as GTIN-14. No foreign key: both are written together, and only by those who hold the lock of the tenant's catalogue.
create table catalog_barcodes (
  tenant_id uuid not null,
  code      text not null,
  item_id   uuid not null
);
create index catalog_barcodes_by_item on catalog_barcodes (tenant_id, item_id);
-- Last, see 0005.
alter table catalog_barcodes add constraint catalog_barcodes_pkey primary key (tenant_id, code);
alter table catalog_barcodes enable row level security;
alter table catalog_barcodes force row level security;
create policy tenant_isolation on catalog_barcodes
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on catalog_barcodes to pos_app;

-- Those that are there already. The owner sees the rows of all tenants while row security is not forced, which ends with this
-- transaction. A GTIN that two items carry in two lengths keeps, for the second, the form in which it was written.
alter table catalog_items no force row level security;
alter table catalog_barcodes no force row level security;
with gtins as (
  select tenant_id, id, barcode,
    case when barcode ~ '^([0-9]{8}|[0-9]{12,14})$' and (
      select sum(substr(lpad(barcode, 14, '0'), place, 1)::int * case when place % 2 = 1 then 3 else 1 end) % 10 = 0
        from generate_series(1, 14) place
    ) then lpad(barcode, 14, '0') else barcode end as code
  from catalog_items where barcode is not null
), first_come as (
  insert into catalog_barcodes (tenant_id, code, item_id)
  select distinct on (tenant_id, code) tenant_id, code, id from gtins order by tenant_id, code, id
  returning tenant_id, item_id
)
insert into catalog_barcodes (tenant_id, code, item_id)
select g.tenant_id, g.barcode, g.id from gtins g
 where not exists (select from first_come f where f.tenant_id = g.tenant_id and f.item_id = g.id)
    on conflict do nothing;
alter table catalog_items force row level security;
alter table catalog_barcodes force row level security;
-- Unique is now the form in `catalog_barcodes`, and only among items that are not deleted.
alter table catalog_items drop constraint catalog_items_barcode_key;

-- What an outlet is out of, or counts down. A row without either is what is left of one: it keeps the sequence of its events.
create table item_availability (
  tenant_id  uuid not null,
  outlet_id  uuid not null,
  sku        text not null check (length(sku) between 1 and 64),
  id         uuid not null,
  available  boolean not null,
  reason     text,
  until      timestamptz,
  -- How many are left; null is not counted.
  remaining  numeric(15, 6) check (remaining >= 0),
  changed_by text not null,
  changed_at timestamptz not null,
  version    integer not null,
  primary key (tenant_id, outlet_id, sku)
) with (fillfactor = 70);
alter table item_availability enable row level security;
alter table item_availability force row level security;
create policy tenant_isolation on item_availability
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on item_availability to pos_app;

-- How an outlet reads the labels of its scales.
create table label_rules (
  tenant_id  uuid not null,
  outlet_id  uuid not null,
  id         uuid not null,
  preset     text,
  rules      jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  version    integer not null,
  primary key (tenant_id, outlet_id)
);
alter table label_rules enable row level security;
alter table label_rules force row level security;
create policy tenant_isolation on label_rules
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on label_rules to pos_app;
