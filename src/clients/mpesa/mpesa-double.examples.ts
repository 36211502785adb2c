import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mpesaPassword, mpesaTimestamp } from './mpesa-account.js';

/** A push in the double's ledger. */
export interface DoublePush {
  readonly checkoutRequestId: string;
  readonly merchantRequestId: string;
  readonly amount: number;
  readonly phone: string;
  readonly callbackUrl: string;
  /** Absent while the customer has not answered. */
  result?: string;
  receipt?: string;
}

/** What goes wrong with the next push. `lost`: it is taken and the line is cut; `before`: it is not heard; `busy`: it says no. */
export type MpesaTrouble = 'lost' | 'before' | 'busy' | 'error';

interface Said {
  readonly status: number;
  readonly body: object;
}

/** Daraja as far as we use it, with a ledger of its own. */
export class MpesaDouble {
  readonly pushes: DoublePush[] = [];
  readonly paths: string[] = [];
  readonly troubles: MpesaTrouble[] = [];
  /** The only credentials that it knows. */
  readonly account = {
    shortcode: '600000',
    passkey: 'example-passkey',
    consumerKey: 'example-key',
    consumerSecret: 'example-secret-0001',
  };
  tokens = 0;
  expiresIn = '3599';
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(): Promise<MpesaDouble> {
    const double = new MpesaDouble();
    await new Promise<void>((resolve) => double.server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** For `WEBHOOK_ALLOW`. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The customer answers: `0` pays. @returns the callback that M-Pesa would send. */
  answer(push: DoublePush, result = '0', amount: number = push.amount): object {
    push.result = result;
    const { checkoutRequestId: CheckoutRequestID, merchantRequestId: MerchantRequestID } = push;
    const base = { MerchantRequestID, CheckoutRequestID, ResultCode: Number(result), ResultDesc: 'said' };
    if (result !== '0') return { Body: { stkCallback: base } };
    push.receipt = `TKL${String(this.pushes.indexOf(push) + 1).padStart(7, '0')}`;
    const Item = [
      { Name: 'Amount', Value: amount },
      { Name: 'MpesaReceiptNumber', Value: push.receipt },
      { Name: 'Balance' },
      { Name: 'TransactionDate', Value: 20261120213012 },
      { Name: 'PhoneNumber', Value: Number(push.phone) },
    ];
    return { Body: { stkCallback: { ...base, CallbackMetadata: { Item } } } };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = (request.url ?? '').split('?')[0] ?? '';
    this.paths.push(path);
    const trouble = path.includes('stkpush/') ? this.troubles.shift() : undefined;
    if (trouble === 'before') return void request.socket.destroy();
    const text = Buffer.concat(chunks).toString('utf8');
    const { status, body } = this.said(request, path, text === '' ? {} : (JSON.parse(text) as object), trouble);
    if (trouble === 'lost') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private said(request: IncomingMessage, path: string, body: object, trouble: MpesaTrouble | undefined): Said {
    if (path === '/oauth/v1/generate') return this.token(request);
    if (request.headers.authorization !== `Bearer token-${this.tokens}`)
      return { status: 401, body: { requestId: 'r', errorCode: '404.001.03', errorMessage: 'Invalid Access Token' } };
    const asked = body as Readonly<Record<string, string>>;
    const password = mpesaPassword(this.account.shortcode, this.account.passkey, asked['Timestamp'] ?? '');
    if (asked['Password'] !== password)
      return { status: 400, body: { requestId: 'r', errorCode: '500.001.1001', errorMessage: 'Wrong credentials' } };
    if (trouble === 'error') return { status: 503, body: {} };
    return path.includes('stkpushquery') ? this.status(asked) : this.push(asked, trouble);
  }

  private token({ headers }: IncomingMessage): Said {
    const { consumerKey, consumerSecret } = this.account;
    const basic = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
    if (headers.authorization !== `Basic ${basic}`)
      return { status: 400, body: { errorCode: '400.008.01', errorMessage: 'Invalid Authentication passed' } };
    this.tokens += 1;
    return { status: 200, body: { access_token: `token-${this.tokens}`, expires_in: this.expiresIn } };
  }

  private push(asked: Readonly<Record<string, unknown>>, trouble: MpesaTrouble | undefined): Said {
    if (trouble === 'busy')
      return {
        status: 500,
        body: { requestId: 'r', errorCode: '500.001.1001', errorMessage: 'Unable to lock subscriber' },
      };
    const number = this.pushes.length + 1;
    const merchantRequestId = `10000-${2_000_000 + number}-1`;
    const checkoutRequestId = `ws_CO_${mpesaTimestamp(new Date(0))}${String(number).padStart(9, '0')}`;
    const [amount, phone, callbackUrl] = [asked['Amount'], asked['PhoneNumber'], asked['CallBackURL']] as [
      number,
      string,
      string,
    ];
    this.pushes.push({ checkoutRequestId, merchantRequestId, amount, phone, callbackUrl });
    const ResponseDescription = 'Success. Request accepted for processing';
    const ids = { MerchantRequestID: merchantRequestId, CheckoutRequestID: checkoutRequestId };
    return {
      status: 200,
      body: { ...ids, ResponseCode: '0', ResponseDescription, CustomerMessage: ResponseDescription },
    };
  }

  private status(asked: Readonly<Record<string, unknown>>): Said {
    const push = this.pushes.find(({ checkoutRequestId }) => checkoutRequestId === asked['CheckoutRequestID']);
    if (push?.result === undefined)
      return {
        status: 500,
        body: { requestId: 'r', errorCode: '500.001.1001', errorMessage: 'The transaction is being processed' },
      };
    return { status: 200, body: { ResponseCode: '0', ResultCode: push.result, ResultDesc: 'said' } };
  }
}
