-- Resuming a stream reads one tenant's events from a position on. The index by position alone would make it pass over the
-- events of all other tenants.
create index events_by_tenant_position on events (tenant_id, position);
