import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { adjustAccount, type AccountDecision } from '../domain/account-ledger.js';
import {
  blockAccount,
  changeAccount,
  closeAccount,
  reopenAccount,
  unblockAccount,
} from '../domain/account-standing.js';
import type { AccountTerms, HouseAccount, HouseAccountId } from '../domain/house-account.js';
import type { AccountOutlets } from '../ports/account-outlets.js';
import type { HouseAccountRepository } from '../ports/house-account-repository.js';
import { assertOutletsOf } from './open-account.js';

/** What the back office does to one account, each with its reason. */
export type AccountCommand = { readonly reason: string } & (
  | { readonly verb: 'change'; readonly changes: Partial<AccountTerms> }
  | { readonly verb: 'block' | 'unblock' | 'close' | 'reopen' }
  | { readonly verb: 'adjust'; readonly amount: Money }
);

export interface AccountTarget {
  readonly id: HouseAccountId;
  /** Refuses the command when the account is at another version. @throws Refusal `version_mismatch`. */
  readonly assertVersion: (version: number) => void;
}

/** Changes terms, blocks, unblocks, closes, opens again or corrects an account. */
export class ChangeAccount {
  constructor(
    private readonly transactor: Transactor,
    private readonly accounts: HouseAccountRepository,
    private readonly outbox: Outbox,
    private readonly outlets: AccountOutlets,
  ) {}

  /** @throws Refusal `house_account_not_found`, `version_mismatch`, and what says why the account cannot be changed like that. */
  execute(context: RequestContext, target: AccountTarget, command: AccountCommand): Promise<HouseAccount> {
    return this.transactor.run(context, async (tx) => {
      const account = await this.accounts.get(tx, target.id, context.principal.outlets);
      target.assertVersion(account.version);
      if (command.verb === 'change' && command.changes.outletIds !== undefined) {
        await assertOutletsOf(tx, context, this.outlets, command.changes.outletIds);
      }
      const decision = decide(account, command, context.at);
      await this.accounts.save(tx, decision);
      this.outbox.append(tx, decision.events);
      return decision.state;
    });
  }
}

function decide(account: HouseAccount, command: AccountCommand, at: Date): AccountDecision {
  const { reason } = command;
  switch (command.verb) {
    case 'change':
      return changeAccount(account, command.changes, reason);
    case 'block':
      return blockAccount(account, reason);
    case 'unblock':
      return unblockAccount(account, reason);
    case 'close':
      return closeAccount(account, reason);
    case 'reopen':
      return reopenAccount(account, reason);
    case 'adjust':
      return adjustAccount(account, command.amount, reason, at);
  }
}
