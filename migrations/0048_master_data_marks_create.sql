-- Devices keep a copy of the master data and fetch what has changed since. Lock time: columns with constant defaults rewrite nothing,
-- and the tables that get triggers are written seldom.

-- Modifier groups, what they are attached to, combos and versions of pricebooks by the tenant's revision of prices that they changed
-- with, last, as items by that of the catalogue (0015).
alter table modifier_groups add column content_revision bigint not null default 1;
alter table modifier_attachments add column content_revision bigint not null default 1;
alter table catalog_combos add column content_revision bigint not null default 1;
-- Of a version: the revision that it was released with.
alter table pricebook_versions add column content_revision bigint not null default 1;

-- Whoever writes them holds the lock of the tenant's revisions and makes `pricing` one higher afterwards: this is that number.
create function note_pricing_revision() returns trigger language plpgsql as $$
begin
  new.content_revision := coalesce((select pricing + 1 from master_data_revisions where tenant_id = new.tenant_id), 1);
  return new;
end $$;
revoke all on function note_pricing_revision() from public;
create trigger modifier_groups_content_revision before insert or update on modifier_groups
  for each row execute function note_pricing_revision();
create trigger modifier_attachments_content_revision before insert or update on modifier_attachments
  for each row execute function note_pricing_revision();
create trigger catalog_combos_content_revision before insert or update on catalog_combos
  for each row execute function note_pricing_revision();
create trigger pricebook_versions_released before update on pricebook_versions
  for each row when (new.state = 'released' and old.state <> 'released') execute function note_pricing_revision();

-- The conditions hold for every row. They keep the planner from taking these indexes, the youngest, for other questions.
create index modifier_groups_by_content_revision on modifier_groups (tenant_id, content_revision, id) where content_revision > 0;
create index modifier_attachments_by_content_revision on modifier_attachments (tenant_id, content_revision, id)
  where content_revision > 0;
create index catalog_combos_by_content_revision on catalog_combos (tenant_id, content_revision, item_id) where content_revision > 0;

-- How often what has no revision in master_data_revisions has changed: people and roles; devices, drawers and the licence; what outlets
-- ran out of; promotion codes. A row of its own, so that nobody who holds the lock of those revisions waits for it.
create table sync_marks (
  tenant_id uuid not null primary key,
  people    bigint not null default 0,
  places    bigint not null default 0,
  stock     bigint not null default 0,
  codes     bigint not null default 0
);
alter table sync_marks enable row level security;
alter table sync_marks force row level security;
create policy tenant_isolation on sync_marks
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on sync_marks to pos_app;

-- Counts at the end of the transaction, when all its other locks are held: two that count wait for each other and never in a circle.
-- Once for a transaction and mark, however many rows it changed.
create function note_sync_mark() returns trigger language plpgsql as $$
declare
  mark text := tg_argv[0];
  noted text := 'app.sync_marked_' || mark;
  now_in text := pg_current_xact_id()::text;
begin
  if current_setting(noted, true) = now_in then return null; end if;
  perform set_config(noted, now_in, true);
  insert into sync_marks as m (tenant_id, people, places, stock, codes)
    values (case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end,
      (mark = 'people')::int, (mark = 'places')::int, (mark = 'stock')::int, (mark = 'codes')::int)
    on conflict (tenant_id) do update set people = m.people + excluded.people, places = m.places + excluded.places,
      stock = m.stock + excluded.stock, codes = m.codes + excluded.codes;
  return null;
end $$;
revoke all on function note_sync_mark() from public;

create constraint trigger staff_sync_mark after insert or update or delete on staff
  deferrable initially deferred for each row execute function note_sync_mark('people');
create constraint trigger staff_assignments_sync_mark after insert or update or delete on staff_assignments
  deferrable initially deferred for each row execute function note_sync_mark('people');
-- That there is a PIN, not which.
create constraint trigger staff_pins_sync_mark after insert or delete on staff_pins
  deferrable initially deferred for each row execute function note_sync_mark('people');
create constraint trigger roles_sync_mark after insert or update or delete on roles
  deferrable initially deferred for each row execute function note_sync_mark('people');
create constraint trigger devices_sync_mark after insert or update or delete on devices
  deferrable initially deferred for each row execute function note_sync_mark('places');
create constraint trigger brandings_sync_mark after insert or update or delete on brandings
  deferrable initially deferred for each row execute function note_sync_mark('places');
create constraint trigger device_policies_sync_mark after insert or update or delete on device_policies
  deferrable initially deferred for each row execute function note_sync_mark('places');
create constraint trigger subscriptions_sync_mark after insert or update or delete on subscriptions
  deferrable initially deferred for each row execute function note_sync_mark('places');
-- Each opening counts the drawer's sessions: that is no change of the drawer.
create constraint trigger drawers_sync_mark after insert or update of name, device_id, active or delete on drawers
  deferrable initially deferred for each row execute function note_sync_mark('places');
-- Sales count down without changing the version, until nothing is left. What people say raises the revision of prices as well.
create constraint trigger item_availability_sync_mark after update on item_availability
  deferrable initially deferred for each row when (old.version is distinct from new.version)
  execute function note_sync_mark('stock');
create constraint trigger promotion_codes_sync_mark after insert or update of active, valid_to, uses_max on promotion_codes
  deferrable initially deferred for each row execute function note_sync_mark('codes');
