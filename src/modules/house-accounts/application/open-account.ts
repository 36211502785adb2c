import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { assertOutlets, openAccount, type AccountWish } from '../domain/account-standing.js';
import type { HouseAccount, HouseAccountId } from '../domain/house-account.js';
import type { AccountOutlets } from '../ports/account-outlets.js';
import type { HouseAccountRepository } from '../ports/house-account-repository.js';

export interface OpenAccountCommand extends AccountWish {
  readonly id: HouseAccountId | undefined;
}

/** Opens an account for a customer. */
export class OpenAccount {
  constructor(
    private readonly transactor: Transactor,
    private readonly accounts: HouseAccountRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly outlets: AccountOutlets,
  ) {}

  /**
   * @throws Refusal `house_account_id_taken`, `house_account_number_taken`, `house_account_customer_taken`,
   * `house_account_amount_invalid`, `house_account_outlets_invalid`.
   */
  execute(context: RequestContext, { id, ...wish }: OpenAccountCommand): Promise<HouseAccount> {
    const accountId = id ?? this.ids.next<'house-account'>();
    return this.transactor.run(context, async (tx) => {
      await assertOutletsOf(tx, context, this.outlets, wish.outletIds);
      const { state, events } = openAccount(wish, accountId, context.at);
      await this.accounts.add(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}

/** Checks where an account is to be used. @throws Refusal `house_account_outlets_invalid`. */
export async function assertOutletsOf(
  tx: Tx,
  { principal }: RequestContext,
  outlets: AccountOutlets,
  outletIds: readonly OutletId[] | null,
): Promise<void> {
  const known = new Set((await outlets.all(tx)).filter((outletId) => mayActFor(principal, outletId)));
  assertOutlets(outletIds, known, principal.outlets !== undefined);
}
