-- What is kept no longer than it is of use, and the ledger line of a payout that its provider did not make.

-- Callbacks and requests of companies of mobile money: 90 days. The worker sees of charges and refunds only those that are not settled
-- yet: what belongs to one of them stays however old it is.
create index provider_notices_by_age on provider_notices using brin (received_at);
create policy housekeeping_sees_expired on provider_notices for select to pos_worker using (received_at < now() - interval '90 days');
create policy housekeeping_removes_expired on provider_notices for delete to pos_worker using (received_at < now() - interval '90 days');
grant select (tenant_id, provider, digest, request_key, received_at), delete on provider_notices to pos_worker;
create index provider_requests_by_age on provider_requests using brin (asked_at);
create policy housekeeping_sees_expired on provider_requests for select to pos_worker using (asked_at < now() - interval '90 days');
create policy housekeeping_removes_expired on provider_requests for delete to pos_worker using (asked_at < now() - interval '90 days');
grant select (tenant_id, key, asked_at), delete on provider_requests to pos_worker;

-- Notices that somebody has seen: 400 days, so that a year can be compared with the one before.
create index notices_acknowledged on notices (acknowledged_at) where status = 'acknowledged';
create policy housekeeping_sees_expired on notices for select to pos_worker
  using (status = 'acknowledged' and acknowledged_at < now() - interval '400 days');
create policy housekeeping_removes_expired on notices for delete to pos_worker
  using (status = 'acknowledged' and acknowledged_at < now() - interval '400 days');
grant select (status, acknowledged_at), delete on notices to pos_worker;

-- The simulator's ledger: 30 days.
create index simulator_transactions_by_age on simulator_transactions using brin (created_at);
create policy housekeeping_sees_expired on simulator_transactions for select to pos_worker
  using (created_at < now() - interval '30 days');
create policy housekeeping_removes_expired on simulator_transactions for delete to pos_worker
  using (created_at < now() - interval '30 days');
grant select (created_at), delete on simulator_transactions to pos_worker;

alter table tip_entries drop constraint tip_entries_kind_check;
alter table tip_entries add constraint tip_entries_kind_check check (kind in
  ('earned', 'pool_in', 'pool_out', 'paid_cash', 'paid_payout', 'payout_returned', 'adjusted', 'reversed'));
alter table tip_entries add constraint tip_entries_returned_check
  check (kind <> 'payout_returned' or (amount > 0 and payout is not null));
