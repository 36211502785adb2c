import type { RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { ownerRolesOf, type Assignment } from '../domain/assignment.js';
import { isSelf } from '../domain/reach.js';
import type { StaffMember, StaffRefusal } from '../domain/staff.js';
import type { StaffEvent } from '../domain/staff-events.js';
import {
  assignRoles,
  changeStaff,
  disableStaff,
  enableStaff,
  type StaffChanges,
  type StaffDecision,
} from '../domain/staff-lifecycle.js';
import {
  assertExist,
  assertMayGive,
  assertTexts,
  managedPerson,
  type PeopleMakers,
  type PersonCommand,
} from './people-makers.js';
import { subjectsOf } from './stored-people.js';

export interface ReasonedCommand extends PersonCommand {
  readonly reason: string;
}

/** Changes people, and what they may do where. It holds at once, wherever they are signed in. */
export class ChangeStaff {
  constructor(private readonly use: PeopleMakers) {}

  /**
   * Who changes an address changes who can ask for a new password: so this, too, takes the rights of the person. Nobody changes
   * their own user: they would be two, who could approve each other's acts, or act in the name of another.
   * @throws Refusal `own_person`, `person_not_found`, `rights_exceed_caller`, `staff_number_taken`, `staff_email_taken`,
   * `staff_user_taken`, `card_data_not_allowed`, or of the version check.
   */
  async change(context: RequestContext, command: PersonCommand & { changes: StaffChanges }): Promise<StaffMember> {
    assertTexts(this.use.screen, command.changes);
    const { userId } = command.changes;
    return this.decide(context, command, async (_tx, person) => {
      if (userId !== undefined && userId !== person.userId && isSelf(context.principal, person))
        throw new Refusal<StaffRefusal>('own_person', { personId: person.id });
      return changeStaff(person, command.changes, context.at);
    });
  }

  /** @throws Refusal `person_disabled`, `own_person`, `last_owner`, and as `change`. */
  async disable(context: RequestContext, command: ReasonedCommand): Promise<StaffMember> {
    return this.decide(context, command, async (tx, person) =>
      disableStaff(person, await this.decisionOn(tx, context, person, command.reason)),
    );
  }

  /** @throws Refusal `person_active`, `entitlement_exceeded`, and as `change`. */
  async enable(context: RequestContext, command: ReasonedCommand): Promise<StaffMember> {
    const { plan, staff } = this.use;
    return this.decide(context, command, async (tx, person) => {
      const decision = enableStaff(person, { at: context.at, reason: command.reason });
      await plan.reserve(tx, () => staff.countActive(tx));
      return decision;
    });
  }

  /**
   * Gives somebody roles instead of those that they have.
   * @throws Refusal `staff_role_unknown`, `staff_outlet_unknown`, `staff_regions_reserved`, `own_person`, `last_owner`, and as `change`.
   */
  async assign(
    context: RequestContext,
    command: ReasonedCommand & { readonly assignments: readonly Assignment[] },
  ): Promise<StaffMember> {
    return this.decide(context, command, async (tx, person) => {
      await assertExist(tx, this.use, context, command.assignments);
      await assertMayGive(tx, this.use, context, command.assignments);
      const decision = await this.decisionOn(tx, context, person, command.reason);
      const decided = assignRoles(person, command.assignments, decision);
      if (decided.events.length > 0) await this.use.staff.saveAssignments(tx, decided.state);
      return decided;
    });
  }

  private async decide(
    context: RequestContext,
    command: PersonCommand & { readonly reason?: string },
    decide: (tx: Tx, person: StaffMember) => Promise<Decision<StaffMember, StaffEvent>>,
  ): Promise<StaffMember> {
    const { transactor, staff, outbox, recall, screen } = this.use;
    if (command.reason !== undefined) screen.assertHarmless(command.reason, '/reason');
    const after = await transactor.run(context, async (tx) => {
      // First: two who disable each other wait for each other, and the second finds that nobody else is left.
      await staff.lockTeam(tx);
      const person = await managedPerson(tx, this.use, context, command);
      const { state, events } = await decide(tx, person);
      if (events.length > 0) await staff.save(tx, state);
      outbox.append(tx, events);
      return state;
    });
    // A user who is no longer linked is known at the door by the person's name, too.
    recall.recall(...subjectsOf(after));
    return after;
  }

  private async decisionOn(
    tx: Tx,
    { tenantId, principal: by, at }: RequestContext,
    { id }: StaffMember,
    reason: string,
  ): Promise<StaffDecision> {
    const ofPlatform = this.use.isPlatform(tenantId);
    const otherOwners = await this.use.staff.countOthersWith(tx, ownerRolesOf(ofPlatform), id);
    return { by, at, reason, otherOwners, ofPlatform };
  }
}
