import { ANSWER_MAX, OutletRegistryClient } from '../../../../clients/auth-service/outlet-registry-client.js';
import type { SiblingObserver } from '../../../../platform/sibling-http/sibling-client.js';
import { SiblingConnection } from '../../../../platform/sibling-http/sibling-connection.js';

interface ConnectionSettings {
  readonly authServiceUrl: string | undefined;
  readonly authServiceToken: string | undefined;
  readonly authServiceSecret: string | undefined;
  readonly siblingTimeoutMs: number;
}

/** Somebody may wait: a try that takes longer is given up, and a worker asks again. */
const TIMEOUT_MAX_MS = 5_000;
const TRIES_MAX = 2;

/** Of one try, in ms. */
export function registryTimeoutOf({ siblingTimeoutMs }: Pick<ConnectionSettings, 'siblingTimeoutMs'>): number {
  return Math.min(TIMEOUT_MAX_MS, siblingTimeoutMs);
}

/** Longest that asking takes, in ms, with the wait between two tries. */
export function longestQuestionMs(settings: Pick<ConnectionSettings, 'siblingTimeoutMs'>): number {
  return TRIES_MAX * registryTimeoutOf(settings) + TIMEOUT_MAX_MS;
}

/** The way to the registry of outlets, where there is one, and how it goes. */
export class RegistryConnection extends SiblingConnection {
  /** Absent: an outlet that nobody opened here is unknown. */
  readonly client: OutletRegistryClient | undefined;

  constructor(settings: ConnectionSettings, observer: SiblingObserver, nowMs: () => number) {
    const { authServiceUrl: baseUrl, authServiceToken: token, authServiceSecret: secret } = settings;
    const limits = { timeoutMs: registryTimeoutOf(settings), triesMax: TRIES_MAX, answerMax: ANSWER_MAX };
    super({ name: 'outlet-registry', baseUrl, token, ...limits }, observer);
    // That there is a secret where there is an address is made sure of at the start.
    if (this.http !== undefined && secret !== undefined)
      this.client = new OutletRegistryClient(this.http, secret, nowMs);
  }
}
