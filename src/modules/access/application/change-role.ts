import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { OwnRole, RoleContent, RoleRefusal } from '../domain/role.js';
import { changeRole, removeRole } from '../domain/role-lifecycle.js';
import { isBuiltIn } from '../domain/roles.js';
import { assertTexts, type RoleMakers } from './create-role.js';
import type { RoleUses } from './role-uses.js';

/** Decides whether the version that the caller saw is the present one; throws where not. */
export type VersionCheck = (currentVersion: number) => void;

export interface ChangeRoleCommand {
  readonly code: string;
  readonly changes: Partial<RoleContent>;
  readonly reason: string | null;
  readonly checkVersion: VersionCheck;
}

/** Changes and removes roles of the business's own. Both hold at once for everybody who has the role. */
export class ChangeRole {
  /** @param uses undefined where nobody gives roles to people. */
  constructor(
    private readonly use: RoleMakers,
    private readonly uses: () => RoleUses | undefined,
  ) {}

  /** @throws Refusal of `RoleRefusal`, or of the version check. */
  async execute(context: RequestContext, { code, changes, reason, checkVersion }: ChangeRoleCommand): Promise<OwnRole> {
    const { transactor, roles, outbox, recall, isPlatform, screen } = this.use;
    assertOwn(code);
    assertTexts(screen, changes);
    if (reason !== null) screen.assertHarmless(reason, '/reason');
    const role = await transactor.run(context, async (tx) => {
      const found = await roles.get(tx, code);
      checkVersion(found.version);
      const making = { by: context.principal, at: context.at, ofPlatform: isPlatform(context.tenantId), reason };
      const { state, events } = changeRole(found, changes, making);
      if (events.length > 0) await roles.save(tx, state);
      outbox.append(tx, events);
      return state;
    });
    recall.recall(`role:${code}`);
    return role;
  }

  /** @returns the role as it was last. @throws Refusal of `RoleRefusal`, or of the version check. */
  async remove(context: RequestContext, command: Omit<ChangeRoleCommand, 'changes'>): Promise<OwnRole> {
    const { code, reason, checkVersion } = command;
    const { transactor, roles, outbox, recall, screen } = this.use;
    assertOwn(code);
    if (reason !== null) screen.assertHarmless(reason, '/query/reason');
    const role = await transactor.run(context, async (tx) => {
      const found = await roles.get(tx, code);
      checkVersion(found.version);
      // Counted under the lock, which whoever is giving the role out has to wait for.
      const holders = (await this.uses()?.inUse(tx, code)) ?? 0;
      const { state, events } = removeRole(found, { by: context.principal, holders, reason });
      await roles.remove(tx, state);
      outbox.append(tx, events);
      return state;
    });
    recall.recall(`role:${code}`);
    return role;
  }
}

function assertOwn(code: string): void {
  if (isBuiltIn(code)) throw new Refusal<RoleRefusal>('role_built_in', { code });
}
