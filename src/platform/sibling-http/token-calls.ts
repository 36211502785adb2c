import { NoAnswer, type OutsideCalls } from './guarded-calls.js';

/** How an access token is asked for, and whose it is. */
export interface TokenAsking {
  /** Tokens are remembered under it: all that the token depends on, the secret included. Held in memory only. */
  readonly account: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface JsonCall {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface JsonAnswer {
  readonly status: number;
  /** The JSON of the body; `undefined` when there is none that could be read. */
  readonly body: unknown;
}

/** The company gives no token: the credentials are wrong, or it says so. */
export class TokenRefused extends Error {
  constructor(
    readonly status: number,
    /** What it said, cut. */
    readonly said: string,
  ) {
    super(`no token was given (${status})`);
    this.name = 'TokenRefused';
  }
}

interface KnownToken {
  readonly text: string;
  readonly untilMs: number;
}

/** A token is renewed so long before its end. */
const SPARE_MS = 30_000;
const LIFE_DEFAULT_S = 300;
const TOKENS_MAX = 1_000;
const SAID_MAX = 200;

/** JSON calls with an access token (OAuth 2.0, client credentials) that is fetched when needed and kept until it ends. */
export class TokenCalls {
  private readonly tokens = new Map<string, Promise<KnownToken>>();

  constructor(
    private readonly http: OutsideCalls,
    private readonly nowMs: () => number = Date.now,
  ) {}

  /**
   * A call that is told that its token is not valid (401) has done nothing: it is made once more with a fresh one.
   * @throws NoAnswer, TokenRefused. A `NoAnswer` of the token's own call says that the call itself has not arrived.
   */
  async json(asking: TokenAsking, call: JsonCall): Promise<JsonAnswer> {
    const first = await this.send(await this.token(asking), call);
    if (first.status !== 401) return first;
    this.tokens.delete(asking.account);
    return this.send(await this.token(asking), call);
  }

  /** Asks for a token anew. @throws NoAnswer, TokenRefused. */
  async check(asking: TokenAsking): Promise<void> {
    this.tokens.delete(asking.account);
    await this.token(asking);
  }

  private async token(asking: TokenAsking): Promise<string> {
    const { account } = asking;
    const known = await this.tokens.get(account);
    if (known !== undefined && known.untilMs > this.nowMs()) return known.text;
    if (this.tokens.size >= TOKENS_MAX) this.tokens.clear();
    const asked = this.ask(asking);
    this.tokens.set(account, asked);
    try {
      return (await asked).text;
    } catch (error) {
      this.tokens.delete(account);
      throw error;
    }
  }

  private async ask({ method, url, headers, body = '' }: TokenAsking): Promise<KnownToken> {
    try {
      const answer = await this.http.call(url, { method, headers: { accept: 'application/json', ...headers }, body });
      const given = (jsonOf(answer.body) ?? {}) as Readonly<Record<string, unknown>>;
      const token = given['access_token'];
      if (answer.status >= 300 || typeof token !== 'string' || token === '')
        throw new TokenRefused(answer.status, saidIn(given));
      const life = Number(given['expires_in'] ?? LIFE_DEFAULT_S);
      const lifeMs = (Number.isFinite(life) && life > 0 ? life : LIFE_DEFAULT_S) * 1_000;
      return { text: token, untilMs: this.nowMs() + Math.max(lifeMs - SPARE_MS, lifeMs / 2) };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      throw new NoAnswer(error.reason, 'no', error.message, { cause: error });
    }
  }

  private async send(token: string, { method, url, headers, body }: JsonCall): Promise<JsonAnswer> {
    const answer = await this.http.call(url, {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    return { status: answer.status, body: jsonOf(answer.body) };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // what is no JSON is told by its status; its text may hold anything and goes nowhere
  }
}

/** What companies say of a token that they do not give, by the members that are in use for it. */
function saidIn(body: Readonly<Record<string, unknown>>): string {
  for (const member of ['errorMessage', 'error_description', 'message', 'description', 'error']) {
    const said = body[member];
    if (typeof said === 'string' && said !== '') return said.slice(0, SAID_MAX);
  }
  return '';
}

/** Runs a check of credentials. @returns why no token was given, in a sentence; `null` when one was. */
export async function failureOfCheck(check: () => Promise<void>): Promise<string | null> {
  try {
    await check();
    return null;
  } catch (error) {
    if (error instanceof TokenRefused) return error.said === '' ? error.message : `${error.message}: ${error.said}`;
    if (error instanceof NoAnswer) return error.message;
    throw error;
  }
}
