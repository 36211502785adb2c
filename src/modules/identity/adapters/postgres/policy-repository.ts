import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import { DEFAULT_POLICY, type IdentityPolicy } from '../../domain/identity-policy.js';
import type { PolicyRepository } from '../../ports/policy-repository.js';
import { toPolicy, type IdentityTables } from './identity-rows.js';

/** Policies in the table identity_policies, one a tenant. */
export class PostgresPolicyRepository implements PolicyRepository {
  async current(tx: Tx): Promise<IdentityPolicy> {
    const row = await transactionOf<IdentityTables>(tx)
      .selectFrom('identity_policies')
      .selectAll()
      .where('tenant_id', '=', tenantOf(tx))
      .executeTakeFirst();
    return row === undefined ? DEFAULT_POLICY : toPolicy(row);
  }

  async save(tx: Tx, policy: IdentityPolicy, before: number): Promise<void> {
    const { passwords, totpRequiredFor, passwordMinLength, updatedAt, version } = policy;
    if (updatedAt === null) throw new Error('a policy that somebody sets has a time');
    const values = { passwords, totp_roles: [...totpRequiredFor], password_min_length: passwordMinLength, version };
    const saved = await transactionOf<IdentityTables>(tx)
      .insertInto('identity_policies')
      .values({ tenant_id: tenantOf(tx), ...values, updated_at: updatedAt })
      .onConflict((conflict) =>
        conflict
          .column('tenant_id')
          .doUpdateSet({ ...values, updated_at: updatedAt })
          .where('identity_policies.version', '=', before),
      )
      .returning('version')
      .executeTakeFirst();
    if (saved === undefined) throw new Refusal('version_mismatch', { currentVersion: version });
  }
}
