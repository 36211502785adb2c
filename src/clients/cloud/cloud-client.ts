import type { OwnKey } from '../../platform/dpop/own-key.js';
import { CloudAway, CloudRefused } from './cloud-failed.js';

/** How this installation is known to the cloud. */
export interface CloudAccess {
  /** Such as `https://pos.example`, without a slash at the end. */
  readonly baseUrl: string;
  /** Slug of the business. */
  readonly tenant: string;
  /** Of the device; never logged. */
  readonly token: string;
  readonly key: OwnKey;
  /** In ms since the epoch. */
  readonly now: () => number;
}

type Query = Readonly<Record<string, string | number | null>>;

const TIMEOUT_MS = 20_000;
const PROOF_REFUSED = 'proof_refused';

/** Talks to the cloud as the device that this installation is there: each request is proved by its key (RFC 9449). */
export class CloudClient {
  private skewMs = 0;

  constructor(private readonly access: CloudAccess) {}

  /** @param path below `/v1/{tenant}/pos`. @throws CloudAway, CloudRefused. */
  get<Result>(path: string, query: Query = {}): Promise<Result> {
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== null) asked.set(name, String(value));
    return this.request('GET', asked.size === 0 ? path : `${path}?${asked.toString()}`, undefined);
  }

  /** Under a fresh idempotency key. @throws CloudAway, CloudRefused. */
  post<Result>(path: string, body: object): Promise<Result> {
    return this.request('POST', path, JSON.stringify(body));
  }

  private async request<Result>(method: string, path: string, body: string | undefined): Promise<Result> {
    const { baseUrl, tenant } = this.access;
    const url = `${baseUrl}/v1/${encodeURIComponent(tenant)}/pos${path}`;
    const key = crypto.randomUUID();
    const first = await this.sent(method, url, body, key);
    const refusal = await refusalOf(first);
    if (refusal === null) return read<Result>(first);
    if (refusal.code !== PROOF_REFUSED) throw refusal;
    // One of the two clocks is wrong: theirs is the one that counts.
    const there = Date.parse(first.headers.get('Date') ?? '');
    if (!Number.isFinite(there)) throw refusal;
    this.skewMs = there - this.access.now();
    const second = await this.sent(method, url, body, key);
    const again = await refusalOf(second);
    if (again !== null) throw again;
    return read<Result>(second);
  }

  private async sent(method: string, url: string, body: string | undefined, key: string): Promise<Response> {
    const { token, key: own, now } = this.access;
    const headers = {
      ...{ Accept: 'application/json', Authorization: `Bearer ${token}` },
      DPoP: own.proof(method, url, token, now() + this.skewMs),
      ...(body !== undefined && { 'Content-Type': 'application/json', 'Idempotency-Key': key }),
    };
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      return await fetch(url, { method, headers, redirect: 'error', signal, ...(body !== undefined && { body }) });
    } catch (error) {
      throw new CloudAway('the cloud cannot be reached', { cause: error });
    }
  }
}

async function refusalOf(response: Response): Promise<CloudRefused | null> {
  if (response.ok) return null;
  const { status, headers } = response;
  const { code = 'unknown', detail = '' } = await read<{ code?: string; detail?: string }>(response);
  if (status >= 500) throw new CloudAway(`the cloud cannot serve now (${status} ${code})`);
  const after = Number(headers.get('Retry-After') ?? Number.NaN);
  return new CloudRefused(status, code, detail, Number.isFinite(after) ? after : null);
}

async function read<Result>(response: Response): Promise<Result> {
  try {
    return (await response.json()) as Result;
  } catch (error) {
    // A proxy on the way, or a connection that broke off.
    throw new CloudAway(`the answer of the cloud cannot be read (${response.status})`, { cause: error });
  }
}
