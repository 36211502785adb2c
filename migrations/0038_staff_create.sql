-- The people who work for a business, what they may do where, and how they show who they are. No foreign keys to tenants or
-- outlets, see 0005. The names of people stand here, and as the name that screens show in the events of staff.
create table staff (
  tenant_id     uuid not null,
  id            uuid not null,
  -- The business's own number of the person.
  staff_number  text not null check (staff_number ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$'),
  display_name  text not null check (length(display_name) between 1 and 100),
  first_name    text check (length(first_name) between 1 and 100),
  last_name     text check (length(last_name) between 1 and 100),
  email         text check (length(email) between 3 and 254),
  -- The same in small letters: compared as it is stored.
  email_folded  text check (length(email_folded) between 3 and 300),
  phone         text check (phone ~ '^\+[1-9][0-9]{5,14}$'),
  locale        text check (length(locale) between 2 and 35),
  note          text check (length(note) between 1 and 1000),
  -- Subject in the auth service; null: known only here.
  user_id       text check (length(user_id) between 1 and 255),
  status        text not null check (status in ('active', 'disabled')),
  disabled_at   timestamptz,
  created_by    text not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  -- Also its place in its own history of events.
  version       integer not null check (version > 0),
  check ((status = 'disabled') = (disabled_at is not null)),
  check ((email is null) = (email_folded is null))
);
alter table staff add constraint staff_number_key unique (tenant_id, staff_number);
alter table staff add constraint staff_email_key unique (tenant_id, email_folded);
create index staff_by_name on staff (tenant_id, display_name, id);
alter table staff add constraint staff_user_key unique (tenant_id, user_id);
alter table staff add primary key (tenant_id, id);
alter table staff enable row level security;
alter table staff force row level security;
create policy tenant_isolation on staff
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on staff to pos_app;

-- Roles that somebody has, and where they hold. Null: everywhere.
create table staff_assignments (
  tenant_id    uuid not null,
  person_id    uuid not null,
  position     smallint not null check (position between 1 and 20),
  role         text not null check (role ~ '^[a-z][a-z0-9_]{1,39}$'),
  outlets      uuid[] check (cardinality(outlets) between 1 and 500),
  device_kinds text[] check (cardinality(device_kinds) between 1 and 20),
  -- Of administrators of the platform.
  regions      text[] check (cardinality(regions) between 1 and 100),
  foreign key (tenant_id, person_id) references staff (tenant_id, id)
);
create index staff_assignments_by_role on staff_assignments (tenant_id, role, person_id);
alter table staff_assignments add primary key (tenant_id, person_id, position);
alter table staff_assignments enable row level security;
alter table staff_assignments force row level security;
create policy tenant_isolation on staff_assignments
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, delete on staff_assignments to pos_app;

-- argon2id over peppered PINs, apart from the people, so that no list reads them.
create table staff_pins (
  tenant_id   uuid not null,
  person_id   uuid not null,
  hash        text not null check (length(hash) between 1 and 500),
  -- The two before it: the last three do not come again.
  former      text[] not null check (cardinality(former) <= 2),
  -- Set by somebody else.
  must_change boolean not null,
  set_at      timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references staff (tenant_id, id)
);
alter table staff_pins enable row level security;
alter table staff_pins force row level security;
create policy tenant_isolation on staff_pins
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on staff_pins to pos_app;

-- RFID badges. What a reader gives is kept as an HMAC under a key that is not in the database.
create table staff_badges (
  tenant_id    uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  label        text not null check (length(label) between 1 and 60),
  hash         text not null check (hash ~ '^[0-9a-f]{64}$'),
  added_by     text not null,
  added_at     timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff (tenant_id, id)
);
create index staff_badges_by_person on staff_badges (tenant_id, person_id, id);
alter table staff_badges add constraint staff_badges_hash_key unique (tenant_id, hash);
alter table staff_badges enable row level security;
alter table staff_badges force row level security;
create policy tenant_isolation on staff_badges
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on staff_badges to pos_app;
