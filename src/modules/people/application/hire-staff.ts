import type { RequestContext } from '../../../kernel/context.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PersonId } from '../domain/person.js';
import type { StaffMember, StaffRefusal } from '../domain/staff.js';
import { hire, type StaffWish } from '../domain/staff-lifecycle.js';
import { assertExist, assertMayGive, assertTexts, type PeopleMakers } from './people-makers.js';
import { subjectsOf } from './stored-people.js';

/** Somebody to be taken on. Absent: made by the service. */
export interface HireCommand extends Omit<StaffWish, 'id' | 'staffNumber'> {
  readonly id: PersonId | undefined;
  readonly staffNumber: string | undefined;
}

/** Takes people on. */
export class HireStaff {
  constructor(private readonly use: PeopleMakers) {}

  /**
   * @throws Refusal `entitlement_exceeded`, `rights_exceed_caller`, `staff_role_unknown`, `staff_outlet_unknown`,
   * `staff_regions_reserved`, `person_already_exists`, `staff_number_taken`, `staff_email_taken`, `staff_user_taken`,
   * `card_data_not_allowed`.
   */
  async execute(context: RequestContext, command: HireCommand): Promise<StaffMember> {
    const { transactor, recall, screen } = this.use;
    assertTexts(screen, command);
    const person = await transactor.run(context, async (tx) => {
      await this.use.staff.lockTeam(tx);
      return this.hire(tx, context, command);
    });
    recall.recall(...subjectsOf(person)); // the auth service may have vouched for them before
    return person;
  }

  /** Takes on all of them or nobody. @throws Refusal `staff_import_refused`, which names each that cannot be; `card_data_not_allowed`. */
  async all(context: RequestContext, commands: readonly HireCommand[]): Promise<readonly StaffMember[]> {
    const { transactor, staff, recall, screen } = this.use;
    commands.forEach((command, index) => assertTexts(screen, command, `/staff/${index}`));
    const people = await transactor.run(context, async (tx) => {
      await staff.lockTeam(tx);
      const hired: StaffMember[] = [];
      const fields: RefusedField[] = [];
      for (const [index, command] of commands.entries()) {
        const outcome = await orRefusal(this.hire(tx, context, command));
        if (outcome instanceof Refusal) fields.push({ pointer: `/staff/${index}`, message: outcome.code });
        else hired.push(outcome);
      }
      if (fields.length > 0) throw new Refusal<StaffRefusal>('staff_import_refused', {}, fields);
      return hired;
    });
    recall.recall(...people.flatMap(subjectsOf));
    return people;
  }

  /** Joins a transaction that has locked the team. */
  async hire(tx: Tx, context: RequestContext, command: HireCommand): Promise<StaffMember> {
    const { staff, outbox, ids, plan } = this.use;
    await assertExist(tx, this.use, context, command.assignments);
    await assertMayGive(tx, this.use, context, command.assignments);
    await plan.reserve(tx, () => staff.countActive(tx));
    const { id = ids.next<'person'>(), staffNumber = await staff.nextNumber(tx), ...wish } = command;
    const { state, events } = hire({ ...wish, id, staffNumber }, { by: context.principal, at: context.at });
    await staff.add(tx, state);
    outbox.append(tx, events);
    return state;
  }
}

async function orRefusal<Result>(work: Promise<Result>): Promise<Result | Refusal> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
