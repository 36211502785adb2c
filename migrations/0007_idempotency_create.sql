-- The answer that a repeated request gets again, written in the transaction of the effect (GUARANTEES G1).
create table idempotency_keys (
  tenant_id   uuid not null,
  key         text not null check (length(key) between 1 and 255),
  fingerprint text not null,
  status      smallint not null,
  headers     json not null,
  body        text not null,
  created_at  timestamptz not null default now(),
  primary key (tenant_id, key)
);
create index idempotency_keys_by_age on idempotency_keys using brin (created_at);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy tenant_isolation on idempotency_keys
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on idempotency_keys to pos_app;

-- Keys live for at least seven days; housekeeping can remove none that is younger.
create policy housekeeping_sees_expired on idempotency_keys for select to pos_worker using (created_at < now() - interval '7 days');
create policy housekeeping_removes_expired on idempotency_keys for delete to pos_worker using (created_at < now() - interval '7 days');
grant select (tenant_id, key, created_at), delete on idempotency_keys to pos_worker;

-- How every transaction of the service begins: it sets the tenant for this transaction only, then tells what must be known
-- before any work: whether the key has an answer already, and which revision of master data is current.
create function begin_request(p_tenant uuid, p_key text)
  returns table (fingerprint text, status smallint, headers text, body text, catalog_revision bigint, outlets_revision bigint)
  language plpgsql volatile
  as $$
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  return query
    select k.fingerprint, k.status, k.headers::text, k.body, r.catalog, r.outlets
      from master_data_revisions r
      left join idempotency_keys k on k.tenant_id = r.tenant_id and k.key = p_key
     where r.tenant_id = p_tenant;
end $$;
revoke all on function begin_request(uuid, text) from public;
grant execute on function begin_request(uuid, text) to pos_app;
