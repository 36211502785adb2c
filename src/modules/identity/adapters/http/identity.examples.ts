import { randomBytes, randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import type { Answer, TestService, TestTenant } from '../../../../../test/harness/service.js';

export const SECRETS = { SECRETS_KEY: randomBytes(32).toString('base64') };
export const PASSWORD = 'seven kites over the harbour';
export const OTHER_PASSWORD = 'nine boats below the bridge';

/** Somebody of the staff, with a role everywhere. */
export interface Hired {
  readonly personId: string;
  readonly email: string;
  readonly tenant: TestTenant;
}

/** Asks the database as its owner, under a tenant. */
export async function asOwner(
  { database }: TestService,
  tenant: TestTenant,
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Hires somebody, past all routes: how that is done is the affair of people. */
export async function hire(service: TestService, role: string, tenant = service.tenant): Promise<Hired> {
  const personId = randomUUID();
  const email = `Ann.${personId.slice(0, 8)}@Example.com`;
  const number = personId.slice(0, 8);
  await asOwner(
    service,
    tenant,
    `insert into staff (tenant_id, id, staff_number, display_name, email, email_folded, status, created_by, created_at, updated_at,
       version) values ($1, $2, $3, 'Ann Other', $4, lower($4), 'active', 'test', now(), now(), 1)`,
    [tenant.id, personId, number, email],
  );
  await asOwner(
    service,
    tenant,
    'insert into staff_assignments (tenant_id, person_id, position, role) values ($1, $2, 1, $3)',
    [tenant.id, personId, role],
  );
  return { personId, email, tenant };
}

/** Where the routes of a tenant's logins are. */
export function pathOf({ slug }: TestTenant): string {
  return slug === 'platform' ? '/v1/platform/identity' : `/v1/${slug}/pos/identity`;
}

/** Invites somebody who then chooses `PASSWORD`. */
export async function withLogin(service: TestService, hired: Hired): Promise<Hired> {
  const { tenant, personId } = hired;
  const invited = await service.call('POST', `${pathOf(tenant)}/invitations`, { tenant, body: { personId } });
  const body = { token: invited.body.token, password: PASSWORD };
  const accepted = await service.call('POST', `${pathOf(tenant)}/invitations/accept`, { token: null, body });
  if (accepted.status !== 200) throw new Error(`${invited.text} ${accepted.text}`);
  return hired;
}

/** Tries to sign somebody in. */
export function signIn(service: TestService, { email, tenant }: Hired, more: object = {}): Promise<Answer> {
  const body = { email, password: PASSWORD, ...more };
  return service.call('POST', `${pathOf(tenant)}/sign-in`, { token: null, withoutKey: true, body });
}

/** The code that an app shows then. */
export function codeAt(secret: string, ms: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });
}

/** Enrols a second factor for who is signed in. */
export async function enrol(
  service: TestService,
  { tenant }: Hired,
  token: string,
  nowMs: number,
): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const me = `${pathOf(tenant)}/me/totp`;
  const begun = await service.call('POST', me, { token, body: { password: PASSWORD } });
  const { secret } = begun.body as { secret: string };
  const confirmed = await service.call('POST', `${me}/confirm`, { token, body: { otp: codeAt(secret, nowMs) } });
  if (confirmed.status !== 200) throw new Error(`${begun.text} ${confirmed.text}`);
  return { secret, recoveryCodes: confirmed.body.recoveryCodes };
}
