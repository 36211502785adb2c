-- Pricebooks, promotions and modifiers change on their own: caches of prices have a revision of their own, so that a change of
-- a promotion does not throw the cached catalogue away. Lock time: one small table, and a function that is replaced.
alter table master_data_revisions add column pricing bigint not null default 1;

drop function begin_request(uuid, text);
create function begin_request(p_tenant uuid, p_key text)
  returns table (
    fingerprint text, status smallint, headers text, body text,
    catalog_revision bigint, outlets_revision bigint, pricing_revision bigint
  )
  language plpgsql volatile
  as $$
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  return query
    select k.fingerprint, k.status, k.headers::text, k.body, r.catalog, r.outlets, r.pricing
      from master_data_revisions r
      left join idempotency_keys k on k.tenant_id = r.tenant_id and k.key = p_key
     where r.tenant_id = p_tenant;
end $$;
revoke all on function begin_request(uuid, text) from public;
grant execute on function begin_request(uuid, text) to pos_app;
