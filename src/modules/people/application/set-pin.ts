import type { RequestContext } from '../../../kernel/context.js';
import { isUuid } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { makePin, trivialWhy } from '../domain/pin.js';
import type { PersonId } from '../domain/person.js';
import { FORMER_PINS, type KeptPin, type StaffMember, type StaffRefusal } from '../domain/staff.js';
import { bookPinChange, bookPinReset } from '../domain/staff-lifecycle.js';
import type { PinHashes } from '../ports/pin-hashes.js';
import type { PinRepository } from '../ports/pin-repository.js';
import { managedPerson, type PeopleMakers, type PersonCommand } from './people-makers.js';
import type { PinGuard } from './pin-guard.js';
import { subjectsOf } from './stored-people.js';

export interface ResetPinCommand extends PersonCommand {
  /** Absent: the service makes one up. */
  readonly pin: string | undefined;
  readonly reason: string;
}

/** What became of a PIN. */
export interface SetPin {
  readonly person: StaffMember;
  readonly mustChange: boolean;
  /** Made up by the service, to be shown this once; `null`: whoever asked knows it. */
  readonly madePin: string | null;
}

export interface PinMakers extends PeopleMakers {
  readonly pins: PinRepository;
  readonly hashes: PinHashes;
  /** Looked up when it is needed: the module that counts wrong PINs builds on this one. */
  readonly guard: () => PinGuard;
}

interface Candidate {
  readonly kept: KeptPin | undefined;
  readonly hash: string;
}

/** Sets PINs: hashed before the transaction that writes them, for that is slow on purpose. Whether others have the same stays unknown. */
export class SetPins {
  constructor(private readonly use: PinMakers) {}

  /**
   * Gives somebody a PIN that they have to change at their next sign-in.
   * @throws Refusal `person_not_found`, `rights_exceed_caller`, `person_disabled`, `own_person`, `pin_trivial`, `pin_used_before`,
   * `secrets_not_configured`, `overloaded`, `card_data_not_allowed`, or of the version check.
   */
  async reset(context: RequestContext, command: ResetPinCommand): Promise<SetPin> {
    const { transactor, hashes, screen } = this.use;
    screen.assertHarmless(command.reason, '/reason');
    const decide = async (tx: Tx): Promise<ReturnType<typeof bookPinReset>> => {
      const person = await managedPerson(tx, this.use, context, command);
      return bookPinReset(person, { by: context.principal, at: context.at, reason: command.reason });
    };
    const { person, kept } = await transactor.run(context, async (tx) => {
      await decide(tx); // refuses before anything slow is done
      return this.known(tx, command.personId);
    });
    const pin = command.pin ?? (await this.unused(kept, () => makePin(() => hashes.digit(), person)));
    const candidate = { kept, hash: await this.hashOf(pin, person, kept) };
    const after = await this.write(context, command.personId, { ...candidate, mustChange: true }, decide);
    return { person: after, mustChange: true, madePin: command.pin === undefined ? pin : null };
  }

  /**
   * Lets who is signed in choose another PIN. Wrong tries of the present one count as those at sign-in do.
   * @throws Refusal `not_a_person`, `pin_not_set`, `person_disabled`, `pin_trivial`, `pin_used_before`, `credentials_refused`,
   * `sign_in_locked`, `secrets_not_configured`, `overloaded`.
   */
  async change(context: RequestContext, { current, wanted }: { current: string; wanted: string }): Promise<SetPin> {
    const { transactor } = this.use;
    const { person, kept } = await transactor.read(context, async (tx) => {
      const id = await this.callerOf(tx, context);
      return this.known(tx, id);
    });
    if (kept === undefined) throw new Refusal<StaffRefusal>('pin_not_set');
    assertNotTrivial(wanted, person);
    await this.use.guard().check(context, person.id, current);
    const hash = await this.hashOf(wanted, person, kept);
    const after = await this.write(context, person.id, { kept, hash, mustChange: false }, async (tx) => {
      await this.use.guard().changed(tx, context);
      return bookPinChange(await this.use.staff.get(tx, person.id), context.at);
    });
    return { person: after, mustChange: false, madePin: null };
  }

  private async write(
    context: RequestContext,
    id: PersonId,
    { kept, hash, mustChange }: Candidate & { readonly mustChange: boolean },
    decide: (tx: Tx) => Promise<ReturnType<typeof bookPinReset>>,
  ): Promise<StaffMember> {
    const { transactor, staff, pins, outbox, recall } = this.use;
    const person = await transactor.run(context, async (tx) => {
      const { state, events } = await decide(tx);
      // The row of the person is locked: another PIN since then was set by somebody else.
      const present = await pins.find(tx, id);
      if (present?.hash !== kept?.hash) throw new Refusal('version_mismatch', { currentVersion: state.version - 1 });
      const former = kept === undefined ? [] : [kept.hash, ...kept.former].slice(0, FORMER_PINS);
      await pins.save(tx, id, { hash, former, mustChange, setAt: context.at });
      await staff.save(tx, state);
      outbox.append(tx, events);
      return state;
    });
    recall.recall(...subjectsOf(person));
    return person;
  }

  private async known(tx: Tx, id: PersonId): Promise<{ person: StaffMember; kept: KeptPin | undefined }> {
    const person = await this.use.staff.find(tx, id);
    if (person === undefined) throw new Refusal<StaffRefusal>('person_not_found', { personId: id });
    return { person, kept: await this.use.pins.find(tx, id) };
  }

  private async callerOf(tx: Tx, { principal }: RequestContext): Promise<PersonId> {
    const { kind, id } = principal;
    const linked = kind === 'user' ? await this.use.staff.findByUserId(tx, id) : undefined;
    const person =
      linked ?? (kind === 'user' && isUuid(id) ? await this.use.staff.find(tx, id as PersonId) : undefined);
    if (person === undefined) throw new Refusal<StaffRefusal>('not_a_person');
    return person.id;
  }

  private async hashOf(pin: string, person: StaffMember, kept: KeptPin | undefined): Promise<string> {
    assertNotTrivial(pin, person);
    if (await this.wasUsed(pin, kept)) throw new Refusal<StaffRefusal>('pin_used_before');
    return this.use.hashes.make(pin);
  }

  private async unused(kept: KeptPin | undefined, make: () => string): Promise<string> {
    let pin = make();
    while (await this.wasUsed(pin, kept)) pin = make();
    return pin;
  }

  private async wasUsed(pin: string, kept: KeptPin | undefined): Promise<boolean> {
    for (const hash of kept === undefined ? [] : [kept.hash, ...kept.former])
      if (await this.use.hashes.matches(pin, hash)) return true;
    return false;
  }
}

function assertNotTrivial(pin: string, person: StaffMember): void {
  const why = trivialWhy(pin, person);
  if (why !== undefined) throw new Refusal<StaffRefusal>('pin_trivial', { why });
}
