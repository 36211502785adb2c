-- Pricebooks: what changes prices by place, way, guest and time. A book has versions; what was released once never changes, so
-- that a sale of any day finds the prices of its day. No foreign keys to tenants or outlets, see 0005.
create table pricebooks (
  tenant_id   uuid not null,
  id          uuid not null,
  code        text check (length(code) between 1 and 40),
  name        text not null check (length(name) between 1 and 200),
  currency    text not null check (currency ~ '^[A-Z]{3}$'),
  -- The book whose steps come first. Fixed once a version is released: other books would price the past anew.
  parent_id   uuid check (parent_id <> id),
  -- `draft`: nothing was released yet.
  status      text not null check (status in ('draft', 'active', 'archived')),
  -- The highest number that a version has.
  last_number integer not null check (last_number > 0),
  revision    integer not null check (revision > 0),
  created_by  text not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  archived_at timestamptz check ((archived_at is not null) = (status = 'archived')),
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references pricebooks (tenant_id, id)
);
create unique index pricebooks_code_key on pricebooks (tenant_id, code) where status <> 'archived';
create index pricebooks_by_name on pricebooks (tenant_id, name, id);
create index pricebooks_by_parent on pricebooks (tenant_id, parent_id) where parent_id is not null;
alter table pricebooks enable row level security;
alter table pricebooks force row level security;
create policy tenant_isolation on pricebooks
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on pricebooks to pos_app;

create table pricebook_versions (
  tenant_id       uuid not null,
  id              uuid not null,
  pricebook_id    uuid not null,
  number          integer not null check (number > 0),
  -- `filling`: within the one transaction that copies content into it.
  state           text not null check (state in ('draft', 'filling', 'released', 'withdrawn')),
  priority        integer not null check (priority between 0 and 999),
  -- Null is everywhere, by every way, for everybody, always.
  outlet_ids      uuid[] check (cardinality(outlet_ids) > 0),
  channels        text[] check (cardinality(channels) > 0),
  customer_groups text[] check (cardinality(customer_groups) > 0),
  schedule        jsonb,
  rules           jsonb not null default '[]',
  entry_count     integer not null default 0 check (entry_count between 0 and 50000),
  -- The version whose content it began with, or went back to.
  copied_from     integer,
  created_by      text not null,
  created_at      timestamptz not null,
  -- When and by whom it was released, and from when on it is in force: until the next one is, or the book is archived.
  released_by     text,
  released_at     timestamptz,
  effective_at    timestamptz,
  -- When the event told that it is in force.
  announced_at    timestamptz,
  withdrawn_by    text,
  withdrawn_at    timestamptz,
  check (state <> 'released' or released_at is not null),
  check ((released_at is null) = (released_by is null) and (released_at is null) = (effective_at is null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_by is null)),
  primary key (tenant_id, id),
  constraint pricebook_versions_number_key unique (tenant_id, pricebook_id, number),
  foreign key (tenant_id, pricebook_id) references pricebooks (tenant_id, id)
);
create unique index pricebook_versions_draft_key on pricebook_versions (tenant_id, pricebook_id) where state = 'draft';
create index pricebook_versions_in_force on pricebook_versions (tenant_id, pricebook_id, effective_at, number)
  where state = 'released';
create index pricebook_versions_due on pricebook_versions (tenant_id, effective_at)
  where state = 'released' and announced_at is null;
alter table pricebook_versions enable row level security;
alter table pricebook_versions force row level security;
create policy tenant_isolation on pricebook_versions
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on pricebook_versions to pos_app;

-- What a version says of single items.
create table pricebook_entries (
  tenant_id  uuid not null,
  version_id uuid not null,
  sku        text not null check (length(sku) between 1 and 64),
  kind       text not null check (kind in ('absolute', 'percent', 'amount')),
  -- Minor units: the price, or what is added to it.
  amount     bigint,
  -- In percent: -20 takes a fifth off.
  rate       numeric(15, 6),
  check ((kind = 'percent') = (rate is not null) and (kind = 'percent') = (amount is null)),
  check (kind <> 'absolute' or amount >= 0),
  primary key (tenant_id, version_id, sku),
  foreign key (tenant_id, version_id) references pricebook_versions (tenant_id, id)
);
alter table pricebook_entries enable row level security;
alter table pricebook_entries force row level security;
create policy tenant_isolation on pricebook_entries
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on pricebook_entries to pos_app;

-- Caches hold entries by their version without asking again: the database itself keeps what was released as it is.
create function pricebook_content_is_fixed() returns trigger language plpgsql as $$
begin
  if new.state in ('draft', 'filling') or
     (old.pricebook_id, old.number, old.priority, old.outlet_ids, old.channels, old.customer_groups, old.schedule, old.rules,
       old.entry_count, old.effective_at) is distinct from
     (new.pricebook_id, new.number, new.priority, new.outlet_ids, new.channels, new.customer_groups, new.schedule, new.rules,
       new.entry_count, new.effective_at)
  then
    raise exception 'a version of a pricebook that is no draft never changes';
  end if;
  return new;
end $$;
revoke all on function pricebook_content_is_fixed() from public;
create trigger pricebook_versions_stay before update on pricebook_versions for each row
  when (old.state in ('released', 'withdrawn')) execute function pricebook_content_is_fixed();

create function pricebook_entries_are_of_drafts() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant_id, version_id from touched) t
      join pricebook_versions v on v.tenant_id = t.tenant_id and v.id = t.version_id
     where v.state in ('released', 'withdrawn')
  ) then
    raise exception 'a version of a pricebook that is no draft never changes';
  end if;
  return null;
end $$;
revoke all on function pricebook_entries_are_of_drafts() from public;
create trigger pricebook_entries_added after insert on pricebook_entries referencing new table as touched
  for each statement execute function pricebook_entries_are_of_drafts();
create trigger pricebook_entries_changed after update on pricebook_entries referencing old table as touched
  for each statement execute function pricebook_entries_are_of_drafts();
create trigger pricebook_entries_removed after delete on pricebook_entries referencing old table as touched
  for each statement execute function pricebook_entries_are_of_drafts();

-- The worker finds, over all tenants, what came into force by itself and was not told yet. What it says, it does not see.
create policy pricebooks_due on pricebook_versions for select to pos_worker
  using (state = 'released' and announced_at is null);
grant select (tenant_id, pricebook_id, number, state, effective_at, announced_at) on pricebook_versions to pos_worker;
