import { signal } from '@preact/signals';
import type { PosClient } from '../../../../sdk/src/client/pos-client.js';
import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';
import type { DeviceCommand, HeartbeatAnswer } from '../../../../sdk/src/contract/models.js';
import { Heartbeats } from '../../../../sdk/src/device/heartbeats.js';
import type { LinkedDevice } from '../../../../sdk/src/device/linking.js';
import { fetchConfiguration } from '../../../../sdk/src/device/own-device.js';
import type { QueueStatus } from '../../../../sdk/src/queue/queue-status.js';

/** A text that the office sent to this device. */
export interface OfficeMessage {
  readonly id: string;
  readonly text: string;
  readonly sentAt: Date;
}

export interface DeviceLifeParts {
  readonly client: PosClient;
  readonly linked: () => LinkedDevice;
  readonly keep: (linked: LinkedDevice) => Promise<void>;
  readonly queue: () => QueueStatus;
  readonly about: { readonly appVersion: string; readonly fingerprint: string };
  readonly signOut: () => void;
  readonly update: () => void;
}

/** Clocks that differ by more make the server doubt what the device says (DOMAIN.md). */
const SKEW_TOLD_MS = 5 * 60_000;
const PAUSE_MS = 5_000;
/** The office has unlinked the device. Other refusals, as of a proof from a clock that is wrong, say nothing of the kind. */
const GONE: ReadonlySet<string> = new Set(['device_unlinked', 'unauthenticated']);

/** What the office says to the device, and how the device says that it lives. */
export class DeviceLife {
  /** Why the device is locked from afar; `null`: it is not. */
  readonly locked = signal<{ readonly reason: string | null } | null>(null);
  readonly messages = signal<readonly OfficeMessage[]>([]);
  /** The device's clock less the server's, in ms, where that is too much. */
  readonly clockOff = signal<number | null>(null);
  readonly skewMs = signal(0);
  readonly licence = signal<HeartbeatAnswer['licenceStatus']>('unlimited');
  private readonly done = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly beats: Heartbeats;
  private readonly ended = new AbortController();

  constructor(private readonly parts: DeviceLifeParts) {
    this.beats = new Heartbeats({
      client: () => parts.client,
      queue: parts.queue,
      state: () => ({
        ...parts.about,
        configurationRevision: parts.linked().configuration.revision,
        network: navigator.onLine ? 'other' : 'none',
      }),
      onAnswer: (answer) => this.hear(answer),
      onMissed: (error) => this.missed(error),
    });
  }

  start(): void {
    this.beats.start();
    void this.follow();
  }

  stop(): void {
    this.beats.stop();
    this.ended.abort();
  }

  /** Somebody has read it. */
  dismiss(id: string): void {
    this.messages.value = this.messages.value.filter((message) => message.id !== id);
    this.done.add(id);
    void this.beat();
  }

  private async hear(answer: HeartbeatAnswer): Promise<readonly string[]> {
    this.locked.value = answer.status === 'locked' ? { reason: answer.lockReason } : null;
    this.skewMs.value = answer.clockSkewMs;
    this.clockOff.value = Math.abs(answer.clockSkewMs) > SKEW_TOLD_MS ? answer.clockSkewMs : null;
    this.licence.value = answer.licenceStatus;
    for (const command of answer.commands) this.obey(command);
    if (answer.configurationRevision !== this.parts.linked().configuration.revision) await this.reconfigure();
    return [...this.done];
  }

  private obey({ id, kind, text, sentAt }: DeviceCommand): void {
    if (this.seen.has(id)) return;
    this.seen.add(id);
    if (kind === 'message') {
      this.messages.value = [...this.messages.value, { id, text: text ?? '', sentAt: new Date(sentAt) }];
      return;
    }
    if (kind === 'sign_out') this.parts.signOut();
    if (kind === 'update') this.parts.update();
    // Locked or not says `status`; the configuration is fetched when its number differs.
    this.done.add(id);
  }

  private async reconfigure(): Promise<void> {
    const linked = this.parts.linked();
    const configuration = await fetchConfiguration(this.parts.client, linked.configuration.revision);
    if (configuration === null) return;
    const { businessId: id, slug, businessName: name, outlet } = configuration;
    await this.parts.keep({ ...linked, outlet, business: { id, slug, name }, configuration });
  }

  private missed(error: unknown): void {
    if (error instanceof PosProblem && GONE.has(error.code))
      this.locked.value = { reason: error.detail ?? error.title };
    else if (!(error instanceof PosProblem) && !(error instanceof PosUnreachable)) throw error;
  }

  private async beat(): Promise<void> {
    try {
      await this.beats.beat();
    } catch (error) {
      this.missed(error);
    }
  }

  /** The stream only says that there is something; the sign of life fetches it. */
  private async follow(): Promise<void> {
    const { signal: until } = this.ended;
    while (!until.aborted) {
      try {
        const outletId = this.parts.linked().outlet.id;
        for await (const _event of this.parts.client.stream(outletId, ['device_commands'], { signal: until }))
          await this.beat();
      } catch (error) {
        this.missed(error);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
