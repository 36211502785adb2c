import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { IdentityRefusal, Login, PersonId } from '../domain/login.js';
import type { LoginRepository } from '../ports/login-repository.js';
import type { Staff, StaffRights } from '../ports/staff.js';

/** Whose logins a caller may see and change. */
export class LoginReach {
  constructor(
    private readonly staff: Staff,
    private readonly logins: LoginRepository,
  ) {}

  /** Whether the caller may see somebody: who is bound to outlets sees those who are bound to none but these. */
  async sees(tx: Tx, context: RequestContext, personId: PersonId): Promise<boolean> {
    const { outlets } = context.principal;
    if (outlets === undefined) return true;
    return isWithin((await this.staff.rights(tx, personId))?.outlets ?? null, outlets);
  }

  /**
   * The locked login of a person whom the caller may change. Nobody sets the password of those who may do more than they do: a
   * link in the wrong hands would be a promotion.
   * @throws Refusal `login_not_found`, `login_exceeds_caller`.
   */
  async locked(tx: Tx, context: RequestContext, personId: PersonId): Promise<Login> {
    const known = await this.shown(tx, context, personId);
    await this.assertNoMoreThan(tx, context, personId);
    const login = await this.logins.lock(tx, known.id);
    if (login === undefined) throw new Refusal<IdentityRefusal>('login_not_found', { personId });
    return login;
  }

  /** The login of a person whom the caller may see. @throws Refusal `login_not_found`. */
  async shown(tx: Tx, context: RequestContext, personId: PersonId): Promise<Login> {
    const login = await this.logins.ofPerson(tx, personId);
    if (login === undefined || !(await this.sees(tx, context, personId)))
      throw new Refusal<IdentityRefusal>('login_not_found', { personId });
    return login;
  }

  /** @throws Refusal `login_exceeds_caller` when the person may do what the caller may not. */
  async assertNoMoreThan(tx: Tx, { principal }: RequestContext, personId: PersonId): Promise<void> {
    if (principal.kind === 'system') return;
    const rights = await this.staff.rights(tx, personId);
    if (rights === undefined) return;
    if (exceeds(rights, principal)) throw new Refusal<IdentityRefusal>('login_exceeds_caller', { personId });
  }
}

function exceeds(
  { permissions, regions }: StaffRights,
  principal: { readonly permissions: ReadonlySet<string>; readonly regions?: ReadonlySet<string> },
): boolean {
  // What is a device's or a till's own is no right over others.
  if ([...permissions].some((one) => one !== 'sessions:own' && !principal.permissions.has(one))) return true;
  return principal.regions !== undefined && !isWithin(regions, principal.regions);
}

function isWithin(theirs: ReadonlySet<string> | null, ours: ReadonlySet<string>): boolean {
  return theirs !== null && [...theirs].every((one) => ours.has(one));
}
