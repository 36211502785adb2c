import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MatchersV3, PactV4 } from '@pact-foundation/pact';
import { SIBLING_DEFAULTS, SiblingClient } from '../../../src/platform/sibling-http/sibling-client.js';

const { integer, like, regex } = MatchersV3;
const CONSUMER = 'pos-service';
const COMMITTED = 'openapi/pacts';

interface PactFile {
  interactions: { description: string; providerStates?: { name: string }[] }[];
}

/** What we expect of a sibling, taken down while our client is exercised against a stand-in that answers so. */
export class Agreement {
  readonly pact: PactV4;
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'pact-'));
  private readonly clients: SiblingClient[] = [];

  constructor(private readonly provider: string) {
    // The library would tell its makers of each run. It reads the environment of the process, which only jest.config.cjs can set.
    if (process.env['PACT_DO_NOT_TRACK'] !== 'true') throw new Error('PACT_DO_NOT_TRACK must be true');
    // The library's stand-in has once missed a request that was sent, in hundreds of runs. Why is told before the test is tried again.
    jest.retryTimes(1, { logErrorsBeforeRetry: true });
    this.pact = new PactV4({ consumer: CONSUMER, provider, dir: this.folder, logLevel: 'error' });
  }

  /** The way to the stand-in. */
  http(url: string): SiblingClient {
    const settings = { ...SIBLING_DEFAULTS, name: this.provider, baseUrl: url, token: 'the-token', timeoutMs: 10_000 };
    const client = new SiblingClient(
      { ...settings, triesMax: 1 },
      { tried: () => undefined, breaker: () => undefined },
    );
    this.clients.push(client);
    return client;
  }

  /** All that was expected, in an order of its own, and what is committed. `RECORD_PACTS=1` commits it. */
  compared(): { readonly made: string; readonly committed: string } {
    const made = inOrder(readFileSync(path.join(this.folder, `${CONSUMER}-${this.provider}.json`), 'utf8'));
    const file = path.join(COMMITTED, `${CONSUMER}-${this.provider}.json`);
    if (process.env['RECORD_PACTS'] === '1') {
      mkdirSync(COMMITTED, { recursive: true });
      writeFileSync(file, made);
    }
    return { made, committed: readFileSync(file, 'utf8') };
  }

  close(): void {
    for (const client of this.clients) client.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** Headers of every request of ours; a body brings its own. */
export const ASKING = { authorization: like('Bearer the-token'), accept: 'application/json' };
/** Money of any amount and currency. */
export const money = (amount: number): object => ({
  amount: integer(amount),
  currency: regex('^[A-Z]{3}$', 'USD'),
});
/** A word such as `declined`. */
export const word = (text: string): ReturnType<typeof regex> => regex('^[a-z][a-z0-9_]{0,59}$', text);

function inOrder(text: string): string {
  const file = JSON.parse(text) as PactFile;
  const nameOf = ({ description, providerStates = [] }: PactFile['interactions'][number]): string =>
    [description, ...providerStates.map(({ name }) => name)].join('\n');
  file.interactions.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return `${JSON.stringify(file, null, 2)}\n`;
}
