import { hash } from 'node:crypto';
import type { Response } from 'express';
import { isUuid, type OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { answered, answering, type Answer } from '../../../../platform/http/answering.js';
import { readBytes } from '../../../../platform/http/body.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { RawRoute } from '../../../../platform/http/raw-route.js';
import { badValue, moneyFrom, timeFrom } from '../../../../platform/http/values.js';
import type { ReceiveSettlement } from '../../application/receive-settlement.js';
import { netOf, type Settlement } from '../../domain/settlement.js';
import type { TextScreen } from '../../ports/text-screen.js';
import { fingerprintOf, toSettlementResponse, type SettlementResponse } from './settlement-dtos.js';
import { settlementLinesOf } from './settlement-csv.js';

const CSV_TYPE = /^text\/csv\s*(?:;\s*(?:charset\s*=\s*"?utf-8"?|header\s*=\s*"?present"?)\s*)*$/i;
const LIMITS = { bytes: 2 * 1024 * 1024, timeoutMs: 60_000 };
const MEDIA_TYPE = 'text/csv';
/** A file is held whole, so only so many at a time. */
const FILES_AT_ONCE = 4;
const TAKEN: Answer<Settlement, SettlementResponse> = {
  status: 201,
  render: toSettlementResponse,
  etag: ({ version }) => version,
};

/** `POST …/settlements/imports`: a provider's file, as its portal gives it. What the file does not say is in the query. */
export class SettlementImportRoute implements RawRoute {
  readonly method = 'post';
  readonly path = '/v1/{tenant}/pos/settlements/imports';
  readonly permission = 'settlements:write';
  private files = 0;

  constructor(
    private readonly receive: Pick<ReceiveSettlement, 'execute'>,
    private readonly screen: TextScreen,
  ) {}

  readonly handler = async (request: PosRequest, response: Response): Promise<void> => {
    const { headers } = request;
    if (!CSV_TYPE.test(headers['content-type'] ?? '') || (headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new Refusal<RequestRefusal>('unsupported_media_type', { accepts: MEDIA_TYPE });
    answering(request, TAKEN); // a key that is missing is told before a long upload, not after it
    const said = saidIn(request);
    if (this.files >= FILES_AT_ONCE) throw new Refusal<RequestRefusal>('overloaded');
    this.files += 1;
    try {
      const file = await readBytes(request, LIMITS);
      request.body = { sha256: hash('sha256', file, 'hex'), ...request.query }; // what the key's fingerprint is made of
      const lines = settlementLinesOf(file, said.currency);
      const net = said.net ?? { amount: netOf(lines), currency: said.currency };
      const draft = { ...said, reference: this.screen(said.reference, '/query/reference'), lines, net };
      const command = { ...draft, id: undefined, fingerprint: fingerprintOf(draft) };
      const taken = await this.receive.execute(answering(request, TAKEN), command);
      response.status(TAKEN.status).json(answered(request, TAKEN, taken));
    } finally {
      this.files -= 1;
    }
  };
}

function saidIn({ query }: PosRequest) {
  const text = (name: string, form: RegExp, message: string): string => {
    const value = query[name];
    if (typeof value !== 'string' || !form.test(value)) throw badValue(`/query/${name}`, message);
    return value;
  };
  const currency = text('currency', /^[A-Z]{3}$/, 'must be three capital letters');
  moneyFrom({ amount: 0, currency }, '/query'); // a currency that there is
  const outletId = query['outletId'];
  if (outletId !== undefined && (typeof outletId !== 'string' || !isUuid(outletId)))
    throw badValue('/query/outletId', 'must be a UUID in lower case');
  const time = (name: string): Date => timeFrom(text(name, /^\d{4}-\d\d-\d\dT/, 'must be RFC 3339'), `/query/${name}`);
  return {
    provider: text('provider', /^[a-z][a-z0-9_]{0,39}$/, 'must be the name of a provider'),
    reference: text('reference', /^.{1,100}$/s, 'must have 1 to 100 characters'),
    outletId: (outletId ?? null) as OutletId | null,
    currency,
    periodFrom: time('periodFrom'),
    periodTo: time('periodTo'),
    net:
      query['net'] === undefined
        ? undefined
        : moneyFrom({ amount: Number(text('net', /^-?\d{1,15}$/, 'must be minor units')), currency }, '/query/net'),
  };
}
