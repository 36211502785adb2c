import type {
  CompanyAnswer,
  EarlierRequest,
  MobileMoneyCompany,
  ProviderAccounts,
  RequestOutcome,
  RequestPlace,
} from '../ports/mobile-money.js';
import type {
  ChargeAnswer,
  PaymentProvider,
  ProviderCharge,
  ProviderPayout,
  ProviderRefund,
  TransferAnswer,
} from '../ports/payment-provider.js';

const NOT_SUPPORTED = { kind: 'failed', reason: 'not_supported', reference: null } as const;
const NOT_CONNECTED = { kind: 'failed', reason: 'provider_not_connected', reference: null } as const;

/**
 * A company of mobile money as a provider. None of them knows keys that make a repeat harmless, so that the intent to ask is
 * committed before the call (GUARANTEES G2), and what was asked once, and may have arrived, is never asked again: only its status is.
 */
export class MobileMoneyProvider implements PaymentProvider {
  readonly name: string;

  constructor(
    private readonly company: MobileMoneyCompany,
    private readonly accounts: ProviderAccounts,
  ) {
    this.name = company.name;
  }

  awayFor(): number | null {
    return this.company.awayFor();
  }

  async charge(charge: ProviderCharge): Promise<ChargeAnswer> {
    const refused = this.company.refusalOf(charge);
    if (refused !== null) return { kind: 'failed', reason: refused, reference: null };
    const place = this.placeOf(charge, charge.key);
    const account = await this.accounts.account(place);
    if (account === undefined) return NOT_CONNECTED;
    const earlier = await this.accounts.known(place);
    if (!account.active && (earlier === undefined || earlier.state === 'absent')) return NOT_CONNECTED;
    if ((await this.accounts.intend(place, account.connectionId, charge.amount)) !== undefined)
      return this.statusOf(charge);
    const said = await this.company.charge(account, charge);
    await this.accounts.answered(place, outcomeOf(said));
    return said.answer;
  }

  async statusOf(charge: ProviderCharge): Promise<ChargeAnswer> {
    const place = this.placeOf(charge, charge.key);
    const known = await this.accounts.known(place);
    if (known === undefined || known.state === 'absent') return { kind: 'absent', error: 'never_asked' };
    if (known.state === 'refused') return { kind: 'failed', reason: 'declined', reference: known.reference };
    // The companies tell no amount with the status: a callback that told another one leaves it to people.
    if (known.doubtful) return { kind: 'unknown', error: 'amount_differs' };
    const account = await this.accounts.account(place);
    if (account === undefined) return { kind: 'unknown', error: 'provider_not_connected' };
    const said = await this.company.statusOf(account, {
      amount: known.amount,
      reference: known.reference ?? charge.reference,
    });
    return this.remembered(place, known, said);
  }

  /** No company lets go of a question that is on the customer's phone: how it stands is all that can be told. */
  cancel(charge: ProviderCharge): Promise<ChargeAnswer> {
    return this.statusOf(charge);
  }

  async refund(refund: ProviderRefund): Promise<TransferAnswer> {
    const { refund: giveBack } = this.company;
    if (giveBack === undefined) return NOT_SUPPORTED;
    const charged = await this.accounts.known(this.placeOf(refund, refund.chargeKey));
    if (charged === undefined) return { kind: 'failed', reason: 'payment_unknown', reference: null };
    if (charged.amount.amount !== refund.amount.amount || charged.amount.currency !== refund.amount.currency)
      return { kind: 'failed', reason: 'partial_refund_not_supported', reference: null };
    const receipt = charged.receipt ?? refund.chargeReference;
    if (receipt === null) return { kind: 'failed', reason: 'payment_unknown', reference: null };
    const account = await this.accounts.account(this.placeOf(refund, refund.chargeKey));
    if (account === undefined) return NOT_CONNECTED;
    const place = this.placeOf(refund, refund.key);
    if ((await this.accounts.intend(place, account.connectionId, refund.amount)) !== undefined)
      return this.statusOfRefund(refund);
    const said = await giveBack.call(this.company, account, receipt, refund.amount);
    await this.accounts.answered(place, outcomeOf(said));
    return transferOf(said.answer);
  }

  /** The companies tell nothing of refunds afterwards: what was answered is all that is known. */
  async statusOfRefund(refund: ProviderRefund): Promise<TransferAnswer> {
    const known = await this.accounts.known(this.placeOf(refund, refund.key));
    if (known === undefined || known.state === 'absent') return { kind: 'absent', error: 'never_asked' };
    if (known.state === 'refused') return { kind: 'failed', reason: 'declined', reference: known.reference };
    return known.state === 'accepted'
      ? { kind: 'done', reference: known.receipt ?? known.reference }
      : { kind: 'unknown', error: 'answer_lost' };
  }

  payOut(_payout: ProviderPayout): Promise<TransferAnswer> {
    return Promise.resolve(NOT_SUPPORTED);
  }

  statusOfPayout(_payout: ProviderPayout): Promise<TransferAnswer> {
    return Promise.resolve(NOT_SUPPORTED);
  }

  private async remembered(place: RequestPlace, known: EarlierRequest, said: CompanyAnswer): Promise<ChargeAnswer> {
    const { answer, receipt } = said;
    // What the company surely has not got may be asked again under the same key.
    if (answer.kind === 'absent') await this.accounts.answered(place, { state: 'absent' });
    if (answer.kind !== 'captured') return answer;
    if (receipt !== undefined && receipt !== known.receipt)
      await this.accounts.answered(place, { state: 'accepted', receipt });
    // The customer shows the receipt, and settlements name it.
    return { ...answer, reference: receipt ?? known.receipt ?? answer.reference };
  }

  private placeOf({ tenantId, tenantSlug, outletId }: ProviderCharge | ProviderRefund, key: string): RequestPlace {
    return { tenantId, tenantSlug, outletId, provider: this.name, key };
  }
}

const STATES: Readonly<Record<ChargeAnswer['kind'], RequestOutcome['state']>> = {
  captured: 'accepted',
  pending: 'accepted',
  failed: 'refused',
  unknown: 'asked',
  absent: 'absent',
};

function outcomeOf({ answer, receipt, notifyToken, paymentUrl }: CompanyAnswer): RequestOutcome {
  const reference = 'reference' in answer ? answer.reference : null;
  return {
    state: STATES[answer.kind],
    ...(reference !== null && { reference }),
    ...(receipt !== undefined && { receipt }),
    ...(notifyToken !== undefined && { notifyToken }),
    ...(paymentUrl !== undefined && { paymentUrl }),
  };
}

function transferOf(answer: ChargeAnswer): TransferAnswer {
  return answer.kind === 'captured' ? { kind: 'done', reference: answer.reference } : answer;
}
