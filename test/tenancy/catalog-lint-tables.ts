import { notOfExtension, OF_USERS, type CatalogRule } from './catalog-rule.js';

const TABLES = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OF_USERS} and ${notOfExtension('pg_class', 'c.oid')}`;
// The first column of a key, as a name; an expression has none.
const FIRST_OF_INDEX = `(select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0])`;
const INDEXES = `pg_index i join pg_class x on x.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace where ${OF_USERS} and ${notOfExtension('pg_class', 'c.oid')}
  and ${FIRST_OF_INDEX} is distinct from 'tenant_id'`;
const MIGRATOR = "the migrator's own list, which no service role may read";
const SHARDS = 'how far each sink has been served, over all tenants; nothing of any tenant is in it';
const WORKERS = 'which processes dispatch; nothing of any tenant is in it';
const OF_TENANT = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`;
const IS_TENANT_POLICY = `(p.polpermissive and p.polcmd = '*' and p.polroles <@ array[0::oid, to_regrole('pos_app')::oid]
  and pg_get_expr(p.polqual, p.polrelid) = $of$${OF_TENANT}$of$
  and pg_get_expr(p.polwithcheck, p.polrelid) = $of$${OF_TENANT}$of$)`;

/** Rules about tables, their keys, their row security, and what looks like a table. */
export const tableRules: readonly CatalogRule[] = [
  {
    name: 'table without "tenant_id uuid not null"',
    sql: `select c.relname as subject from ${TABLES} and not exists (select from pg_attribute a
            where a.attrelid = c.oid and a.attname = 'tenant_id' and a.atttypid = 'uuid'::regtype and a.attnotnull)`,
    allowed: { schema_migrations: MIGRATOR, outbox_shards: SHARDS, outbox_workers: WORKERS },
  },
  {
    name: 'table without a primary key',
    sql: `select c.relname as subject from ${TABLES} and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
  },
  {
    name: 'key that does not begin with tenant_id',
    sql: `select x.relname as subject from ${INDEXES} and (i.indisunique or i.indisexclusion)`,
    allowed: {
      schema_migrations_pkey: MIGRATOR,
      outbox_shards_pkey: SHARDS,
      outbox_workers_pkey: WORKERS,
      tenants_slug_key: 'the name in the path must lead to one tenant of the whole server',
    },
  },
  {
    name: 'index that does not begin with tenant_id',
    sql: `select x.relname as subject from ${INDEXES} and not (i.indisunique or i.indisexclusion)`,
    allowed: {
      events_by_position: 'the dispatcher reads the events of all tenants in one order',
      idempotency_keys_by_age: 'housekeeping removes the expired keys of all tenants',
      inbox_messages_by_age: 'housekeeping removes what is old of all tenants',
      inbox_subjects_by_age: 'housekeeping removes what is old of all tenants',
      inbox_dead_letters_by_age: 'housekeeping removes what is old of all tenants',
      webhook_deliveries_finished: 'housekeeping removes the old deliveries of all tenants',
      gift_cards_due: 'housekeeping finds the cards past their date of all tenants',
      staff_sessions_due: 'housekeeping finds the sessions past their time of all tenants',
      staff_sessions_ended: 'housekeeping removes what is old of all tenants',
      sign_in_counts_by_age: 'housekeeping removes what is old of all tenants',
      api_keys_ending: 'housekeeping finds the keys that end soon of all tenants',
      approvals_due: 'housekeeping finds the approvals past their time of all tenants',
      loyalty_intents_due: 'the sender finds what is due of all tenants',
      payment_charges_due: 'the collector finds what is due of all tenants',
      provider_refunds_due: 'the collector finds what is due of all tenants',
      payouts_due: 'the collector finds what is due of all tenants',
      simulator_transactions_telling: 'the simulator finds what it is to tell, of all tenants',
      settlement_batches_missing_due: 'the worker finds whose missing payments are due of all tenants',
      offline_event_queue_due: 'the watch finds the held entries of all tenants that are to be tried again',
      offline_event_queue_bodies: 'housekeeping empties what is old of all tenants',
      sync_devices_gaps: 'the watch finds the gaps of all tenants that nobody was told of',
      shifts_due: 'housekeeping finds the shifts that last too long of all tenants',
      notices_due: 'the sender finds what is due of all tenants',
      licence_watches_due: 'the worker finds the licences of all tenants whose turn it is',
      outlet_discoveries_due: 'the worker finds the questions without an answer of all tenants',
      notices_acknowledged: 'housekeeping removes what is old of all tenants',
      provider_notices_by_age: 'housekeeping removes what is old of all tenants',
      provider_requests_by_age: 'housekeeping removes what is old of all tenants',
      simulator_transactions_by_age: 'housekeeping removes what is old of all tenants',
      day_policies_due: 'the keeper of days finds the outlets to look at of all tenants',
    },
  },
  {
    name: 'foreign key that does not lead from tenant_id to tenant_id',
    sql: `select k.conname as subject from pg_constraint k join pg_namespace n on n.oid = k.connamespace
           where k.contype = 'f' and ${OF_USERS} and not exists (
             select from pg_attribute f join pg_attribute t on t.attrelid = k.confrelid and t.attnum = k.confkey[1]
              where f.attrelid = k.conrelid and f.attnum = k.conkey[1] and f.attname = 'tenant_id' and t.attname = 'tenant_id')`,
  },
  {
    name: 'row security not enabled',
    sql: `select c.relname as subject from ${TABLES} and not c.relrowsecurity`,
    allowed: { schema_migrations: MIGRATOR, outbox_shards: SHARDS, outbox_workers: WORKERS },
  },
  {
    name: 'row security not forced',
    sql: `select c.relname as subject from ${TABLES} and not c.relforcerowsecurity`,
    allowed: { schema_migrations: MIGRATOR, outbox_shards: SHARDS, outbox_workers: WORKERS },
  },
  {
    name: 'no policy with USING and WITH CHECK on the tenant',
    sql: `select c.relname as subject from ${TABLES} and not exists (select from pg_policy p where p.polrelid = c.oid and ${IS_TENANT_POLICY})`,
    allowed: { schema_migrations: MIGRATOR, outbox_shards: SHARDS, outbox_workers: WORKERS },
  },
  {
    name: 'policy off the list',
    sql: `select format('%s on %s for %s to %s using %s check %s', p.polname, c.relname, p.polcmd,
              (select string_agg(case r when 0 then 'public' when c.relowner then 'the owner' else r::regrole::text end, ', ')
                 from unnest(p.polroles) r),
              coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-')) as subject
            from pg_policy p join pg_class c on c.oid = p.polrelid where not ${IS_TENANT_POLICY}`,
    allowed: {
      [`tenant_lookup on tenants for r to the owner using (slug = NULLIF(current_setting('app.tenant_lookup'::text, true), ''::text)) check -`]:
        'lets tenant_by_slug() and tenant_at_door() see the one row they are asked for',
      [`tenant_lookup on licence_standings for r to the owner using (tenant_id = (NULLIF(current_setting('app.licence_lookup'::text, true), ''::text))::uuid) check -`]:
        'lets tenant_at_door() see what the licence of that one tenant says',
      'dispatcher_blocks on outbox_blocked for * to pos_worker using true check true':
        'the dispatcher serves all tenants',
      'dispatcher_buries on outbox_dead_letters for * to pos_worker using true check true':
        'the dispatcher serves all tenants',
      [`retention_removes_old on events for d to pos_worker using (occurred_at < (now() - '8 days'::interval)) check -`]:
        'events of all tenants grow old; younger ones stay out of reach',
      'relay_reads on events for r to pos_worker using true check -': 'the dispatcher serves all tenants',
      'relay_reads on tenants for r to pos_worker using true check -':
        'the dispatcher names tenants by their slug; column grants end there',
      [`housekeeping_sees_expired on idempotency_keys for r to pos_worker using (created_at < (now() - '7 days'::interval)) check -`]:
        'keys of all tenants expire; younger ones stay out of sight',
      [`housekeeping_removes_expired on idempotency_keys for d to pos_worker using (created_at < (now() - '7 days'::interval)) check -`]:
        'keys of all tenants expire; younger ones stay out of reach',
      [`housekeeping_sees_expired on provider_notices for r to pos_worker using (received_at < (now() - '90 days'::interval)) check -`]:
        'callbacks were dealt with long ago; younger ones stay out of sight',
      [`housekeeping_removes_expired on provider_notices for d to pos_worker using (received_at < (now() - '90 days'::interval)) check -`]:
        'callbacks were dealt with long ago; younger ones stay out of reach',
      [`housekeeping_sees_expired on provider_requests for r to pos_worker using (asked_at < (now() - '90 days'::interval)) check -`]:
        'requests were dealt with long ago; younger ones stay out of sight',
      [`housekeeping_removes_expired on provider_requests for d to pos_worker using (asked_at < (now() - '90 days'::interval)) check -`]:
        'requests were dealt with long ago; younger ones stay out of reach',
      [`housekeeping_sees_expired on simulator_transactions for r to pos_worker using (created_at < (now() - '30 days'::interval)) check -`]:
        'nobody asks the simulator so late; younger ones stay out of sight',
      [`housekeeping_removes_expired on simulator_transactions for d to pos_worker using (created_at < (now() - '30 days'::interval)) check -`]:
        'nobody asks the simulator so late; younger ones stay out of reach',
      [`housekeeping_sees_expired on notices for r to pos_worker using ((status = 'acknowledged'::text) AND (acknowledged_at < (now() - '400 days'::interval))) check -`]:
        'somebody has seen them long ago; younger and open ones stay out of sight',
      [`housekeeping_removes_expired on notices for d to pos_worker using ((status = 'acknowledged'::text) AND (acknowledged_at < (now() - '400 days'::interval))) check -`]:
        'somebody has seen them long ago; younger and open ones stay out of reach',
      [`housekeeping_sees_expired on inbox_messages for r to pos_worker using (received_at < (now() - '30 days'::interval)) check -`]:
        'events of siblings were dealt with long ago; younger ones stay out of sight',
      [`housekeeping_removes_expired on inbox_messages for d to pos_worker using (received_at < (now() - '30 days'::interval)) check -`]:
        'events of siblings were dealt with long ago; younger ones stay out of reach',
      [`housekeeping_sees_expired on inbox_subjects for r to pos_worker using (updated_at < (now() - '180 days'::interval)) check -`]:
        'subjects of siblings are heard of no more; younger ones stay out of sight',
      [`housekeeping_removes_expired on inbox_subjects for d to pos_worker using (updated_at < (now() - '180 days'::interval)) check -`]:
        'subjects of siblings are heard of no more; younger ones stay out of reach',
      [`housekeeping_sees_expired on inbox_dead_letters for r to pos_worker using (received_at < (now() - '90 days'::interval)) check -`]:
        'dead letters grow old; younger ones stay out of sight',
      [`housekeeping_removes_expired on inbox_dead_letters for d to pos_worker using (received_at < (now() - '90 days'::interval)) check -`]:
        'dead letters grow old; younger ones stay out of reach',
      'webhooks_read on webhook_endpoints for r to pos_worker using true check -': 'webhooks of all tenants are sent',
      'webhooks_keep on webhook_endpoints for w to pos_worker using true check true':
        'how an endpoint fares; column grants end there',
      'webhooks_read on webhook_deliveries for r to pos_worker using true check -': 'the queue of all tenants',
      [`webhooks_queue on webhook_deliveries for a to pos_worker using - check (status = 'pending'::text)`]:
        'the queue of all tenants',
      'webhooks_send on webhook_deliveries for w to pos_worker using true check true': 'the queue of all tenants',
      [`webhooks_remove on webhook_deliveries for d to pos_worker using ((finished_at < (now() - '30 days'::interval)) AND ((status <> 'parked'::text) OR (finished_at < (now() - '90 days'::interval)))) check -`]:
        'deliveries of all tenants grow old; younger ones stay out of reach',
      'webhooks_log on webhook_attempts for a to pos_worker using - check true': 'each try is written down',
      'watcher_finds_due on licence_watches for r to pos_worker using true check -':
        'the licences of all businesses are looked after; it sees nothing but when',
      [`pricebooks_due on pricebook_versions for r to pos_worker using ((state = 'released'::text) AND (announced_at IS NULL)) check -`]:
        'versions of all tenants come into force; those that were told of stay out of sight',
      'sync_finds_due on catalog_sync_states for r to pos_worker using true check -':
        'catalogues of all tenants are fetched; column grants end at when',
      [`expiry_finds_due on gift_cards for r to pos_worker using ((status = 'active'::text) AND (expires_at <= now())) check -`]:
        'cards of all tenants run out; others stay out of sight',
      [`expiry_finds_due on staff_sessions for r to pos_worker using ((ended_at IS NULL) AND (expires_at <= now())) check -`]:
        'sessions of all tenants pass their time; others stay out of sight',
      [`housekeeping_sees_ended on staff_sessions for r to pos_worker using (ended_at < (now() - '400 days'::interval)) check -`]:
        'ended sessions of all tenants grow old; younger ones stay out of sight',
      [`housekeeping_removes_ended on staff_sessions for d to pos_worker using (ended_at < (now() - '400 days'::interval)) check -`]:
        'ended sessions of all tenants grow old; younger ones stay out of reach',
      [`housekeeping_sees_old on sign_in_counts for r to pos_worker using (tried_at < (now() - '8 days'::interval)) check -`]:
        'counts of wrong tries of all tenants grow old; younger ones stay out of sight',
      [`housekeeping_removes_old on sign_in_counts for d to pos_worker using (tried_at < (now() - '8 days'::interval)) check -`]:
        'counts of wrong tries of all tenants grow old; younger ones stay out of reach',
      'reminder_finds_ending on api_keys for r to pos_worker using ((revoked_at IS NULL) AND (expires_at IS NOT NULL)) check -':
        'keys of all tenants end; those without an end stay out of sight, and column grants end at when',
      [`expiry_finds_due on approvals for r to pos_worker using ((status = ANY (ARRAY['asked'::text, 'granted'::text])) AND (expires_at <= now())) check -`]:
        'approvals of all tenants pass their time; others stay out of sight',
      [`watch_finds_held on offline_event_queue for r to pos_worker using ((status = 'held'::text) AND (next_try_at IS NOT NULL)) check -`]:
        'entries of all tenants are tried again; those that do not wait stay out of sight',
      "figures_count_open on sync_conflicts for r to pos_worker using (status <> 'resolved'::text) check -":
        'open conflicts of all tenants are counted; those that are decided stay out of sight',
      [`figures_count_waiting on offline_event_queue for r to pos_worker using (status = ANY (ARRAY['held'::text, 'rejected'::text, 'quarantined'::text])) check -`]:
        'entries of all tenants that wait are counted; the others stay out of sight',
      [`retention_finds_old on offline_event_queue for r to pos_worker using ((status = ANY (ARRAY['applied'::text, 'discarded'::text])) AND (received_at < (now() - '30 days'::interval))) check -`]:
        'entries of all tenants grow old; younger ones stay out of sight',
      [`retention_empties_old on offline_event_queue for w to pos_worker using ((status = ANY (ARRAY['applied'::text, 'discarded'::text])) AND (received_at < (now() - '30 days'::interval))) check (body_removed_at IS NOT NULL)`]:
        'and are emptied; younger ones stay out of reach',
      'watch_finds_gaps on sync_devices for r to pos_worker using ((gap_since IS NOT NULL) AND (gap_told_at IS NULL)) check -':
        'gaps of all tenants are told of; devices of which nothing is missing stay out of sight',
      [`reminder_finds_due on shifts for r to pos_worker using ((status <> 'ended'::text) AND (overdue_told_at IS NULL) AND (overdue_at <= now())) check -`]:
        'shifts of all tenants last too long; others stay out of sight',
      [`closer_finds_due on day_policies for r to pos_worker using ((closure <> 'off'::text) AND (next_look_at <= now())) check -`]:
        'days of all tenants are looked after; outlets whose time has not come stay out of sight',
      [`sender_finds_due on loyalty_intents for r to pos_worker using (status = ANY (ARRAY['pending'::text, 'held'::text, 'reversing'::text])) check -`]:
        'movements of all tenants are sent; those that are settled stay out of sight',
      [`sender_takes on loyalty_intents for w to pos_worker using (status = ANY (ARRAY['pending'::text, 'held'::text, 'reversing'::text])) check (status = ANY (ARRAY['pending'::text, 'held'::text, 'reversing'::text]))`]:
        'a sender takes one in hand; column grants end there',
      'collector_finds_due on payment_charges for r to pos_worker using (settled_at IS NULL) check -':
        'money of all tenants is under way; what is settled stays out of sight',
      'collector_takes on payment_charges for w to pos_worker using (settled_at IS NULL) check (settled_at IS NULL)':
        'a collector takes one in hand; column grants end there',
      'collector_finds_due on provider_refunds for r to pos_worker using (settled_at IS NULL) check -':
        'money of all tenants is under way; what is settled stays out of sight',
      'collector_takes on provider_refunds for w to pos_worker using (settled_at IS NULL) check (settled_at IS NULL)':
        'a collector takes one in hand; column grants end there',
      'collector_finds_due on payouts for r to pos_worker using (settled_at IS NULL) check -':
        'money of all tenants is under way; what is settled stays out of sight',
      'collector_takes on payouts for w to pos_worker using (settled_at IS NULL) check (settled_at IS NULL)':
        'a collector takes one in hand; column grants end there',
      [`housekeeping_sees_expired on login_tokens for r to pos_worker using (expires_at < (now() - '7 days'::interval)) check -`]:
        'links that ran out lead nowhere; younger ones stay out of sight',
      [`housekeeping_removes_expired on login_tokens for d to pos_worker using (expires_at < (now() - '7 days'::interval)) check -`]:
        'links that ran out lead nowhere; younger ones stay out of reach',
      [`housekeeping_sees_expired on login_guesses for r to pos_worker using (last_try_at < (now() - '2 days'::interval)) check -`]:
        'nobody is locked so late; younger counts stay out of sight',
      [`housekeeping_removes_expired on login_guesses for d to pos_worker using (last_try_at < (now() - '2 days'::interval)) check -`]:
        'nobody is locked so late; younger counts stay out of reach',
      'rewrap_finds on logins for r to pos_worker using (totp_secret IS NOT NULL) check -':
        'secrets of all tenants are wrapped anew after a change of the key; column grants end there',
      'rewrap_replaces on logins for w to pos_worker using (totp_secret IS NOT NULL) check (totp_secret IS NOT NULL)':
        'secrets of all tenants are wrapped anew after a change of the key; column grants end there',
      'teller_finds_due on simulator_transactions for r to pos_worker using (tells_at IS NOT NULL) check -':
        'the simulator tells of all tenants; column grants end at when',
      'watch_finds_silent on device_states for r to pos_worker using ((offline_told_at IS NULL) AND (offline_due_at IS NOT NULL)) check -':
        'devices of all tenants fall silent; column grants end at when',
      'rewrap_finds on payment_connection_secrets for r to pos_worker using true check -':
        'secrets of all tenants are wrapped anew after a change of the key; sealed they say nothing',
      'rewrap_replaces on payment_connection_secrets for w to pos_worker using true check true':
        'secrets of all tenants are wrapped anew; column grants end there',
      'reconciler_finds_due on settlement_batches for r to pos_worker using (missing_due_at IS NOT NULL) check -':
        'settlements of all tenants whose missing payments are still to be looked for; column grants end there',
      [`sender_finds_due on notices for r to pos_worker using (send_status = 'pending'::text) check -`]:
        'notices of all tenants are sent; the others stay out of sight',
      [`sender_takes on notices for w to pos_worker using (send_status = 'pending'::text) check (send_status = 'pending'::text)`]:
        'a sender takes one in hand; column grants end there',
      'discovery_finds_due on outlet_discoveries for r to pos_worker using (outcome IS NULL) check -':
        'questions of all tenants to the registry that have no answer; those that have stay out of sight',
      'discovery_takes on outlet_discoveries for w to pos_worker using (outcome IS NULL) check (outcome IS NULL)':
        'the worker takes one in hand; column grants end there',
    },
  },
  {
    name: 'view without security_invoker',
    sql: `select c.relname as subject from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind = 'v' and ${OF_USERS} and ${notOfExtension('pg_class', 'c.oid')}
             and not exists (select from unnest(c.reloptions) o where o in ('security_invoker=true', 'security_invoker=on'))`,
  },
  {
    name: 'kind of table that row security does not cover',
    sql: `select c.relname as subject from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind in ('m', 'f') and ${OF_USERS} and ${notOfExtension('pg_class', 'c.oid')}`,
  },
  {
    name: 'rewrite rule, which runs with the rights of the table owner',
    sql: `select r.rulename as subject from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
           where r.rulename <> '_RETURN' and ${OF_USERS}`,
  },
];
