import { createHmac } from 'node:crypto';
import type { Client } from 'pg';

/** The roles that the service connects as. Neither owns a table nor can bypass row security (GUARANTEES G6). */
export type ServiceRole = 'pos_app' | 'pos_worker';

/**
 * The login of a service role, derived from the owner's URL: same server and database, a password that only who knows the
 * owner's can compute. Deployments that keep the owner's URL away from the service set DATABASE_APP_URL instead.
 */
export function roleUrl(ownerUrl: string, role: ServiceRole): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = passwordOf(ownerUrl, role);
  return url.toString();
}

/** The URL of the role that serves requests. */
export function appUrlFrom(ownerUrl: string): string {
  return roleUrl(ownerUrl, 'pos_app');
}

/** The URL of the role that dispatches events and clears away what has expired. */
export function workerUrlFrom(ownerUrl: string): string {
  return roleUrl(ownerUrl, 'pos_worker');
}

/**
 * Creates the service's roles or renews their passwords. Safe to run by several at once: roles belong to the whole server.
 * @throws Error when a role of that name could bypass row security: then somebody else made it and must unmake it.
 */
export async function ensureRoles(client: Client, ownerUrl: string): Promise<void> {
  for (const role of ['pos_app', 'pos_worker'] as const) {
    const password = client.escapeLiteral(passwordOf(ownerUrl, role));
    // One database's lock does not keep another database's migrator out, so both statements may meet their twin.
    await client.query(`do $$ begin
      create role ${role} noinherit;
    exception when duplicate_object or unique_violation then null; end $$`);
    await client.query(`do $do$ begin
      alter role ${role} login password ${password};
    exception
      when internal_error then null;
      when insufficient_privilege then raise warning
        'role ${role} was made by somebody else and keeps its password: set DATABASE_APP_URL and DATABASE_WORKER_URL';
    end $do$`);
    const { rows } = await client.query('select 1 from pg_roles where rolname = $1 and (rolsuper or rolbypassrls)', [
      role,
    ]);
    if (rows.length > 0)
      throw new Error(`role ${role} could bypass row security: alter role ${role} nosuperuser nobypassrls`);
  }
}

function passwordOf(ownerUrl: string, role: ServiceRole): string {
  const { username, password } = new URL(ownerUrl);
  return createHmac('sha256', decodeURIComponent(password)).update(`${username} lends to ${role}`).digest('base64url');
}
