import { notOfExtension, OF_USERS, type CatalogRule } from './catalog-rule.js';

const ROLES = `('pos_app', 'pos_worker')`;
const DEFINERS = `pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prosecdef and ${OF_USERS} and ${notOfExtension('pg_proc', 'p.oid')}`;
// Everything granted on tables, columns and sequences to anybody but the owner, in words.
const GRANTS = `(
  select a.grantee, a.privilege_type, a.is_grantable, c.relkind, c.oid as relation,
         format('%s on %s', lower(a.privilege_type), c.relname) as words
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
   where a.grantee <> c.relowner and ${OF_USERS} and ${notOfExtension('pg_class', 'c.oid')}
  union all
  select a.grantee, a.privilege_type, a.is_grantable, c.relkind, c.oid,
         format('%s (%s) on %s', lower(a.privilege_type), t.attname, c.relname)
    from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(t.attacl) a
   where a.grantee <> c.relowner and ${OF_USERS} and ${notOfExtension('pg_class', 'c.oid')}) g`;
const ROLE_NAME = (oid: string): string => `case ${oid} when 0 then 'public' else pg_get_userbyid(${oid}) end`;

const functionRules: readonly CatalogRule[] = [
  {
    name: 'definer function off the list',
    sql: `select p.oid::regprocedure::text as subject from ${DEFINERS}`,
    allowed: {
      'tenant_by_slug(text)': 'asks whose a name is before a tenant is known; answers for an exact slug only',
    },
  },
  {
    name: 'definer function whose search_path is not pinned to end in pg_temp',
    sql: `select p.oid::regprocedure::text as subject from ${DEFINERS}
            and not exists (select from unnest(p.proconfig) s where s ~ '^search_path=.*pg_temp"?$')`,
  },
  {
    name: 'definer function that PUBLIC may execute',
    sql: `select p.oid::regprocedure::text as subject from ${DEFINERS}
            and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`,
  },
  {
    name: 'pos_worker may execute what is not listed',
    sql: `select p.oid::regprocedure::text as subject from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where has_function_privilege(to_regrole('pos_worker'), p.oid, 'execute') and ${OF_USERS} and ${notOfExtension('pg_proc', 'p.oid')}`,
    allowed: {},
  },
];

const privilegeRules: readonly CatalogRule[] = [
  {
    name: 'pos_app may do more than read and write rows',
    sql: `select words as subject from ${GRANTS} where grantee = to_regrole('pos_app')
            and (is_grantable or relkind not in ('r', 'p', 'v', 'S') or relkind <> 'S' and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))`,
  },
  {
    name: 'pos_app may use a table without a tenant',
    sql: `select words as subject from ${GRANTS} where grantee = to_regrole('pos_app') and relkind in ('r', 'p')
            and not exists (select from pg_attribute a where a.attrelid = relation and a.attname = 'tenant_id')`,
  },
  {
    name: 'sequence off the list, for sequences are shared by all tenants',
    sql: `select pg_get_userbyid(grantee) || ': ' || words as subject from ${GRANTS} where relkind = 'S'`,
    allowed: {
      'pos_app: usage on events_position': 'the one order of all events; a position tells nothing but its rank',
      'pos_worker: select on events_position': 'the dispatcher compares what it has read with what has been drawn',
    },
  },
  {
    name: 'pos_worker may do what is not listed',
    sql: `select words as subject from ${GRANTS} where grantee = to_regrole('pos_worker') and relkind <> 'S'`,
    allowed: {
      'select on events': 'the dispatcher reads what is to be published',
      'select (tenant_id) on tenants': 'and names its tenant',
      'select (slug) on tenants': 'and names its tenant',
      'delete on events': 'retention removes old ones; the policy holds back the young',
      'select on outbox_shards': 'the dispatcher remembers how far it has come',
      'insert on outbox_shards': 'the dispatcher remembers how far it has come',
      'update on outbox_shards': 'the dispatcher remembers how far it has come',
      'delete on outbox_shards': 'the dispatcher remembers how far it has come',
      'select on outbox_workers': 'dispatchers know of each other',
      'insert on outbox_workers': 'dispatchers know of each other',
      'update on outbox_workers': 'dispatchers know of each other',
      'delete on outbox_workers': 'dispatchers know of each other',
      'select on outbox_blocked': 'the dispatcher remembers what waits',
      'insert on outbox_blocked': 'the dispatcher remembers what waits',
      'update on outbox_blocked': 'the dispatcher remembers what waits',
      'delete on outbox_blocked': 'the dispatcher remembers what waits',
      'select on outbox_dead_letters': 'the dispatcher keeps what it gave up',
      'insert on outbox_dead_letters': 'the dispatcher keeps what it gave up',
      'update on outbox_dead_letters': 'the dispatcher keeps what it gave up',
      'delete on outbox_dead_letters': 'the dispatcher keeps what it gave up',
      'select (tenant_id) on idempotency_keys': 'housekeeping finds expired keys, never their answers',
      'select (key) on idempotency_keys': 'housekeeping finds expired keys, never their answers',
      'select (created_at) on idempotency_keys': 'housekeeping finds expired keys, never their answers',
      'delete on idempotency_keys': 'housekeeping removes expired keys',
      'select (tenant_id) on inbox_messages': 'housekeeping finds what is old, never what it says',
      'select (source) on inbox_messages': 'housekeeping finds what is old, never what it says',
      'select (event_id) on inbox_messages': 'housekeeping finds what is old, never what it says',
      'select (received_at) on inbox_messages': 'housekeeping finds what is old, never what it says',
      'delete on inbox_messages': 'housekeeping removes what is old; the policy holds back the young',
      'select (tenant_id) on inbox_subjects': 'housekeeping finds what is old, never what it says',
      'select (source) on inbox_subjects': 'housekeeping finds what is old, never what it says',
      'select (subject) on inbox_subjects': 'housekeeping finds what is old, never what it says',
      'select (updated_at) on inbox_subjects': 'housekeeping finds what is old, never what it says',
      'delete on inbox_subjects': 'housekeeping removes what is old; the policy holds back the young',
      'select (tenant_id) on inbox_dead_letters': 'housekeeping finds what is old, never what it says',
      'select (id) on inbox_dead_letters': 'housekeeping finds what is old, never what it says',
      'select (received_at) on inbox_dead_letters': 'housekeeping finds what is old, never what it says',
      'delete on inbox_dead_letters': 'housekeeping removes what is old; the policy holds back the young',
      'select (tenant_id) on provider_notices': 'housekeeping finds what is old, never what it says',
      'select (provider) on provider_notices': 'housekeeping finds what is old, never what it says',
      'select (digest) on provider_notices': 'housekeeping finds what is old, never what it says',
      'select (request_key) on provider_notices': 'housekeeping finds what is old, never what it says',
      'select (received_at) on provider_notices': 'housekeeping finds what is old, never what it says',
      'delete on provider_notices': 'housekeeping removes what is old; the policy holds back the young',
      'select (tenant_id) on provider_requests': 'housekeeping finds what is old, never what it says',
      'select (key) on provider_requests': 'housekeeping finds what is old, never what it says',
      'select (asked_at) on provider_requests': 'housekeeping finds what is old, never what it says',
      'delete on provider_requests': 'housekeeping removes what is old; the policy holds back the young',
      'select (status) on notices': 'housekeeping finds what is old, never what it says',
      'select (acknowledged_at) on notices': 'housekeeping finds what is old, never what it says',
      'delete on notices': 'housekeeping removes what is old; the policy holds back the young and the open',
      'select (created_at) on simulator_transactions': 'housekeeping finds what is old',
      'delete on simulator_transactions': 'housekeeping removes what is old; the policy holds back the young',
      'select on webhook_endpoints': 'the webhook worker knows where to send, and signs',
      'update (failing_since) on webhook_endpoints': 'and remembers how an endpoint fares',
      'update (last_success_at) on webhook_endpoints': 'and remembers how an endpoint fares',
      'update (secret) on webhook_endpoints': 'and wraps it anew when the key is rotated',
      'update (previous_secret) on webhook_endpoints': 'and wraps it anew when the key is rotated',
      'select on webhook_deliveries': 'it queues, takes, and removes what is old',
      'insert on webhook_deliveries': 'it queues, takes, and removes what is old',
      'delete on webhook_deliveries': 'it queues, takes, and removes what is old',
      'update (payload) on webhook_deliveries': 'and writes down what came of it',
      'update (status) on webhook_deliveries': 'and writes down what came of it',
      'update (tries) on webhook_deliveries': 'and writes down what came of it',
      'update (due_at) on webhook_deliveries': 'and writes down what came of it',
      'update (claimed_until) on webhook_deliveries': 'and writes down what came of it',
      'update (claim) on webhook_deliveries': 'and writes down what came of it',
      'update (last_status) on webhook_deliveries': 'and writes down what came of it',
      'update (last_error) on webhook_deliveries': 'and writes down what came of it',
      'update (finished_at) on webhook_deliveries': 'and writes down what came of it',
      'insert on webhook_attempts': 'each try is written down',
      'select (tenant_id) on pricebook_versions': 'housekeeping finds what came into force, never what it says',
      'select (pricebook_id) on pricebook_versions': 'housekeeping finds what came into force, never what it says',
      'select (number) on pricebook_versions': 'housekeeping finds what came into force, never what it says',
      'select (state) on pricebook_versions': 'housekeeping finds what came into force, never what it says',
      'select (effective_at) on pricebook_versions': 'housekeeping finds what came into force, never what it says',
      'select (announced_at) on pricebook_versions': 'housekeeping finds what came into force, never what it says',
      'select (tenant_id) on catalog_sync_states': 'the worker finds whose catalogue is due, never what is in it',
      'select (last_success_at) on catalog_sync_states': 'the worker finds whose catalogue is due, never what is in it',
      'select (requested_at) on catalog_sync_states': 'the worker finds whose catalogue is due, never what is in it',
      'select (due_at) on catalog_sync_states': 'the worker finds whose catalogue is due, never what is in it',
      'select (claimed_until) on catalog_sync_states': 'the worker finds whose catalogue is due, never what is in it',
      'select (tenant_id) on approvals': 'housekeeping finds approvals past their time, never what they are about',
      'select (id) on approvals': 'housekeeping finds approvals past their time, never what they are about',
      'select (status) on approvals': 'housekeeping finds approvals past their time, never what they are about',
      'select (expires_at) on approvals': 'housekeeping finds approvals past their time, never what they are about',
      'select (tenant_id) on gift_cards': 'housekeeping finds cards past their date, never what is on them',
      'select (id) on gift_cards': 'housekeeping finds cards past their date, never what is on them',
      'select (status) on gift_cards': 'housekeeping finds cards past their date, never what is on them',
      'select (expires_at) on gift_cards': 'housekeeping finds cards past their date, never what is on them',
      'select (tenant_id) on shifts': 'housekeeping finds shifts that last too long, never whose they are',
      'select (id) on shifts': 'housekeeping finds shifts that last too long, never whose they are',
      'select (status) on shifts': 'housekeeping finds shifts that last too long, never whose they are',
      'select (overdue_at) on shifts': 'housekeeping finds shifts that last too long, never whose they are',
      'select (overdue_told_at) on shifts': 'housekeeping finds shifts that last too long, never whose they are',
      'select (tenant_id) on loyalty_intents': 'the sender finds what is due and keeps the order of each customer',
      'select (id) on loyalty_intents': 'the sender finds what is due and keeps the order of each customer',
      'select (customer_id) on loyalty_intents': 'the sender finds what is due and keeps the order of each customer',
      'select (status) on loyalty_intents': 'the sender finds what is due and keeps the order of each customer',
      'select (next_try_at) on loyalty_intents': 'the sender finds what is due and keeps the order of each customer',
      'select (created_at) on loyalty_intents': 'the sender finds what is due and keeps the order of each customer',
      'update (next_try_at) on loyalty_intents': 'the sender takes one in hand for a while',
      'select (tenant_id) on payment_charges': 'the collector finds what is due, never how much or whose',
      'select (payment_id) on payment_charges': 'the collector finds what is due, never how much or whose',
      'select (status) on payment_charges': 'the collector finds what is due, never how much or whose',
      'select (next_try_at) on payment_charges': 'the collector finds what is due, never how much or whose',
      'select (settled_at) on payment_charges': 'the collector finds what is due, never how much or whose',
      'select (created_at) on payment_charges': 'the collector finds what is due, never how much or whose',
      'update (next_try_at) on payment_charges': 'the collector takes one in hand for a while',
      'select (tenant_id) on provider_refunds': 'the collector finds what is due, never how much or whose',
      'select (id) on provider_refunds': 'the collector finds what is due, never how much or whose',
      'select (status) on provider_refunds': 'the collector finds what is due, never how much or whose',
      'select (next_try_at) on provider_refunds': 'the collector finds what is due, never how much or whose',
      'select (settled_at) on provider_refunds': 'the collector finds what is due, never how much or whose',
      'select (created_at) on provider_refunds': 'the collector finds what is due, never how much or whose',
      'update (next_try_at) on provider_refunds': 'the collector takes one in hand for a while',
      'select (tenant_id) on payouts': 'the collector finds what is due, never how much or whose',
      'select (id) on payouts': 'the collector finds what is due, never how much or whose',
      'select (status) on payouts': 'the collector finds what is due, never how much or whose',
      'select (next_try_at) on payouts': 'the collector finds what is due, never how much or whose',
      'select (settled_at) on payouts': 'the collector finds what is due, never how much or whose',
      'select (created_at) on payouts': 'the collector finds what is due, never how much or whose',
      'update (next_try_at) on payouts': 'the collector takes one in hand for a while',
      'select (tenant_id) on simulator_transactions': 'the simulator finds what it is still to tell',
      'select (key) on simulator_transactions': 'the simulator finds what it is still to tell',
      'select (tells_at) on simulator_transactions': 'the simulator finds what it is still to tell',
      'select (tenant_id) on payment_connection_secrets': 'secrets are wrapped anew after a change of the key',
      'select (connection_id) on payment_connection_secrets': 'secrets are wrapped anew after a change of the key',
      'select (field) on payment_connection_secrets': 'secrets are wrapped anew after a change of the key',
      'select (sealed) on payment_connection_secrets': 'secrets are wrapped anew after a change of the key',
      'select (number) on payment_connection_secrets': 'secrets are wrapped anew after a change of the key',
      'update (sealed) on payment_connection_secrets': 'secrets are wrapped anew after a change of the key',
      'select (tenant_id) on settlement_batches':
        'the worker finds whose missing payments are due, never what is settled',
      'select (id) on settlement_batches': 'the worker finds whose missing payments are due, never what is settled',
      'select (missing_due_at) on settlement_batches':
        'the worker finds whose missing payments are due, never what is settled',
      'select (tenant_id) on day_policies':
        'the keeper of days finds the outlets to look at, never what their days came to',
      'select (outlet_id) on day_policies':
        'the keeper of days finds the outlets to look at, never what their days came to',
      'select (closure) on day_policies':
        'the keeper of days finds the outlets to look at, never what their days came to',
      'select (next_look_at) on day_policies':
        'the keeper of days finds the outlets to look at, never what their days came to',
      'select (tenant_id) on notices': 'the sender finds what is due, never what it says',
      'select (id) on notices': 'the sender finds what is due, never what it says',
      'select (send_status) on notices': 'the sender finds what is due, never what it says',
      'select (next_try_at) on notices': 'the sender finds what is due, never what it says',
      'select (raised_at) on notices': 'the sender finds what is due, never what it says',
      'update (next_try_at) on notices': 'the sender takes one in hand for a while',
    },
  },
  {
    name: 'grant to a role that is none of ours',
    sql: `select ${ROLE_NAME('grantee')} || ': ' || words as subject from ${GRANTS}
           where grantee not in (to_regrole('pos_app'), to_regrole('pos_worker'))`,
  },
  {
    name: 'schema that others than its owner may create in',
    sql: `select n.nspname || ': ' || ${ROLE_NAME('a.grantee')} as subject
            from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
           where a.privilege_type = 'CREATE' and a.grantee <> n.nspowner and ${OF_USERS}`,
  },
  {
    name: 'schema off the list',
    sql: `select n.nspname as subject from pg_namespace n where ${OF_USERS} and n.nspname <> 'public'`,
  },
  {
    name: 'database that others than its owner may create schemas in',
    sql: `select ${ROLE_NAME('a.grantee')} as subject from pg_database b, aclexplode(coalesce(b.datacl, acldefault('d', b.datdba))) a
           where b.datname = current_database() and a.privilege_type = 'CREATE' and a.grantee <> b.datdba`,
  },
  {
    name: 'default privilege, which hands out rights that no migration shows',
    sql: `select format('%s: %s', d.defaclobjtype, ${ROLE_NAME('a.grantee')}) as subject from pg_default_acl d, aclexplode(d.defaclacl) a
           where a.grantee <> d.defaclrole`,
  },
];

const roleRules: readonly CatalogRule[] = [
  {
    name: 'service role with powers over the server',
    sql: `select format('%s: %s', r.rolname, power) as subject from pg_roles r, unnest(array[
             case when r.rolsuper then 'superuser' end, case when r.rolbypassrls then 'bypassrls' end,
             case when r.rolcreaterole then 'createrole' end, case when r.rolcreatedb then 'createdb' end,
             case when r.rolreplication then 'replication' end]) power
           where r.rolname in ${ROLES} and power is not null`,
  },
  {
    name: 'service role missing',
    sql: `select wanted as subject from unnest(array['pos_app', 'pos_worker']) wanted where to_regrole(wanted) is null`,
  },
  {
    name: 'service role that is a member of another',
    sql: `select format('%s: %s', m.member::regrole, m.roleid::regrole) as subject from pg_auth_members m
           where pg_get_userbyid(m.member) in ${ROLES}`,
  },
  {
    name: 'service role that owns something',
    sql: `select format('%s: %s', s.refobjid::regrole, pg_describe_object(s.classid, s.objid, s.objsubid)) as subject from pg_shdepend s
           where s.deptype = 'o' and s.refclassid = 'pg_authid'::regclass and pg_get_userbyid(s.refobjid) in ${ROLES}
             and s.dbid in (0, (select oid from pg_database where datname = current_database()))`,
  },
  {
    name: 'stored setting that could give a session a tenant or take row security away',
    sql: `select setting as subject from pg_db_role_setting s, unnest(s.setconfig) setting
           where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
             and setting ~ '^(app\\.|row_security|search_path|session_replication_role|role)'`,
  },
  {
    name: 'extension off the list',
    sql: `select extname as subject from pg_extension where extname not in ('plpgsql', 'pg_stat_statements')`,
  },
];

/** Rules about functions, privileges and the service's roles. */
export const grantRules: readonly CatalogRule[] = [...functionRules, ...privilegeRules, ...roleRules];
