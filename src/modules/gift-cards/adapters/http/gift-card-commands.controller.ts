import { Body, Controller, Path, Post, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Money } from '../../../../kernel/money.js';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyFrom, timeFrom, type Uuid } from '../../../../platform/http/values.js';
import type { CardCommand, ChangeCard } from '../../application/change-card.js';
import type { TransferValue } from '../../application/transfer-value.js';
import type { GiftCard, GiftCardId } from '../../domain/gift-card.js';
import {
  toGiftCard,
  type AdjustGiftCardRequest,
  type ExtendGiftCardRequest,
  type GiftCardReasonRequest,
  type GiftCardResponse,
  type GiftCardTransferResponse,
  type GiftCardValueRequest,
  type TransferGiftCardRequest,
} from './gift-card-dtos.js';
import { screened } from './gift-card-reading.js';

const CHANGED: Answer<GiftCard, GiftCardResponse> = {
  status: 200,
  render: toGiftCard,
  etag: ({ version }) => version,
};
const TRANSFERRED: Answer<{ readonly from: GiftCard; readonly to: GiftCard }, GiftCardTransferResponse> = {
  status: 200,
  render: ({ from, to }) => ({ from: toGiftCard(from), to: toGiftCard(to) }),
};
const VALUE_REFUSALS = 'gift_card_amount_invalid, gift_card_currency, amount_out_of_range, card_data_not_allowed';

@Route('v1/{tenant}/pos/gift-cards/{cardId}')
@Tags('Gift cards')
export class GiftCardCommandsController extends Controller {
  constructor(
    private readonly changeCard: ChangeCard,
    private readonly transferValue: TransferValue,
  ) {
    super();
  }

  /** Puts the first value on a card that waits, without selling it. */
  @Post('activate')
  @Security('pos', ['gift_cards:issue'])
  @Response<Problem>(404, 'gift_card_not_found')
  @Response<Problem>(409, 'gift_card_already_active, gift_card_blocked, gift_card_expired, gift_card_closed')
  @Response<Problem>(422, VALUE_REFUSALS)
  activate(
    @Path('tenant') _tenant: string,
    @Path() cardId: Uuid,
    @Body() body: GiftCardValueRequest,
    @Request() request: PosRequest,
  ): Promise<GiftCardResponse> {
    return this.change(request, cardId, { verb: 'activate', ...valueFrom(body) });
  }

  /** Puts more value on a card in use, without selling it. */
  @Post('reload')
  @Security('pos', ['gift_cards:issue'])
  @Response<Problem>(404, 'gift_card_not_found')
  @Response<Problem>(409, 'gift_card_not_active, gift_card_blocked, gift_card_expired, gift_card_closed')
  @Response<Problem>(422, VALUE_REFUSALS)
  reload(
    @Path('tenant') _tenant: string,
    @Path() cardId: Uuid,
    @Body() body: GiftCardValueRequest,
    @Request() request: PosRequest,
  ): Promise<GiftCardResponse> {
    return this.change(request, cardId, { verb: 'reload', ...valueFrom(body) });
  }

  /** Corrects a balance by hand, up or down. */
  @Post('adjust')
  @Security('pos', ['gift_cards:manage'])
  @Response<Problem>(404, 'gift_card_not_found')
  @Response<Problem>(409, 'gift_card_not_active, gift_card_closed')
  @Response<Problem>(422, `gift_card_balance_too_low, ${VALUE_REFUSALS}`)
  adjust(
    @Path('tenant') _tenant: string,
    @Path() cardId: Uuid,
    @Body() body: AdjustGiftCardRequest,
    @Request() request: PosRequest,
  ): Promise<GiftCardResponse> {
    return this.change(request, cardId, { verb: 'adjust', ...valueFrom(body) });
  }

  /** Keeps a card from being used until it is unblocked. */
  @Post('block')
  @Security('pos', ['gift_cards:manage'])
  @Response<Problem>(404, 'gift_card_not_found')
  @Response<Problem>(409, 'gift_card_blocked, gift_card_expired, gift_card_closed')
  @Response<Problem>(422, 'card_data_not_allowed')
  block(
    @Path('tenant') _tenant: string,
    @Path() cardId: Uuid,
    @Body() body: GiftCardReasonRequest,
    @Request() request: PosRequest,
  ): Promise<GiftCardResponse> {
    return this.change(request, cardId, { verb: 'block', reason: screened(body.reason, '/reason') });
  }

  /** Lets a blocked card be used again; past its date it is expired, with what is on it. */
  @Post('unblock')
  @Security('pos', ['gift_cards:manage'])
  @Response<Problem>(404, 'gift_card_not_found')
  @Response<Problem>(409, 'gift_card_not_blocked')
  @Response<Problem>(422, 'card_data_not_allowed')
  unblock(
    @Path('tenant') _tenant: string,
    @Path() cardId: Uuid,
    @Body() body: GiftCardReasonRequest,
    @Request() request: PosRequest,
  ): Promise<GiftCardResponse> {
    return this.change(request, cardId, { verb: 'unblock', reason: screened(body.reason, '/reason') });
  }

  /** Moves all that is on a card, which is then closed, or a part of it to another card. The other one may wait to be activated. */
  @Post('transfer')
  @Security('pos', ['gift_cards:manage'])
  @Response<Problem>(404, 'gift_card_not_found')
  @Response<Problem>(409, 'gift_card_not_active, gift_card_blocked, gift_card_expired, gift_card_closed')
  @Response<Problem>(422, `gift_card_balance_too_low, gift_card_transfer_invalid, ${VALUE_REFUSALS}`)
  transfer(
    @Path('tenant') _tenant: string,
    @Path() cardId: Uuid,
    @Body() body: TransferGiftCardRequest,
    @Request() request: PosRequest,
  ): Promise<GiftCardTransferResponse> {
    const { toCardId, amount } = body;
    const reason = screened(body.reason, '/reason');
    const value = amount === undefined ? null : moneyFrom(amount, '/amount');
    const command = { from: cardId as GiftCardId, to: toCardId as GiftCardId, amount: value, reason };
    return answer(request, TRANSFERRED, (context) => this.transferValue.execute(context, command));
  }

  /** Ends a card's time now; what is on it is gone. */
  @Post('expire')
  @Security('pos', ['gift_cards:manage'])
  @Response<Problem>(404, 'gift_card_not_found')
  @Response<Problem>(409, 'gift_card_blocked, gift_card_expired, gift_card_closed')
  @Response<Problem>(422, 'card_data_not_allowed')
  expire(
    @Path('tenant') _tenant: string,
    @Path() cardId: Uuid,
    @Body() body: GiftCardReasonRequest,
    @Request() request: PosRequest,
  ): Promise<GiftCardResponse> {
    return this.change(request, cardId, { verb: 'expire', reason: screened(body.reason, '/reason') });
  }

  /** Makes a card good for longer. An expired one can be used again; what was taken off when it expired is not given back by it. */
  @Post('extend')
  @Security('pos', ['gift_cards:manage'])
  @Response<Problem>(404, 'gift_card_not_found')
  @Response<Problem>(409, 'gift_card_closed')
  @Response<Problem>(422, 'gift_card_expiry_invalid, card_data_not_allowed')
  extend(
    @Path('tenant') _tenant: string,
    @Path() cardId: Uuid,
    @Body() body: ExtendGiftCardRequest,
    @Request() request: PosRequest,
  ): Promise<GiftCardResponse> {
    const { expiresAt } = body;
    const reason = screened(body.reason, '/reason');
    const until = expiresAt === null ? null : timeFrom(expiresAt, '/expiresAt');
    return this.change(request, cardId, { verb: 'extend', expiresAt: until, reason });
  }

  private change(request: PosRequest, cardId: Uuid, command: CardCommand): Promise<GiftCardResponse> {
    return answer(request, CHANGED, (context) => this.changeCard.execute(context, cardId as GiftCardId, command));
  }
}

function valueFrom({ amount, reason }: GiftCardValueRequest | AdjustGiftCardRequest): {
  amount: Money;
  reason: string;
} {
  return { amount: moneyFrom(amount, '/amount'), reason: screened(reason, '/reason') };
}
