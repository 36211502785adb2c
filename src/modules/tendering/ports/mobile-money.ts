import type { Money } from '../../../kernel/money.js';
import type { ChargeAnswer, ProviderCharge } from './payment-provider.js';

/** How a company of mobile money is reached for an outlet. Its secrets are in clear: never stored, logged or shown. */
export interface ProviderAccount {
  readonly connectionId: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** False: no new payment may go through it. */
  readonly active: boolean;
  /** What the company is told as our id: letters and digits, at most 30. */
  readonly requestId: string;
  readonly callbackUrl: string;
}

/** What is known of an earlier request under the same key. */
export interface EarlierRequest {
  /** `asked`: nobody knows whether it arrived; `absent`: it surely did not. */
  readonly state: 'asked' | 'accepted' | 'refused' | 'absent';
  readonly amount: Money;
  /** The company's name of it. */
  readonly reference: string | null;
  /** The receipt that the customer has. */
  readonly receipt: string | null;
  /** A callback that nobody signed told another amount: only people may decide. */
  readonly doubtful: boolean;
}

/** For whom, and under which key of ours. */
export interface RequestPlace {
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly outletId: string;
  readonly provider: string;
  readonly key: string;
}

/** What came of a request, to be remembered. */
export interface RequestOutcome {
  readonly state: EarlierRequest['state'];
  readonly reference?: string;
  readonly receipt?: string;
  readonly notifyToken?: string;
  readonly paymentUrl?: string;
}

/** Accounts of businesses with companies of mobile money, and what was asked through them. Never within a transaction. */
export abstract class ProviderAccounts {
  abstract account(place: RequestPlace): Promise<ProviderAccount | undefined>;
  /** Commits the intent to ask. @returns `undefined` when the call may be made; else the earlier one, which must not be repeated. */
  abstract intend(place: RequestPlace, connectionId: string, amount: Money): Promise<EarlierRequest | undefined>;
  abstract answered(place: RequestPlace, outcome: RequestOutcome): Promise<void>;
  abstract known(place: RequestPlace): Promise<EarlierRequest | undefined>;
}

/** A company's answer, and what else it told. */
export interface CompanyAnswer {
  readonly answer: ChargeAnswer;
  readonly receipt?: string;
  readonly notifyToken?: string;
  readonly paymentUrl?: string;
}

/** The money that is asked about. */
export interface CompanyQuestion {
  readonly amount: Money;
  readonly reference: string | null;
}

/** One company's way of collecting money. It keeps nothing: what was asked is remembered by whoever uses it. */
export interface MobileMoneyCompany {
  /** As tenders name it. */
  readonly name: string;
  awayFor(): number | null;
  /** Why it would not even be asked: a word, or `null`. */
  refusalOf(charge: Pick<ProviderCharge, 'amount' | 'payer'>): string | null;
  charge(account: ProviderAccount, charge: ProviderCharge): Promise<CompanyAnswer>;
  statusOf(account: ProviderAccount, question: CompanyQuestion): Promise<CompanyAnswer>;
  /** Gives a payment back, all of it. Absent where the company cannot. */
  readonly refund?: (account: ProviderAccount, receipt: string, amount: Money) => Promise<CompanyAnswer>;
}
