import { Controller, Get, Path, Produces, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { ReportStatement } from '../../application/report-statement.js';
import type { HouseAccountId } from '../../domain/house-account.js';
import type { Statement } from '../../domain/statement.js';
import {
  CSV_MEDIA_TYPE,
  statementCsv,
  toStatement,
  type HouseAccountStatementResponse,
  type StatementFormat,
} from './statement-dtos.js';

@Route('v1/{tenant}/pos/house-accounts/{accountId}')
@Tags('House accounts')
export class HouseAccountStatementsController extends Controller {
  constructor(private readonly reportStatement: ReportStatement) {
    super();
  }

  /**
   * Tells what moved on an account in a period of at most 5,000 entries, and how old what is owed at its end is.
   * @param from counts; from the beginning when absent
   * @param to does not count; now when absent
   */
  @Get('statement')
  @Security('pos', ['house_accounts:read'])
  @Produces('application/json')
  @Produces('text/csv')
  @Response<Problem>(404, 'house_account_not_found')
  @Response<Problem>(422, 'house_account_statement_invalid')
  async statement(
    @Path('tenant') _tenant: string,
    @Path() accountId: Uuid,
    @Request() request: PosRequest,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() format?: StatementFormat,
  ): Promise<HouseAccountStatementResponse> {
    const period = {
      from: from === undefined ? null : timeFrom(from, '/query/from'),
      to: to === undefined ? justAfter(request.context.at) : timeFrom(to, '/query/to'),
    };
    const statement = await this.reportStatement.execute(request.context, accountId as HouseAccountId, period);
    if (formatOf(request, format) === 'csv') sendCsv(request, statement);
    return toStatement(statement); // unused when the answer has gone out as CSV
  }
}

/** What was booked in this very millisecond belongs to a statement up to now. */
function justAfter(at: Date): Date {
  return new Date(at.getTime() + 1);
}

function formatOf(request: PosRequest, format: StatementFormat | undefined): StatementFormat {
  request.res.vary('Accept');
  return format ?? (request.accepts(['application/json', 'text/csv']) === 'text/csv' ? 'csv' : 'json');
}

function sendCsv(request: PosRequest, statement: Statement): void {
  const { account, period } = statement;
  const number = account.number.replaceAll(/[^0-9A-Z-]/g, '-');
  const name = `statement-${number}-${period.to.toISOString().slice(0, 10)}.csv`;
  request.res.setHeader('Content-Type', CSV_MEDIA_TYPE);
  request.res.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  request.res.end(statementCsv(statement));
}
