import {
  Body,
  Controller,
  Get,
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
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { IssueCards, IssuedCard } from '../../application/issue-cards.js';
import type { LookUpCard } from '../../application/look-up-card.js';
import type { GiftCard, GiftCardId } from '../../domain/gift-card.js';
import type { GiftCardViews } from '../../ports/gift-card-views.js';
import {
  toGiftCard,
  toIssuedCards,
  toIssuedCardsAgain,
  toTransaction,
  type GiftCardKind,
  type GiftCardResponse,
  type GiftCardStatus,
  type GiftCardTransactionResponse,
  type IssuedGiftCardsResponse,
  type IssueGiftCardsRequest,
  type LookUpGiftCardRequest,
} from './gift-card-dtos.js';
import { entryNumber, issueFrom } from './gift-card-reading.js';

const SHOWN: Answer<GiftCard, GiftCardResponse> = {
  status: 200,
  render: toGiftCard,
  etag: ({ version }) => version,
};
const ISSUED: Answer<readonly IssuedCard[], IssuedGiftCardsResponse> = {
  status: 201,
  render: toIssuedCards,
  renderRepeat: toIssuedCardsAgain,
};

@Route('v1/{tenant}/pos/gift-cards')
@Tags('Gift cards')
export class GiftCardsController extends Controller {
  constructor(
    private readonly issueCards: IssueCards,
    private readonly lookUpCard: LookUpCard,
    private readonly views: GiftCardViews,
  ) {
    super();
  }

  /**
   * Lists gift cards and vouchers, newest first. Codes are shown nowhere.
   * @param last4 the last four characters of a code, in capitals
   * @param expiringBefore cards that are not used up and run out before then
   */
  @Get()
  @Security('pos', ['gift_cards:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: GiftCardStatus,
    @Query() kind?: GiftCardKind,
    @Query() last4?: string,
    @Query() customerId?: string,
    @Query() expiringBefore?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<GiftCardResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const cards = await this.views.cards(request.context, {
      ...{ status, kind, last4, customerId, limit: page.limit },
      expiringBefore: expiringBefore === undefined ? undefined : timeFrom(expiringBefore, '/query/expiringBefore'),
      after: page.after as [string, string] | undefined,
    });
    return listResponse(cards, page.limit, toGiftCard, ({ issuedAt, id }) => [issuedAt.toISOString(), id]);
  }

  /**
   * Issues cards that wait to be sold, or with `activateBecause` hold their amount at once. The codes are in this answer and
   * nowhere else, ever.
   */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['gift_cards:issue'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(409, 'gift_card_code_taken')
  @Response<Problem>(422, 'gift_card_issue_invalid, gift_card_code_invalid, card_data_not_allowed, unknown_currency')
  issue(
    @Path('tenant') _tenant: string,
    @Body() body: IssueGiftCardsRequest,
    @Request() request: PosRequest,
  ): Promise<IssuedGiftCardsResponse> {
    const command = issueFrom(body);
    return answer(request, ISSUED, (context) => this.issueCards.execute(context, command));
  }

  /**
   * Tells what is on a card, by its code. Changes nothing and needs no Idempotency-Key. After 20 codes a minute that lead nowhere
   * no more of the caller's are looked at.
   */
  @Post('lookup')
  @Security('pos', ['gift_cards:read'])
  @Response<Problem>(422, 'gift_card_unknown, gift_card_code_mistyped')
  @Response<Problem>(429, 'gift_card_too_many_attempts')
  async lookup(
    @Path('tenant') _tenant: string,
    @Body() body: LookUpGiftCardRequest,
    @Request() request: PosRequest,
  ): Promise<GiftCardResponse> {
    return toGiftCard(await this.lookUpCard.execute(request.context, body.code));
  }

  /** Shows a card. */
  @Get('{cardId}')
  @Security('pos', ['gift_cards:read'])
  @Response<Problem>(404, 'gift_card_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() cardId: Uuid,
    @Request() request: PosRequest,
  ): Promise<GiftCardResponse> {
    return answered(request, SHOWN, await this.views.card(request.context, cardId as GiftCardId));
  }

  /** Lists the entries of a card's ledger, newest first. */
  @Get('{cardId}/transactions')
  @Security('pos', ['gift_cards:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'gift_card_not_found')
  async transactions(
    @Path('tenant') _tenant: string,
    @Path() cardId: Uuid,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<GiftCardTransactionResponse>> {
    const page = pageOf(limit, cursor, ['number']);
    const movements = await this.views.movements(request.context, cardId as GiftCardId, {
      limit: page.limit,
      after: entryNumber(page.after),
    });
    return listResponse(movements, page.limit, toTransaction, ({ number }) => [number]);
  }
}
