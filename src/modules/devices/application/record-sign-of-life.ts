import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { DeviceCommand } from '../domain/device-command.js';
import type { DeviceRules } from '../domain/device-configuration.js';
import { suspect, tellBack } from '../domain/device-lifecycle.js';
import { heard, withConfiguration, type DeviceState, type SignOfLife } from '../domain/device-state.js';
import type { Device, DeviceRefusal } from '../domain/device.js';
import { underCurrentKey, watch, type SeenFingerprints } from '../domain/fingerprint-watch.js';
import type { DeviceLicence } from '../ports/device-plan.js';
import type { DeviceCommands, DeviceRepository } from '../ports/device-repository.js';
import type { DeviceSecrets } from '../ports/device-secrets.js';
import type { DeviceConfigurations } from './device-configurations.js';
import { selfOf } from './device-access.js';

export interface Heartbeat extends SignOfLife {
  /** What the device finds out about its machine. */
  readonly fingerprint: string;
  /** Commands that it has done since. */
  readonly acknowledged: readonly string[];
}

/** What a device hears back. */
export interface HeartbeatAnswer {
  readonly at: Date;
  readonly clockSkewMs: number;
  /** `locked` also while the licence of the business is withdrawn. */
  readonly status: 'active' | 'locked';
  readonly lockReason: string | null;
  readonly commands: readonly DeviceCommand[];
  readonly configurationRevision: number;
  readonly licence: DeviceLicence;
}

export interface HeartbeatPorts {
  readonly devices: DeviceRepository;
  readonly commands: DeviceCommands;
  readonly configurations: DeviceConfigurations;
  readonly secrets: DeviceSecrets;
}

/** Takes note that a device lives. One row is written, and no event, unless something has changed that people should know. */
export class RecordSignOfLife {
  constructor(
    private readonly transactor: Transactor,
    private readonly ports: HeartbeatPorts,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `not_a_device`, `device_unlinked`. */
  execute(context: RequestContext, heartbeat: Heartbeat, rules: DeviceRules): Promise<HeartbeatAnswer> {
    const id = selfOf(context);
    const { at } = context;
    return this.transactor.run(context, async (tx) => {
      const { devices, commands, configurations } = this.ports;
      const { device, state } = await devices.getState(tx, id);
      if (device.status === 'unlinked') throw new Refusal<DeviceRefusal>('device_unlinked', { deviceId: id });
      const { configuration, hash } = await configurations.of(tx, device, rules);
      const { seen, alarm } = this.look(device, state, heartbeat.fingerprint);
      const { fingerprint: _fingerprint, acknowledged, ...sign } = heartbeat;
      const next = withConfiguration(heard({ ...state, fingerprints: seen }, sign, rules.offlineMinutes, at), hash);
      await devices.saveState(tx, id, next);
      await commands.acknowledge(tx, id, acknowledged, at);
      if (alarm || state.offlineToldAt !== null) await this.tell(tx, context, state, { seen, alarm });
      const pending = await commands.pending(tx, id);
      const { licence } = configuration;
      return { at, commands: pending, licence, ...standingOf(device, licence), ...numbersOf(next) };
    });
  }

  private look(
    { id, suspectedAt }: Device,
    { fingerprints }: DeviceState,
    told: string,
  ): { seen: SeenFingerprints; alarm: boolean } {
    const [current, ...others] = this.ports.secrets.hashesOfFingerprint(id, told);
    if (current === undefined) return { seen: fingerprints, alarm: false };
    return watch(underCurrentKey(fingerprints, [current, ...others]), current, suspectedAt !== null);
  }

  /** Seldom: somebody has to hear of it, and the device itself changes. */
  private async tell(
    tx: Tx,
    context: RequestContext,
    before: DeviceState,
    { seen, alarm }: { seen: SeenFingerprints; alarm: boolean },
  ): Promise<void> {
    let device = await this.ports.devices.get(tx, selfOf(context));
    if (before.offlineToldAt !== null) {
      const back = tellBack(device, before.lastSeenAt);
      this.outbox.append(tx, back.events);
      device = back.state;
    }
    if (alarm) {
      const raised = suspect(device, seen.all.length, context.at);
      this.outbox.append(tx, raised.events);
      device = raised.state;
    }
    await this.ports.devices.save(tx, device);
  }
}

/** Revoked: devices lock at the next contact (DOMAIN.md "Licensing"). */
function standingOf(device: Device, { status }: DeviceLicence): Pick<HeartbeatAnswer, 'status' | 'lockReason'> {
  if (device.status === 'locked') return { status: 'locked', lockReason: device.lockReason };
  if (status === 'revoked') return { status: 'locked', lockReason: 'licence_revoked' };
  return { status: 'active', lockReason: null };
}

function numbersOf(state: DeviceState): Pick<HeartbeatAnswer, 'clockSkewMs' | 'configurationRevision'> {
  return { clockSkewMs: state.clockSkewMs ?? 0, configurationRevision: state.configurationRevision };
}
