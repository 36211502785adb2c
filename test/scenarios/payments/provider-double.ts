import type {
  ChargeAnswer,
  PaymentProvider,
  ProviderCharge,
  ProviderPayout,
  ProviderRefund,
  TransferAnswer,
} from '../../../src/modules/tendering/ports/payment-provider.js';

/** What the provider makes of a wish that reaches it. `silent`: it takes it, and never tells anything of it. */
export type Fate = 'captured' | 'declined' | 'slow' | 'slow_declined' | 'silent';

/** What happens to a call on its way. */
export type Fault =
  | 'none'
  /** Refused: surely not sent. */
  | 'refused'
  /** Cut before it arrived, or after: nobody can tell which. */
  | 'cut_before'
  | 'cut_after'
  /** It arrives, and the answer comes after everybody has stopped waiting. */
  | 'late'
  /** Our process dies: before the call leaves, while it is under way, with the answer in its hands. */
  | 'dies_before'
  | 'dies_during'
  | 'dies_after';

/** A line of the provider's own ledger. */
export interface LedgerLine {
  readonly key: string;
  readonly kind: 'charge' | 'refund' | 'payout';
  readonly amount: { readonly amount: number; readonly currency: string };
  readonly fate: Fate;
  readonly reference: string;
  state: 'pending' | 'captured' | 'declined' | 'silent';
  /** How often money moved. */
  moved: number;
}

/** How calls go, and what becomes of wishes. */
export interface Plan {
  fault(call: string): Fault;
  fate(key: string): Fate;
  /** Time enough for everybody to stop waiting. */
  outlast(): Promise<void>;
  /** The process that calls is dead from now on. @param afterAnswer once it has the answer: what it does next is undone. */
  die(afterAnswer: boolean): void;
}

/** A provider with a ledger of its own, keyed by our keys: the same key again is the same wish. */
export class ProviderDouble implements PaymentProvider {
  readonly name = 'double';
  readonly ledger = new Map<string, LedgerLine>();
  readonly calls: string[] = [];
  away: number | null = null;

  constructor(
    private readonly plan: Plan,
    readonly withoutStatus = false,
  ) {}

  awayFor(): number | null {
    return this.away;
  }

  charge(wish: ProviderCharge): Promise<ChargeAnswer> {
    return this.call('charge', () => answerOf(this.take('charge', wish)));
  }

  statusOf(wish: ProviderCharge): Promise<ChargeAnswer> {
    return this.call('status', () => answerOf(this.ledger.get(wish.key)));
  }

  cancel(wish: ProviderCharge): Promise<ChargeAnswer> {
    return this.call('cancel', () => {
      const line = this.ledger.get(wish.key);
      if (line?.state === 'pending') line.state = 'declined';
      return answerOf(line);
    });
  }

  refund(wish: ProviderRefund): Promise<TransferAnswer> {
    return this.call('refund', () => transferAnswerOf(this.take('refund', wish)));
  }

  statusOfRefund(wish: ProviderRefund): Promise<TransferAnswer> {
    return this.call('refund_status', () => transferAnswerOf(this.ledger.get(wish.key)));
  }

  payOut(wish: ProviderPayout): Promise<TransferAnswer> {
    return this.call('payout', () => transferAnswerOf(this.take('payout', wish)));
  }

  statusOfPayout(wish: ProviderPayout): Promise<TransferAnswer> {
    return this.call('payout_status', () => transferAnswerOf(this.ledger.get(wish.key)));
  }

  /** What was slow comes to its end. */
  finish(): void {
    for (const line of this.ledger.values()) {
      if (line.state !== 'pending') continue;
      line.state = line.fate === 'slow' ? 'captured' : 'declined';
      if (line.state === 'captured') line.moved += 1;
    }
  }

  private take(kind: LedgerLine['kind'], { key, amount }: Pick<ProviderCharge, 'key' | 'amount'>): LedgerLine {
    const known = this.ledger.get(key);
    if (known !== undefined) return known;
    const fate = this.plan.fate(key);
    const state = fate === 'slow' || fate === 'slow_declined' ? 'pending' : fate;
    const line: LedgerLine = { key, kind, amount, fate, reference: `D${this.ledger.size + 1}`, state, moved: 0 };
    if (state === 'captured') line.moved = 1;
    this.ledger.set(key, line);
    return line;
  }

  private async call<Result>(name: string, arrive: () => Result): Promise<Result | Unanswered> {
    const fault = this.plan.fault(name);
    this.calls.push(`${name}:${fault}`);
    switch (fault) {
      case 'none':
        return arrive();
      case 'refused':
        return name === 'charge' || name === 'refund' || name === 'payout' ? absent : cut;
      case 'cut_before':
        return cut;
      case 'cut_after':
        arrive();
        return cut;
      case 'late': {
        const answer = arrive();
        await this.plan.outlast();
        return answer;
      }
      case 'dies_before':
        this.plan.die(false);
        return new Promise<never>(() => undefined);
      case 'dies_during':
        arrive();
        this.plan.die(false);
        return new Promise<never>(() => undefined);
      case 'dies_after': {
        const answer = arrive();
        this.plan.die(true);
        return answer;
      }
    }
  }
}

type Unanswered = { readonly kind: 'absent' | 'unknown'; readonly error: string };
const absent: Unanswered = { kind: 'absent', error: 'refused' };
const cut: Unanswered = { kind: 'unknown', error: 'cut' };

function answerOf(line: LedgerLine | undefined): ChargeAnswer {
  if (line === undefined) return { kind: 'absent', error: 'not_found' };
  const { state, reference, amount } = line;
  switch (state) {
    case 'pending':
      return { kind: 'pending', reference };
    case 'captured':
      return { kind: 'captured', amount, reference };
    case 'declined':
      return { kind: 'failed', reason: 'declined', reference };
    case 'silent':
      return { kind: 'unknown', error: 'no_answer' };
  }
}

function transferAnswerOf(line: LedgerLine | undefined): TransferAnswer {
  const answer = answerOf(line);
  return answer.kind === 'captured' ? { kind: 'done', reference: answer.reference } : answer;
}
