-- How much waits of all tenants, for the operator: figures, never what is in it or whose it is.
create policy figures_count_waiting on offline_event_queue for select to pos_worker
  using (status in ('held', 'rejected', 'quarantined'));
create index sync_conflicts_open on sync_conflicts (tenant_id) where status <> 'resolved';
create policy figures_count_open on sync_conflicts for select to pos_worker
  using (status <> 'resolved');
grant select (status) on sync_conflicts to pos_worker;

-- What an entry said is kept as long as somebody may ask about it; that it came, and its place in the chain, for ever. Housekeeping
-- empties the body of what took effect, or never shall, and only of what is older than 30 days, whatever the settings say.
alter table offline_event_queue add column body_removed_at timestamptz(3);
alter table offline_event_queue add constraint offline_event_queue_body_removed
  check (body_removed_at is null or (body = '{}'::jsonb and status in ('applied', 'discarded')));
create index offline_event_queue_bodies on offline_event_queue (received_at)
  where status in ('applied', 'discarded') and body_removed_at is null;
create policy retention_finds_old on offline_event_queue for select to pos_worker
  using (status in ('applied', 'discarded') and received_at < now() - interval '30 days');
create policy retention_empties_old on offline_event_queue for update to pos_worker
  using (status in ('applied', 'discarded') and received_at < now() - interval '30 days')
  with check (body_removed_at is not null);
grant select (received_at, body_removed_at), update (body, body_removed_at) on offline_event_queue to pos_worker;
