import { Refusal } from '../../../kernel/refusal.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { IdentityRefusal } from './login.js';

/** What a business demands of those who sign in with a password. */
export interface IdentityRules {
  /** False: nobody signs in so; the auth service does it all. */
  readonly passwords: boolean;
  /** Codes of the roles whose people need a second factor. */
  readonly totpRequiredFor: readonly string[];
  /** In characters. */
  readonly passwordMinLength: number;
}

export interface IdentityPolicy extends IdentityRules {
  readonly updatedAt: Date | null;
  /** 0: nobody has set one. */
  readonly version: number;
}

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;
const ROLES_MAX = 50;

/** What holds until somebody says otherwise: who administers the platform reaches all businesses, and needs a second factor. */
export const DEFAULT_POLICY: IdentityPolicy = {
  passwords: true,
  totpRequiredFor: ['platform_super_admin', 'platform_regional_admin'],
  passwordMinLength: PASSWORD_MIN,
  updatedAt: null,
  version: 0,
};

/** A policy as events show it. */
export interface IdentityPolicySnapshot {
  readonly passwords: boolean;
  readonly totpRequiredFor: readonly string[];
  /** @asType integer */
  readonly passwordMinLength: number;
  /** @asType integer */
  readonly version: number;
}

/** The data of the event of a policy by its type. */
export interface IdentityPolicyEvents {
  /** What is demanded of those who sign in with a password has changed. */
  'pos.identity.policy_changed': {
    readonly policy: IdentityPolicySnapshot;
    readonly before: IdentityPolicySnapshot;
  };
}

export type IdentityPolicyEvent = DomainEvent<
  'pos.identity.policy_changed',
  IdentityPolicyEvents['pos.identity.policy_changed']
>;

/**
 * Sets the policy. @param tenantId whose it is. @param hasOther whether people could sign in any other way.
 * @throws Refusal `identity_policy_invalid`, `passwords_needed`.
 */
export function setPolicy(
  before: IdentityPolicy,
  rules: IdentityRules,
  { tenantId, at, hasOther }: { readonly tenantId: string; readonly at: Date; readonly hasOther: boolean },
): { readonly state: IdentityPolicy; readonly events: readonly IdentityPolicyEvent[] } {
  assertRules(rules);
  if (!rules.passwords && !hasOther) throw new Refusal<IdentityRefusal>('passwords_needed');
  const { passwords, totpRequiredFor, passwordMinLength } = rules;
  const roles = [...new Set(totpRequiredFor)];
  const version = before.version + 1;
  const state = { passwords, totpRequiredFor: roles, passwordMinLength, updatedAt: at, version };
  const event: IdentityPolicyEvent = {
    ...{ type: 'pos.identity.policy_changed', aggregate: 'identity_policies', aggregateId: tenantId },
    ...{ sequence: version, outletId: null },
    data: { policy: shown(state), before: shown(before) },
  };
  return { state, events: [event] };
}

/** Whether somebody with these roles needs a second factor. */
export function demandsTotp({ totpRequiredFor }: IdentityRules, roles: readonly string[]): boolean {
  return roles.some((role) => totpRequiredFor.includes(role));
}

function assertRules({ totpRequiredFor, passwordMinLength }: IdentityRules): void {
  const refuse = (pointer: string, message: string): never => {
    throw new Refusal<IdentityRefusal>('identity_policy_invalid', {}, [{ pointer, message }]);
  };
  if (!Number.isInteger(passwordMinLength) || passwordMinLength < PASSWORD_MIN || passwordMinLength > PASSWORD_MAX)
    refuse('/passwordMinLength', `must be a whole number from ${PASSWORD_MIN} to ${PASSWORD_MAX}`);
  if (totpRequiredFor.length > ROLES_MAX) refuse('/totpRequiredFor', `must name at most ${ROLES_MAX} roles`);
}

function shown({ passwords, totpRequiredFor, passwordMinLength, version }: IdentityPolicy): IdentityPolicySnapshot {
  return { passwords, totpRequiredFor, passwordMinLength, version };
}
