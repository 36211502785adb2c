import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A payment in the double's ledger. */
export interface DoublePayment {
  readonly orderId: string;
  readonly amount: number;
  readonly currency: string;
  readonly notifUrl: string;
  readonly payToken: string;
  readonly notifToken: string;
  readonly txnid: string;
  status: 'INITIATED' | 'PENDING' | 'SUCCESS' | 'FAILED' | 'EXPIRED';
}

interface Said {
  readonly status: number;
  readonly body: object;
}

/** Orange Money's WebPay as far as we use it, with a ledger of its own. */
export class OrangeDouble {
  readonly payments: DoublePayment[] = [];
  readonly troubles: ('lost' | 'before')[] = [];
  readonly account = {
    clientId: 'example-client',
    clientSecret: 'example-secret-0003',
    merchantKey: 'example-merchant',
  };
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(): Promise<OrangeDouble> {
    const double = new OrangeDouble();
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

  /** The customer answers. @returns the callback that Orange would send. */
  answer(payment: DoublePayment, status: DoublePayment['status']): object {
    payment.status = status;
    return { status, notif_token: payment.notifToken, txnid: payment.txnid };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const trouble = request.url?.endsWith('/webpayment') === true ? this.troubles.shift() : undefined;
    if (trouble === 'before') return void request.socket.destroy();
    const { status, body } = this.said(request, Buffer.concat(chunks).toString('utf8'));
    if (trouble === 'lost') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private said({ url = '', headers }: IncomingMessage, text: string): Said {
    if (url === '/oauth/v3/token') return this.token(headers.authorization, text);
    if (headers.authorization !== 'Bearer orange-token')
      return { status: 401, body: { code: 42, message: 'Expired credentials' } };
    const body = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (url.endsWith('/webpayment')) return this.open(body);
    const found = this.payments.find(
      ({ orderId, payToken, amount }) =>
        orderId === body['order_id'] && payToken === body['pay_token'] && amount === body['amount'],
    );
    if (found === undefined) return { status: 404, body: { code: 60, message: 'Resource not found' } };
    return { status: 201, body: { status: found.status, order_id: found.orderId, txnid: found.txnid } };
  }

  private token(authorization: string | undefined, text: string): Said {
    const basic = Buffer.from(`${this.account.clientId}:${this.account.clientSecret}`).toString('base64');
    if (authorization !== `Basic ${basic}` || text !== 'grant_type=client_credentials')
      return {
        status: 401,
        body: { error: 'invalid_client', error_description: 'The requested service needs credentials' },
      };
    return { status: 200, body: { token_type: 'Bearer', access_token: 'orange-token', expires_in: 7_776_000 } };
  }

  private open(body: Readonly<Record<string, unknown>>): Said {
    if (body['merchant_key'] !== this.account.merchantKey)
      return { status: 400, body: { code: 1202, message: 'Invalid merchant key' } };
    const number = String(this.payments.length + 1).padStart(5, '0');
    const [payToken, notifToken] = [`pay-${number}`, `example-notif-token-${number}`];
    this.payments.push({
      orderId: String(body['order_id']),
      amount: Number(body['amount']),
      currency: String(body['currency']),
      notifUrl: String(body['notif_url']),
      payToken,
      notifToken,
      txnid: `MP261120.2130.C${number}`,
      status: 'INITIATED',
    });
    const links = { payment_url: `https://webpayment.example/pay_token/${payToken}`, notif_token: notifToken };
    return { status: 201, body: { status: 201, message: 'OK', pay_token: payToken, ...links } };
  }
}
