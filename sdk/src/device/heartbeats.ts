import type { PosClient } from '../client/pos-client.js';
import type { HeartbeatAnswer } from '../contract/models.js';
import type { QueueStatus } from '../queue/queue-status.js';
import { sendHeartbeat, type DeviceState } from './own-device.js';

export interface HeartbeatParts {
  readonly client: () => PosClient;
  readonly state: () => DeviceState;
  readonly queue: () => QueueStatus | null;
  /** Does what the answer says. Commands that it returns the ids of are acknowledged with the next sign of life. */
  readonly onAnswer: (answer: HeartbeatAnswer) => Promise<readonly string[]> | readonly string[];
  readonly onMissed?: (error: unknown) => void;
  readonly everyMs?: number;
  readonly random?: () => number;
}

const EVERY_MS = 60_000;
const ACKNOWLEDGED_MAX = 50;

/** Says once a minute or so that the device lives, and acknowledges what it was told to do. */
export class Heartbeats {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private done: readonly string[] = [];
  private running = false;

  constructor(private readonly parts: HeartbeatParts) {}

  /** Begins at once. */
  start(): void {
    if (this.running) return;
    this.running = true;
    void this.round();
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
  }

  /** One sign of life now. @throws PosProblem, PosUnreachable. */
  async beat(): Promise<HeartbeatAnswer> {
    const { client, state, queue, onAnswer } = this.parts;
    const acknowledged = this.done.slice(0, ACKNOWLEDGED_MAX);
    const answer = await sendHeartbeat(client(), { ...state(), acknowledged: [...acknowledged] }, queue());
    this.done = this.done.slice(acknowledged.length);
    const isNew = new Set(await onAnswer(answer));
    this.done = [...new Set([...this.done, ...isNew])];
    return answer;
  }

  private async round(): Promise<void> {
    try {
      await this.beat();
    } catch (error) {
      this.parts.onMissed?.(error);
    }
    if (!this.running) return;
    const { everyMs = EVERY_MS, random = Math.random } = this.parts;
    this.timer = setTimeout(() => void this.round(), everyMs * (0.8 + 0.4 * random()));
  }
}
