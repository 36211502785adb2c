import type { Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { OnBook } from '../../application/pricebook-commands.js';
import type { Pricebook, PricebookId } from '../../domain/pricebook.js';
import { toPricebookResponse, type PricebookResponse } from './pricebook-responses.js';

/** Every command on a book answers with the book. */
export const SHOWN_BOOK: Answer<Pricebook, PricebookResponse> = {
  status: 200,
  render: toPricebookResponse,
  etag: ({ revision }) => revision,
};

/** The book that a request is about, and the revision that its caller saw. @throws Refusal `if_match_invalid`. */
export function onBook(pricebookId: Uuid, request: Pick<PosRequest, 'headers'>): OnBook {
  return { pricebookId: pricebookId as PricebookId, expectedRevision: expectedVersion(request) };
}
