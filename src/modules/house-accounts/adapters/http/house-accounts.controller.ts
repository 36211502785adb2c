import {
  Body,
  Controller,
  Get,
  Patch,
  Path,
  Post,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { assertVersion, expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { badValue, type Uuid } from '../../../../platform/http/values.js';
import type { ChangeAccount } from '../../application/change-account.js';
import type { OpenAccount } from '../../application/open-account.js';
import { normalNumber } from '../../domain/account-number.js';
import type { HouseAccount, HouseAccountId } from '../../domain/house-account.js';
import type { HouseAccountViews } from '../../ports/house-account-views.js';
import {
  toBalances,
  toHouseAccount,
  toRecordedEntry,
  type ChangeHouseAccountRequest,
  type HouseAccountBalancesResponse,
  type HouseAccountEntryKind,
  type HouseAccountRecordedEntryResponse,
  type HouseAccountResponse,
  type HouseAccountStatusName,
  type OpenHouseAccountRequest,
} from './house-account-dtos.js';
import { changesFrom, entryNumber, openingFrom, searchFrom, type TextScreen } from './house-account-reading.js';

const SHOWN: Answer<HouseAccount, HouseAccountResponse> = {
  status: 200,
  render: toHouseAccount,
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos/house-accounts')
@Tags('House accounts')
export class HouseAccountsController extends Controller {
  constructor(
    private readonly openAccount: OpenAccount,
    private readonly changeAccount: ChangeAccount,
    private readonly views: HouseAccountViews,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /**
   * Lists accounts, newest first.
   * @param number the whole number, as typed
   * @param q part of the number or of the name
   * @param owing true: only accounts on which something is owed, either way
   */
  @Get()
  @Security('pos', ['house_accounts:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: HouseAccountStatusName,
    @Query() customerId?: string,
    @Query() number?: string,
    @Query() q?: string,
    @Query() owing?: boolean,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<HouseAccountResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const typed = searchFrom(number, '/query/number');
    const accounts = await this.views.accounts(request.context, {
      ...{ status, owing, limit: page.limit, customerId: searchFrom(customerId, '/query/customerId') },
      ...{ number: typed === undefined ? undefined : normalNumber(typed), q: searchFrom(q, '/query/q') },
      after: page.after as [string, string] | undefined,
    });
    return listResponse(accounts, page.limit, toHouseAccount, ({ openedAt, id }) => [openedAt.toISOString(), id]);
  }

  /** Opens an account: goods now, money later, up to a limit. */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['house_accounts:manage'])
  @Response<Problem>(409, 'house_account_id_taken, house_account_number_taken, house_account_customer_taken')
  @Response<Problem>(
    422,
    'house_account_number_invalid, house_account_outlets_invalid, card_data_not_allowed, unknown_currency',
  )
  open(
    @Path() tenant: string,
    @Body() body: OpenHouseAccountRequest,
    @Request() request: PosRequest,
  ): Promise<HouseAccountResponse> {
    const command = openingFrom(body, this.screen);
    const location = ({ id }: HouseAccount): string => `/v1/${tenant}/pos/house-accounts/${id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) =>
      this.openAccount.execute(context, command),
    );
  }

  /** Shows how much is owed on all accounts together, by currency. */
  @Get('balances')
  @Security('pos', ['house_accounts:read'])
  async balances(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
  ): Promise<HouseAccountBalancesResponse> {
    return toBalances(await this.views.balances(request.context));
  }

  /** Shows an account. */
  @Get('{accountId}')
  @Security('pos', ['house_accounts:read'])
  @Response<Problem>(404, 'house_account_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() accountId: Uuid,
    @Request() request: PosRequest,
  ): Promise<HouseAccountResponse> {
    return answered(request, SHOWN, await this.views.account(request.context, accountId as HouseAccountId));
  }

  /** Changes name, limit, terms or outlets. What is owed may be above a lower limit: then nothing more can be bought. */
  @Patch('{accountId}')
  @Security('pos', ['house_accounts:manage'])
  @Response<Problem>(404, 'house_account_not_found')
  @Response<Problem>(409, 'house_account_closed')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'house_account_currency, house_account_outlets_invalid, card_data_not_allowed')
  change(
    @Path('tenant') _tenant: string,
    @Path() accountId: Uuid,
    @Body() body: ChangeHouseAccountRequest,
    @Request() request: PosRequest,
  ): Promise<HouseAccountResponse> {
    const changes = changesFrom(body, this.screen);
    if (Object.keys(changes).length === 0) throw badValue('', 'must name something to change');
    this.screen(body.reason, '/reason');
    const expected = expectedVersion(request);
    const target = {
      id: accountId as HouseAccountId,
      assertVersion: (version: number) => assertVersion(expected, version),
    };
    const command = { verb: 'change', changes, reason: body.reason } as const;
    return answer(request, SHOWN, (context) => this.changeAccount.execute(context, target, command));
  }

  /** Lists the entries of an account's ledger, newest first. */
  @Get('{accountId}/entries')
  @Security('pos', ['house_accounts:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'house_account_not_found')
  async entries(
    @Path('tenant') _tenant: string,
    @Path() accountId: Uuid,
    @Request() request: PosRequest,
    @Query() kind?: HouseAccountEntryKind,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<HouseAccountRecordedEntryResponse>> {
    const page = pageOf(limit, cursor, ['number']);
    const query = { kind, limit: page.limit, after: entryNumber(page.after) };
    const entries = await this.views.entries(request.context, accountId as HouseAccountId, query);
    return listResponse(entries, page.limit, toRecordedEntry, ({ number }) => [number]);
  }
}
