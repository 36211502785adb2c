import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { airtelHash } from './airtel-callbacks.js';

/** A collection in the double's ledger. */
export interface DoubleCollection {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly msisdn: string;
  code: 'TIP' | 'TS' | 'TF' | 'TA';
  airtelMoneyId: string;
  refunded: boolean;
}

/** What goes wrong with the next collection. `lost`: it is taken and the line is cut; `before`: it is not heard. */
export type AirtelTrouble = 'lost' | 'before';

interface Said {
  readonly status: number;
  readonly body: object;
}

const NO = { result_code: 'ESB000008', success: false };

/** Airtel Money as far as we use it, with a ledger of its own. */
export class AirtelDouble {
  readonly collections: DoubleCollection[] = [];
  readonly troubles: AirtelTrouble[] = [];
  readonly account = { clientId: 'example-client', clientSecret: 'example-secret-0002' };
  readonly callbackKey = 'example-callback-key';
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(): Promise<AirtelDouble> {
    const double = new AirtelDouble();
    await new Promise<void>((resolve) => double.server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  /** For `WEBHOOK_ALLOW`. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** The customer answers. @returns the callback that Airtel would send; with a hash where that is switched on. */
  answer(
    collection: DoubleCollection,
    code: DoubleCollection['code'],
    options: { readonly hashed?: boolean } = {},
  ): object {
    collection.code = code;
    const message = code === 'TS' ? `Paid ${collection.currency} ${collection.amount}` : 'Insufficient balance';
    const transaction = { id: collection.id, message, status_code: code, airtel_money_id: collection.airtelMoneyId };
    return options.hashed === true ? { transaction, hash: airtelHash(transaction, this.callbackKey) } : { transaction };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const trouble = request.url === '/merchant/v1/payments/' ? this.troubles.shift() : undefined;
    if (trouble === 'before') return void request.socket.destroy();
    const text = Buffer.concat(chunks).toString('utf8');
    const { status, body } = this.said(request, text === '' ? {} : (JSON.parse(text) as Record<string, never>));
    if (trouble === 'lost') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private said({ method, url = '', headers }: IncomingMessage, body: Readonly<Record<string, never>>): Said {
    if (url === '/auth/oauth2/token') return this.token(body);
    if (headers.authorization !== 'Bearer airtel-token') return { status: 401, body: { error: 'invalid_token' } };
    if (url === '/merchant/v1/payments/') return this.collect(body);
    if (url === '/standard/v1/payments/refund') return this.refund(body);
    if (method === 'GET') return this.status(decodeURIComponent(url.split('/').at(-1) ?? ''));
    return { status: 404, body: {} };
  }

  private token(body: Readonly<Record<string, unknown>>): Said {
    const { clientId, clientSecret } = this.account;
    if (body['client_id'] !== clientId || body['client_secret'] !== clientSecret)
      return { status: 401, body: { error_description: 'Invalid client authentication', error: 'invalid_client' } };
    return { status: 200, body: { token_type: 'bearer', expires_in: '180', access_token: 'airtel-token' } };
  }

  private collect(body: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Said {
    const { id, amount, currency } = body['transaction'] as { id: string; amount: number; currency: string };
    if (this.collections.some((one) => one.id === id))
      return { status: 200, body: { status: { ...NO, message: 'Duplicate transaction id' } } };
    const airtelMoneyId = `MP261120.2130.L${String(this.collections.length + 1).padStart(5, '0')}`;
    const msisdn = String(body['subscriber']?.['msisdn']);
    this.collections.push({ id, amount, currency, msisdn, code: 'TIP', airtelMoneyId, refunded: false });
    const status = { response_code: 'DP00800001006', result_code: 'ESB000010', success: true, message: 'Success.' };
    return { status: 200, body: { data: { transaction: { id, status: 'Success.' } }, status } };
  }

  private status(id: string): Said {
    const found = this.collections.find((one) => one.id === id);
    if (found === undefined)
      return {
        status: 200,
        body: { status: { result_code: 'ESB000045', success: false, message: 'No transaction found' } },
      };
    const message = found.code === 'TF' ? 'Insufficient balance' : 'success';
    const transaction = { airtel_money_id: found.airtelMoneyId, id, message, status: found.code };
    return { status: 200, body: { data: { transaction }, status: { result_code: 'ESB000010', success: true } } };
  }

  private refund(body: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Said {
    const found = this.collections.find((one) => one.airtelMoneyId === body['transaction']?.['airtel_money_id']);
    if (found === undefined || found.refunded || found.code !== 'TS')
      return { status: 200, body: { status: { ...NO, message: 'Refund is not possible' } } };
    found.refunded = true;
    const transaction = { airtel_money_id: `${found.airtelMoneyId}R`, status: 'SUCCESS' };
    return { status: 200, body: { data: { transaction }, status: { result_code: 'ESB000010', success: true } } };
  }
}
