-- Who did what, to what, why, by whose leave, and what it was before: entries of a chain, one chain a tenant. Rows are added and never
-- changed; the service's role can do neither more nor less (docs/decisions/0013).
create table audit_entries (
  tenant_id     uuid not null,
  -- From 1, without gaps.
  number        bigint not null check (number > 0),
  -- The event that it was made from, once.
  event_id      uuid not null,
  at            timestamptz not null,
  recorded_at   timestamptz not null,
  actor         text not null,
  outlet_id     uuid,
  device_id     text,
  -- The event's type.
  action        text not null,
  -- The event's aggregate and its id: `orders/0197…`.
  target        text not null,
  outcome       text not null check (outcome in ('allowed', 'refused')),
  reason        text,
  approved_by   text,
  before        jsonb,
  after         jsonb,
  request_id    text not null,
  -- All of the above but the number, as canonical JSON: what is hashed, to the byte.
  payload       text not null,
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  -- sha256 of previous_hash and payload, in UTF-8.
  hash          text not null check (hash ~ '^[0-9a-f]{64}$')
);
create index audit_entries_by_actor on audit_entries (tenant_id, actor, number);
create index audit_entries_by_target on audit_entries (tenant_id, target, number);
create index audit_entries_by_action on audit_entries (tenant_id, action, number);
alter table audit_entries add constraint audit_entries_event_key unique (tenant_id, event_id);
alter table audit_entries add primary key (tenant_id, number);
alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy tenant_isolation on audit_entries
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on audit_entries to pos_app;

-- The last entry of each chain: locked while one is appended.
create table audit_heads (
  tenant_id uuid not null,
  number    bigint not null check (number >= 0),
  hash      text not null check (hash ~ '^[0-9a-f]{64}$')
);
alter table audit_heads add primary key (tenant_id);
alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy tenant_isolation on audit_heads
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update (number, hash) on audit_heads to pos_app;

-- Appends an entry, unless its event has one. The columns are read from the text that is hashed: they cannot say something else.
-- Whoever appends waits for the head here, then sees what was committed meanwhile: each statement of the function looks afresh.
create function append_audit_entry(tenant uuid, entry text) returns bigint
language plpgsql volatile as $$
declare
  said jsonb := entry::jsonb;
  head audit_heads%rowtype;
  next_hash text;
begin
  select * into head from audit_heads h where h.tenant_id = tenant for update;
  if not found then
    insert into audit_heads (tenant_id, number, hash) values (tenant, 0, repeat('0', 64)) on conflict do nothing;
    select * into head from audit_heads h where h.tenant_id = tenant for update;
  end if;
  if exists (select 1 from audit_entries e where e.tenant_id = tenant and e.event_id = (said ->> 'eventId')::uuid) then
    return null;
  end if;
  next_hash := encode(sha256(convert_to(head.hash || entry, 'UTF8')), 'hex');
  insert into audit_entries (tenant_id, number, event_id, at, recorded_at, actor, outlet_id, device_id, action, target, outcome, reason,
      approved_by, before, after, request_id, payload, previous_hash, hash)
    values (tenant, head.number + 1, (said ->> 'eventId')::uuid, (said ->> 'at')::timestamptz, (said ->> 'recordedAt')::timestamptz,
      said ->> 'actor', (said ->> 'outletId')::uuid, said ->> 'deviceId', said ->> 'action', said ->> 'target', said ->> 'outcome',
      said ->> 'reason', said ->> 'approvedBy', nullif(said -> 'before', 'null'), nullif(said -> 'after', 'null'), said ->> 'requestId',
      entry, head.hash, next_hash);
  update audit_heads h set number = head.number + 1, hash = next_hash where h.tenant_id = tenant;
  return head.number + 1;
end $$;
revoke all on function append_audit_entry(uuid, text) from public;
grant execute on function append_audit_entry(uuid, text) to pos_app;
