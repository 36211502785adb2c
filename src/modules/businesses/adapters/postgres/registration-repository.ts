import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Registration, RegistrationId, RegistrationRefusal } from '../../domain/registration.js';
import type { RegistrationRepository } from '../../ports/registration-repository.js';
import { fromRegistration, REGISTRATION_COLUMNS, toRegistration, type RegistrationRow } from './registration-rows.js';

export interface RegistrationTables {
  business_registrations: RegistrationRow & { readonly tenant_id: string };
}

// The one question about other businesses that the service's role may ask: for an exact name only.
const SLUG_OWNER = 'select tenant_id from tenant_by_slug($1)';
const DUE = `select id from business_registrations
  where status in ('verified', 'provisioning') and next_try_at <= $1 order by next_try_at limit $2`;
const OVERDUE = `select id from business_registrations
  where status = 'requested' and expires_at <= $1 order by expires_at limit $2`;

/** Registrations in PostgreSQL. */
export class PostgresRegistrationRepository implements RegistrationRepository {
  async add(tx: Tx, registration: Registration): Promise<void> {
    const { slug, id } = registration;
    try {
      await transactionOf<RegistrationTables>(tx)
        .insertInto('business_registrations')
        .values({ tenant_id: tenantOf(tx), ...fromRegistration(registration) })
        .execute();
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'business_registrations_open_slug')
        throw new Refusal<RegistrationRefusal>('slug_not_available', { slug }, [
          { pointer: '/slug', message: 'is wanted by somebody else' },
        ]);
      if (constraint === 'business_registrations_pkey')
        throw new Refusal<RegistrationRefusal>('registration_id_taken', { registrationId: id });
      throw error;
    }
  }

  async lock(tx: Tx, id: RegistrationId): Promise<Registration | undefined> {
    const row = await this.selectAll(tx).where('id', '=', id).forUpdate().executeTakeFirst();
    return row && toRegistration(row);
  }

  async find(tx: Tx, id: RegistrationId): Promise<Registration | undefined> {
    const row = await this.selectAll(tx).where('id', '=', id).executeTakeFirst();
    return row && toRegistration(row);
  }

  async ofBusiness(tx: Tx, businessId: TenantId): Promise<Registration | undefined> {
    const row = await this.selectAll(tx).where('business_id', '=', businessId).executeTakeFirst();
    return row && toRegistration(row);
  }

  async save(tx: Tx, registration: Registration): Promise<void> {
    const { id, ...changes } = fromRegistration(registration);
    const { numUpdatedRows } = await transactionOf<RegistrationTables>(tx)
      .updateTable('business_registrations')
      .set(changes)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} registrations instead of one`);
  }

  async slugOwner(tx: Tx, slug: string): Promise<TenantId | undefined> {
    const [row] = await runPrepared<{ tenant_id: TenantId }>(tx, 'registration_slug_owner', SLUG_OWNER, [slug]);
    return row?.tenant_id;
  }

  async due(tx: Tx, at: Date, limit: number): Promise<readonly RegistrationId[]> {
    return (await runPrepared<{ id: RegistrationId }>(tx, 'registrations_due', DUE, [at, limit])).map(({ id }) => id);
  }

  async overdue(tx: Tx, at: Date, limit: number): Promise<readonly RegistrationId[]> {
    const rows = await runPrepared<{ id: RegistrationId }>(tx, 'registrations_overdue', OVERDUE, [at, limit]);
    return rows.map(({ id }) => id);
  }

  private selectAll(tx: Tx) {
    return transactionOf<RegistrationTables>(tx).selectFrom('business_registrations').select(REGISTRATION_COLUMNS);
  }
}
