import { Controller, Get, Path, Produces, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { once } from 'node:events';
import { Refusal } from '../../../../kernel/refusal.js';
import { beginCsv, formatOf, type ReportFormat } from '../../../../platform/http/csv.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';
import { listResponse, pageOf, type ListResponse, type Page, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { AuditFilter, AuditViews } from '../../ports/audit-views.js';
import { CSV_HEADER, entryLine } from './audit-csv.js';
import {
  toAuditEntry,
  type AuditEntryResponse,
  type AuditHeadResponse,
  type AuditNumber,
  type AuditOutcome,
} from './audit-dtos.js';

const CSV_PAGE = 500;
/** Bounds one file; narrow the time for more. */
const CSV_ROWS_MAX = 100_000;

@Route('v1/{tenant}/pos/audit')
@Tags('Audit')
export class AuditController extends Controller {
  constructor(private readonly views: AuditViews) {
    super();
  }

  /**
   * Lists who did what, newest first. As CSV it is one file of at most 100,000 lines, from the cursor on.
   * @param actor as events name their actors: `user:…`, `api-key:…`, `system:…`
   * @param action a type of events, or the beginning of types that ends in `*`: `pos.cashdrawer.*`
   * @param target kind and id: `orders/0197…`
   * @param from done at or after
   * @param to done before
   */
  @Get()
  @Security('pos', ['audit:read'])
  @Produces('application/json')
  @Produces('text/csv')
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() actor?: string,
    @Query() action?: string,
    @Query() target?: string,
    @Query() outletId?: Uuid,
    @Query() outcome?: AuditOutcome,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
    @Query() format?: ReportFormat,
  ): Promise<ListResponse<AuditEntryResponse>> {
    const page = pageOf(limit, cursor, ['number']);
    const filter = { actor, action, target, outletId, outcome, ...periodFrom(from, to) };
    if (formatOf(request, format) === 'csv') {
      await this.sendCsv(request, filter, belowOf(page));
      return { data: [], nextCursor: null }; // unused: the answer has gone out as CSV
    }
    const query = { ...filter, limit: page.limit, below: belowOf(page) };
    const entries = await this.views.entries(request.context, query);
    return listResponse(entries, page.limit, toAuditEntry, ({ number }) => [number]);
  }

  /** Shows the end of the chain. */
  @Get('head')
  @Security('pos', ['audit:read'])
  async head(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<AuditHeadResponse> {
    const { number, hash } = await this.views.head(request.context);
    return { number, hash };
  }

  /** Shows an entry. */
  @Get('{number}')
  @Security('pos', ['audit:read'])
  @Response<Problem>(404, 'audit_entry_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() number: AuditNumber,
    @Request() request: PosRequest,
  ): Promise<AuditEntryResponse> {
    return toAuditEntry(await this.views.entry(request.context, number));
  }

  private async sendCsv(request: PosRequest, filter: AuditFilter, from: number | undefined): Promise<void> {
    const { res } = request;
    let below = from;
    for (let rows = 0; rows < CSV_ROWS_MAX; rows += CSV_PAGE) {
      const read = await this.views.entries(request.context, { ...filter, limit: CSV_PAGE, below });
      // The head goes out when the first page is there: what fails before that is still a problem of its own.
      if (rows === 0) {
        beginCsv(request, `audit-${request.context.at.toISOString().slice(0, 10)}`);
        res.write(CSV_HEADER);
      }
      const shown = read.slice(0, CSV_PAGE);
      const taken = res.write(shown.map(entryLine).join(''));
      below = shown.at(-1)?.number;
      if (read.length <= CSV_PAGE || res.destroyed) break;
      if (!taken) await Promise.race([once(res, 'drain'), once(res, 'close')]);
    }
    res.end();
  }
}

function periodFrom(from: Timestamp | undefined, to: Timestamp | undefined): Pick<AuditFilter, 'from' | 'to'> {
  return {
    from: from === undefined ? undefined : timeFrom(from, '/query/from'),
    to: to === undefined ? undefined : timeFrom(to, '/query/to'),
  };
}

function belowOf({ after }: Page): number | undefined {
  if (after === undefined) return undefined;
  const [number] = after;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number > 0) return number;
  const field = { pointer: '/query/cursor', message: 'must be a nextCursor of this list' };
  throw new Refusal<RequestRefusal>('cursor_invalid', {}, [field]);
}
