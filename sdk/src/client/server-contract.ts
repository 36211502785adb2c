import { PosProblem, type PosUnreachable } from './pos-problem.js';

/** A path of the contract without its braces filled: `/v1/{tenant}/pos/sync/batches`. */
interface Contract {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, unknown>>;
}

const NOT_FOUND = 'not_found';
const TOO_OLD = 'server_too_old';
const TIMEOUT_MS = 30_000;

/**
 * Tells a thing that is absent from a route that is: a server older than this program lacks routes, and what it then answers
 * looks like any other 404. The contract that the server publishes is read once, and only when that happens.
 */
export class ServerContract {
  private read: Promise<Contract | undefined> | undefined;

  constructor(
    private readonly baseUrl: string,
    private readonly fetching: typeof fetch = (...call) => fetch(...call),
  ) {}

  /** The error, or `server_too_old` in its place where the server does not have the route at all. */
  async explained(error: PosProblem | PosUnreachable, path: string): Promise<PosProblem | PosUnreachable> {
    if (!(error instanceof PosProblem) || error.code !== NOT_FOUND) return error;
    const contract = await this.contract();
    if (contract === undefined || Object.keys(contract.paths).some((known) => isPathOf(known, path))) return error;
    const title = 'The server is older than this program';
    const rest = `it does not have ${path}. What waits here is kept; ask for the server to be updated.`;
    const detail = `This program needs a newer server than ${contract.info.version}: ${rest}`;
    return new PosProblem(error.status, { ...error.document, code: TOO_OLD, title, detail, retryable: false });
  }

  /** The version that the server tells; `undefined` where it cannot be had now. */
  async version(): Promise<string | undefined> {
    return (await this.contract())?.info.version;
  }

  private contract(): Promise<Contract | undefined> {
    this.read ??= this.fetched().then((contract) => {
      if (contract === undefined) this.read = undefined; // to be asked again next time
      return contract;
    });
    return this.read;
  }

  private async fetched(): Promise<Contract | undefined> {
    try {
      const url = `${this.baseUrl.replace(/\/+$/, '')}/openapi.json`;
      const response = await this.fetching(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      return response.ok ? ((await response.json()) as Contract) : undefined;
    } catch {
      return undefined; // the refusal itself is told instead
    }
  }
}

function isPathOf(known: string, path: string): boolean {
  const asked = path.startsWith('/v1/') ? path : `/v1/{tenant}${path}`;
  const ours = (asked.split('?', 1)[0] as string).split('/');
  const theirs = known.split('/');
  return ours.length === theirs.length && theirs.every((part, at) => part.startsWith('{') || part === ours[at]);
}
