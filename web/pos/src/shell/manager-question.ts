import { signal, type ReadonlySignal } from '@preact/signals';
import type { PosClient } from '../../../../sdk/src/client/pos-client.js';
import { PosProblem } from '../../../../sdk/src/client/pos-problem.js';
import type { KnownPeople } from '../sign-in/known-people.js';
import { outcomeOfError, type SignInOutcome } from '../sign-in/sign-in-outcome.js';
import type { ActToApprove, Approval, SignedIn } from '../till.js';

/** What somebody needs who stands for others, beside the right of the act itself. */
const STAND = 'approvals:grant';

export interface Question {
  readonly permission: string;
  /** In words, for the manager. */
  readonly what: string;
  readonly act: ActToApprove;
  readonly answer: (approval: Approval | null) => void;
}

/** Somebody who could stand for it. */
export interface Approver {
  readonly id: string;
  readonly name: string;
}

/** Somebody of the staff, as the price list has them. */
export interface StaffToAsk {
  readonly id: string;
  readonly displayName: string;
  readonly permissions: readonly string[];
  readonly hasPin: boolean;
}

export interface QuestionParts {
  readonly person: () => SignedIn | null;
  readonly client: () => PosClient;
  readonly online: () => boolean;
  readonly known: Pick<KnownPeople, 'people' | 'check'>;
  /** Of the price list. */
  readonly staff: () => readonly StaffToAsk[];
  readonly outletId: () => string;
  readonly now: () => number;
  /** What an approval says as its reason where the act has none. */
  readonly defaultReason: () => string;
}

/** A second person stands for an act with a PIN of their own; the server checks it, or this device where the network is away. */
export class ManagerQuestion {
  private readonly open = signal<Question | null>(null);

  constructor(private readonly parts: QuestionParts) {}

  get asked(): ReadonlySignal<Question | null> {
    return this.open;
  }

  /** One at a time; a question that is open is given up. */
  ask(permission: string, what: string, act: ActToApprove): Promise<Approval | null> {
    this.giveUp();
    return new Promise((resolve) => {
      const answer = (approval: Approval | null): void => {
        this.open.value = null;
        resolve(approval);
      };
      this.open.value = { permission, what, act, answer };
    });
  }

  giveUp(): void {
    this.open.peek()?.answer(null);
  }

  /**
   * Who may stand for it: with the rights, a PIN and another person than who asks. Where this device checks the PIN, only those who
   * signed in here before.
   */
  async approvers(question: Question): Promise<readonly Approver[]> {
    const self = this.parts.person()?.personId;
    const may = this.parts
      .staff()
      .filter(({ id, hasPin, permissions }) => id !== self && hasPin && mayStand(question, permissions))
      .map(({ id, displayName: name }) => ({ id, name }));
    if (this.checksByServer(question)) return may;
    const here = new Set((await this.parts.known.people()).map(({ personId }) => personId));
    return may.filter(({ id }) => here.has(id));
  }

  /** Checks the PIN; where it is right the question is answered. */
  async decide(question: Question, { id, name }: Approver, pin: string): Promise<SignInOutcome> {
    if (!this.checksByServer(question)) return this.decideHere(question, { id, name }, pin);
    const { action, targetId, amount, reason = this.parts.defaultReason() } = question.act;
    const body = {
      action,
      targetId,
      outletId: this.parts.outletId(),
      reason,
      approverId: id,
      pin,
      ...(amount && { amount }),
    };
    try {
      const path = '/pos/approvals/on-the-spot';
      const approval = await this.parts.client().request<{ id: string }>('POST', path, { body, attempts: 1 });
      question.answer({ approver: { personId: id, sessionId: null }, name, approvalId: approval.id });
      return { kind: 'in' };
    } catch (error) {
      if (error instanceof PosProblem && error.code === 'permission_missing') return { kind: 'without-right' };
      const outcome = outcomeOfError(error, this.parts.now());
      return outcome.kind === 'unreachable' ? this.decideHere(question, { id, name }, pin) : outcome;
    }
  }

  private async decideHere(question: Question, { id, name }: Approver, pin: string): Promise<SignInOutcome> {
    const checked = await this.parts.known.check(id, pin);
    if (checked.kind !== 'right') return checked;
    if (!mayStand(question, checked.person.permissions)) return { kind: 'without-right' };
    question.answer({ approver: { personId: id, sessionId: null }, name });
    return { kind: 'in' };
  }

  /** Who signed in without the network has no session that the server would take the question from. */
  private checksByServer({ act }: Question): boolean {
    return act.action !== null && this.parts.online() && this.parts.person()?.sessionId != null;
  }
}

function mayStand({ permission, act }: Question, permissions: readonly string[]): boolean {
  return permissions.includes(permission) && (act.action === null || permissions.includes(STAND));
}
