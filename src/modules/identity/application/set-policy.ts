import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { setPolicy, type IdentityPolicy, type IdentityRules } from '../domain/identity-policy.js';
import type { PolicyRepository } from '../ports/policy-repository.js';
import type { VersionCheck } from './administer-login.js';

/** Sets what the business demands of those who sign in with a password. What is set holds from the next sign-in on. */
export class SetPolicy {
  /** @param hasOther whether there is an auth service that people could sign in with instead. */
  constructor(
    private readonly transactor: Transactor,
    private readonly policies: PolicyRepository,
    private readonly outbox: Outbox,
    private readonly hasOther: boolean,
  ) {}

  /** @throws Refusal `identity_policy_invalid`, `passwords_needed`, or of the version check. */
  execute(context: RequestContext, rules: IdentityRules, checkVersion: VersionCheck): Promise<IdentityPolicy> {
    const { tenantId, at } = context;
    return this.transactor.run(context, async (tx) => {
      const before = await this.policies.current(tx);
      checkVersion(before.version);
      const { state, events } = setPolicy(before, rules, { tenantId, at, hasOther: this.hasOther });
      await this.policies.save(tx, state, before.version);
      this.outbox.append(tx, events);
      return state;
    });
  }

  /** The policy that holds. */
  show(context: RequestContext): Promise<IdentityPolicy> {
    return this.transactor.read(context, (tx) => this.policies.current(tx));
  }
}
