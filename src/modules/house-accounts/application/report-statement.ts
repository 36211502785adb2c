import type { RequestContext } from '../../../kernel/context.js';
import type { HouseAccountId } from '../domain/house-account.js';
import { assertPeriod, statementOf, type Statement, type StatementPeriod } from '../domain/statement.js';
import type { HouseAccountViews } from '../ports/house-account-views.js';

/** Tells what moved on an account in a period, and how old what is owed at its end is. */
export class ReportStatement {
  constructor(private readonly views: HouseAccountViews) {}

  /** @throws Refusal `house_account_not_found`, `house_account_statement_invalid`. */
  async execute(context: RequestContext, id: HouseAccountId, period: StatementPeriod): Promise<Statement> {
    assertPeriod(period);
    return statementOf(await this.views.statement(context, id, period), period);
  }
}
