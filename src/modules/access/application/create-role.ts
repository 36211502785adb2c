import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { Tile } from '../domain/dashboard.js';
import { BUILT_IN_ROLE_TEXTS } from '../domain/built-in-role-texts.js';
import type { Permission } from '../domain/permissions.js';
import { ROLES_MAX, type OwnRole, type RoleContent, type RoleRefusal } from '../domain/role.js';
import { createRole } from '../domain/role-lifecycle.js';
import { isBuiltIn, isReserved, ROLE_PERMISSIONS } from '../domain/roles.js';
import type { CallerRecall } from './caller-recall.js';
import type { RoleRepository } from '../ports/role-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { IsPlatform } from '../ports/vendor.js';

export interface CreateRoleCommand {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** Absent: those of the role that this one is based on. */
  readonly permissions: readonly Permission[] | undefined;
  readonly dashboard: readonly Tile[] | undefined;
  /** A role to copy, built in or the business's own. */
  readonly basedOn: string | undefined;
}

/** What making roles takes. */
export interface RoleMakers {
  readonly transactor: Transactor;
  readonly roles: RoleRepository;
  readonly outbox: Outbox;
  readonly ids: IdSource;
  readonly recall: CallerRecall;
  readonly screen: TextScreen;
  readonly isPlatform: IsPlatform;
}

/** Makes a role of the business's own, from nothing or as a copy of another. */
export class CreateRole {
  constructor(private readonly use: RoleMakers) {}

  /**
   * @throws Refusal `role_already_exists`, `role_built_in`, `role_base_unknown`, `role_without_permissions`,
   * `role_permission_reserved`, `role_exceeds_caller`, `too_many_roles`, `card_data_not_allowed`.
   */
  async execute(context: RequestContext, command: CreateRoleCommand): Promise<OwnRole> {
    const { transactor, roles, outbox, ids, recall, isPlatform } = this.use;
    assertTexts(this.use.screen, command);
    const role = await transactor.run(context, async (tx) => {
      const ofPlatform = isPlatform(context.tenantId);
      const { permissions, dashboard } = await this.startOf(tx, command, ofPlatform);
      const { code, name, description, basedOn = null } = command;
      const texts = { code, name, description, basedOn, template: null };
      const wish = { id: ids.next<'role'>(), ...texts, permissions, dashboard };
      const { state, events } = createRole(wish, { by: context.principal, at: context.at, ofPlatform });
      if ((await roles.countForAdding(tx)) >= ROLES_MAX)
        throw new Refusal<RoleRefusal>('too_many_roles', { limit: ROLES_MAX });
      await roles.add(tx, state);
      outbox.append(tx, events);
      return state;
    });
    recall.recall(`role:${role.code}`); // tokens of the auth service may have named it before it was there
    return role;
  }

  private async startOf(
    tx: Tx,
    { basedOn, permissions, dashboard }: CreateRoleCommand,
    ofPlatform: boolean,
  ): Promise<Pick<RoleContent, 'permissions' | 'dashboard'>> {
    const base = basedOn === undefined ? undefined : await this.baseOf(tx, basedOn, ofPlatform);
    return {
      permissions: permissions ?? base?.permissions ?? [],
      dashboard: dashboard ?? base?.dashboard ?? [],
    };
  }

  private async baseOf(
    tx: Tx,
    code: string,
    ofPlatform: boolean,
  ): Promise<Pick<RoleContent, 'permissions' | 'dashboard'>> {
    if (isBuiltIn(code)) {
      const permissions = ROLE_PERMISSIONS[code].filter((permission) => !isReserved(permission, ofPlatform));
      return { permissions, dashboard: BUILT_IN_ROLE_TEXTS[code].dashboard };
    }
    const [base] = await this.use.roles.find(tx, [code]);
    if (base === undefined) throw new Refusal<RoleRefusal>('role_base_unknown', { code });
    return base;
  }
}

/** @throws Refusal `card_data_not_allowed`. */
export function assertTexts(
  screen: TextScreen,
  texts: { readonly name?: string; readonly description?: string },
): void {
  if (texts.name !== undefined) screen.assertHarmless(texts.name, '/name');
  if (texts.description !== undefined) screen.assertHarmless(texts.description, '/description');
}
