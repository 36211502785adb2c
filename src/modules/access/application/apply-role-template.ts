import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { ROLES_MAX, type OwnRole, type RoleRefusal } from '../domain/role.js';
import { createRole } from '../domain/role-lifecycle.js';
import { templateOf, type RoleTemplate, type TemplateRole } from '../domain/role-templates.js';
import type { RoleMakers } from './create-role.js';

/** What became of a template. */
export interface AppliedTemplate {
  readonly template: RoleTemplate;
  readonly created: readonly OwnRole[];
  /** Codes of roles that were there already, and were left as they are. */
  readonly present: readonly string[];
}

/** Makes the roles of a template that the business does not have yet. */
export class ApplyRoleTemplate {
  constructor(private readonly use: RoleMakers) {}

  /** All or none. @throws Refusal `role_template_not_found`, `role_exceeds_caller`, `too_many_roles`. */
  async execute(context: RequestContext, code: string): Promise<AppliedTemplate> {
    const template = templateOf(code);
    if (template === undefined) throw new Refusal<RoleRefusal>('role_template_not_found', { code });
    const applied = await this.use.transactor.run(context, (tx) => this.apply(tx, context, template));
    this.use.recall.recall(...applied.created.map((role) => `role:${role.code}`));
    return applied;
  }

  private async apply(tx: Tx, context: RequestContext, template: RoleTemplate): Promise<AppliedTemplate> {
    const { roles, outbox } = this.use;
    const count = await roles.countForAdding(tx);
    const found = await roles.find(
      tx,
      template.roles.map(({ code }) => code),
    );
    const present = found.map(({ code }) => code);
    const decisions = template.roles
      .filter(({ code }) => !present.includes(code))
      .map((role) => this.make(context, template, role));
    if (count + decisions.length > ROLES_MAX) throw new Refusal<RoleRefusal>('too_many_roles', { limit: ROLES_MAX });
    for (const { state, events } of decisions) {
      await roles.add(tx, state);
      outbox.append(tx, events);
    }
    return { template, created: decisions.map(({ state }) => state), present };
  }

  private make(context: RequestContext, template: RoleTemplate, role: TemplateRole): ReturnType<typeof createRole> {
    const wish = { ...role, id: this.use.ids.next<'role'>(), template: template.code };
    const { principal: by, at, tenantId } = context;
    return createRole(wish, { by, at, ofPlatform: this.use.isPlatform(tenantId) });
  }
}
