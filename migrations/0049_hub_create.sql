-- The shop's hub: a copy of the business in the shop, and a relay of what its devices did. Lock time: columns with constant defaults
-- rewrite nothing.

-- The public key that a device signs with, as it last sent it: whoever hands its entries on sends it along.
alter table sync_devices add column public_key jsonb;
-- At a hub: all entries up to this number are in the cloud.
alter table sync_devices add column relayed_through integer not null default 0 check (relayed_through >= 0);

-- What is not of a chain has no place in the order of numbers; a hub hands it on all the same.
create index offline_event_queue_outside on offline_event_queue (tenant_id, device_id) where not in_chain;

-- At a hub: what the cloud said of each entry that it was handed.
create table hub_relays (
  tenant_id  uuid not null,
  -- Of offline_event_queue.
  record_id  uuid not null,
  device_id  uuid not null,
  sequence   integer not null check (sequence > 0),
  status     text not null check (status in ('applied', 'duplicate', 'held', 'rejected', 'quarantined')),
  code       text check (code ~ '^[a-z][a-z0-9_]{0,79}$'),
  relayed_at timestamptz(3) not null
);
alter table hub_relays add primary key (tenant_id, record_id);
alter table hub_relays enable row level security;
alter table hub_relays force row level security;
create policy tenant_isolation on hub_relays
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on hub_relays to pos_app;

-- At a hub: how it stands with the cloud, also after a restart.
create table hub_states (
  tenant_id     uuid not null primary key,
  uplink        text not null check (uplink in ('up', 'down')),
  uplink_since  timestamptz(3) not null,
  -- Of each table that is copied: what its contents were told apart by.
  digests       jsonb not null,
  replica_at    timestamptz(3),
  relayed_at    timestamptz(3)
);
alter table hub_states enable row level security;
alter table hub_states force row level security;
create policy tenant_isolation on hub_states
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on hub_states to pos_app;
