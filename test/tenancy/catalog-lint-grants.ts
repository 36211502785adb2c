import { notOfExtension, OF_USERS, type CatalogRule } from './catalog-rule.js';
import { WORKER_GRANTS } from './worker-grants.js';

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
      'tenant_at_door(text)': 'the same question of the door, with what the licence says; for an exact slug only',
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
    allowed: WORKER_GRANTS,
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
