import type { CloudClient } from '../../../../clients/cloud/cloud-client.js';
import { CloudAway, CloudRefused } from '../../../../clients/cloud/cloud-failed.js';
import type { RelayedEntry } from '../../domain/relayed-entry.js';
import {
  UplinkDown,
  UplinkRefused,
  type Cloud,
  type CloudReport,
  type Manifest,
  type PinAnswer,
  type RelayedBatch,
  type ReplicaPage,
} from '../../ports/cloud.js';

const WRONG = 401;
const LOCKED = 423;
const LOCKED_SECONDS = 30;

/** The cloud that this hub is linked to. */
export class LinkedCloud implements Cloud {
  constructor(private readonly client: Pick<CloudClient, 'get' | 'post'>) {}

  manifest(): Promise<Manifest> {
    return told(this.client.get<Manifest>('/sync/replica'));
  }

  rows(table: string, after: string | null): Promise<ReplicaPage> {
    return told(this.client.get<ReplicaPage>('/sync/replica/rows', { table, after }));
  }

  async entries(deviceId: string, from: number, to: number): Promise<readonly RelayedEntry[]> {
    const query = { deviceId, from, to };
    return (await told(this.client.get<{ entries: RelayedEntry[] }>('/sync/replica/entries', query))).entries;
  }

  send({ deviceId, key, waiting, entries }: RelayedBatch, sentAt: Date): Promise<CloudReport> {
    const body = { deviceId, key, sentAt: sentAt.toISOString(), waiting, trigger: 'hub', entries };
    return told(this.client.post<CloudReport>('/sync/batches', body));
  }

  async checkPin(deviceId: string, personId: string, pin: string): Promise<PinAnswer> {
    try {
      await this.client.post('/sync/pin-checks', { deviceId, personId, pin });
      return { is: 'right' };
    } catch (error) {
      if (!(error instanceof CloudRefused)) return { is: 'unreachable' };
      const { status, retryAfterSeconds } = error;
      if (status === LOCKED) return { is: 'locked', retryAfterSeconds: retryAfterSeconds ?? LOCKED_SECONDS };
      return { is: status === WRONG && error.code === 'credentials_refused' ? 'wrong' : 'unreachable' };
    }
  }
}

async function told<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CloudAway) throw new UplinkDown(error.message, { cause: error });
    if (error instanceof CloudRefused) throw new UplinkRefused(error.code, error.message);
    throw error;
  }
}
