import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { DeviceRules } from '../domain/device-configuration.js';
import { seriesLetterOf } from '../domain/device-kind.js';
import { link } from '../domain/device-lifecycle.js';
import { firstState } from '../domain/device-state.js';
import { idleLockOf, type Device, type DeviceProof, type DeviceRefusal } from '../domain/device.js';
import {
  isClosed,
  opensFor,
  readLinkCode,
  WRONG_CODES_MAX,
  WRONG_CODES_MS,
  type LinkCode,
} from '../domain/link-code.js';
import { linkingClosed } from '../domain/link-events.js';
import type { DeviceOutlets } from '../ports/device-outlets.js';
import type { DevicePlan } from '../ports/device-plan.js';
import type { DeviceRepository } from '../ports/device-repository.js';
import type { DeviceSecrets } from '../ports/device-secrets.js';
import type { LinkCodeRepository } from '../ports/link-code-repository.js';
import type { DeviceConfiguration, DeviceConfigurations } from './device-configurations.js';

/** What a device shows to be bound by. */
export type Binding =
  /** It proved to hold the key of this thumbprint. */
  | { readonly by: 'dpop'; readonly thumbprint: string }
  /** It cannot keep a key. */
  | { readonly by: 'secret' }
  /** What it showed proves nothing: told only to who knows a code. */
  | { readonly by: 'nothing'; readonly refusal: Refusal };

export interface ActivateCommand {
  /** As somebody typed it. */
  readonly code: string;
  readonly binding: Binding;
  readonly serial: string | null;
  readonly fingerprint: string;
  readonly platform: string;
  readonly model: string;
  readonly appVersion: string;
}

/** A device just linked: the only time that its token and secret are known. */
export interface LinkedDevice {
  readonly device: Device;
  readonly token: string;
  /** `null`: it is bound by its key. */
  readonly secret: string | null;
  readonly configuration: DeviceConfiguration;
  readonly nextReceipt: number | null;
  readonly revision: number;
}

export interface ActivationPorts {
  readonly devices: DeviceRepository;
  readonly codes: LinkCodeRepository;
  readonly outlets: DeviceOutlets;
  readonly plan: DevicePlan;
  readonly secrets: DeviceSecrets;
  readonly configurations: DeviceConfigurations;
}

/** Links a device to the business by a code that somebody made. */
export class ActivateDevice {
  constructor(
    private readonly transactor: Transactor,
    private readonly ports: ActivationPorts,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /**
   * A code works once. The device that it linked may ask again while the code would last, with the same key: its answer may have been
   * lost. Wrong codes are counted where a restart does not forget them, and too many close linking for a while; all looks the same.
   * @throws Refusal `credentials_refused`; to who knows a code: of the proof, `device_secret_not_allowed`,
   * `device_outlet_not_found`, `entitlement_exceeded`.
   */
  async execute(context: RequestContext, command: ActivateCommand, rules: DeviceRules): Promise<LinkedDevice> {
    const linked = await this.transactor.run(context, (tx) => this.attempt(tx, context, command, rules));
    if (linked === undefined) throw new Refusal('credentials_refused');
    return linked;
  }

  private async attempt(
    tx: Tx,
    context: RequestContext,
    command: ActivateCommand,
    rules: DeviceRules,
  ): Promise<LinkedDevice | undefined> {
    const { codes, devices } = this.ports;
    const { at } = context;
    const closed = isClosed(await codes.tries(tx), at);
    const code = await codes.byHash(tx, this.hashesOf(context, command.code));
    if (closed) return undefined;
    if (code !== undefined && opensFor(code, command.serial, at)) {
      return this.link(tx, context, { code, command, rules });
    }
    const before = code?.status === 'used' && code.expiresAt > at ? await devices.ofLinkCode(tx, code.id) : undefined;
    if (before !== undefined && isSameDevice(before, command)) return this.answerAgain(tx, context, before, rules);
    await this.countWrong(tx, context);
    return undefined;
  }

  private async link(
    tx: Tx,
    context: RequestContext,
    { code, command, rules }: { code: LinkCode; command: ActivateCommand; rules: DeviceRules },
  ): Promise<LinkedDevice> {
    const { devices, codes, outlets, plan, secrets, configurations } = this.ports;
    const { at, tenantId } = context;
    const { proof, secret } = this.proofOf(command.binding, rules);
    const { id: linkCodeId, outletId, kind, name, madeBy } = code;
    if ((await outlets.outlet(tx, outletId))?.active !== true)
      throw new Refusal<DeviceRefusal>('device_outlet_not_found', { outletId });
    await plan.reserve(tx, () => devices.countLinked(tx));
    const { platform, model, appVersion, serial } = command;
    const idleLockMinutes = idleLockOf(kind, rules.sessionIdleMinutes);
    const receiptSeries = await this.seriesOf(tx, code);
    const wish = {
      outletId,
      kind,
      name,
      serial,
      proof,
      platform,
      model,
      receiptSeries,
      idleLockMinutes,
      linkedBy: madeBy,
      linkCodeId,
    };
    const { state: device, events } = link({ ...wish, id: this.ids.next<'device'>() }, at);
    const { configuration, hash } = await configurations.of(tx, device, rules);
    const [fingerprint = ''] = secrets.hashesOfFingerprint(device.id, command.fingerprint);
    const first = firstState({ appVersion, fingerprint }, hash, rules.offlineMinutes, at);
    const token = secrets.newToken(tenantId);
    await devices.add(tx, device, first);
    await devices.addToken(tx, device.id, token.hash, at);
    await codes.save(tx, { ...code, status: 'used', deviceId: device.id });
    this.outbox.append(tx, events);
    const nextReceipt = await configurations.nextReceipt(tx, device);
    return { device, token: token.text, secret, configuration, nextReceipt, revision: first.configurationRevision };
  }

  private async seriesOf(tx: Tx, { kind, outletId }: LinkCode): Promise<string | null> {
    const letter = seriesLetterOf(kind);
    return letter === null ? null : this.ports.devices.nextSeries(tx, outletId, letter);
  }

  /** Its first token is forgotten: whoever holds the key has asked for another. */
  private async answerAgain(
    tx: Tx,
    { at, tenantId }: RequestContext,
    device: Device,
    rules: DeviceRules,
  ): Promise<LinkedDevice> {
    const { devices, secrets, configurations } = this.ports;
    const { state } = await devices.getWithState(tx, device.id);
    const { configuration } = await configurations.of(tx, device, rules);
    const token = secrets.newToken(tenantId);
    await devices.endTokens(tx, device.id, at, at);
    await devices.addToken(tx, device.id, token.hash, at);
    const nextReceipt = await configurations.nextReceipt(tx, device);
    const { configurationRevision: revision } = state;
    return { device, token: token.text, secret: null, configuration, nextReceipt, revision };
  }

  private async countWrong(tx: Tx, { at, tenantId }: RequestContext): Promise<void> {
    const { wrong, since, eventSequence } = await this.ports.codes.countWrong(tx, at, WRONG_CODES_MS);
    if (wrong !== WRONG_CODES_MAX) return;
    await this.ports.codes.saveClosed(tx, eventSequence + 1);
    const until = new Date(since.getTime() + WRONG_CODES_MS);
    this.outbox.append(tx, [linkingClosed(tenantId, wrong, until, eventSequence + 1)]);
  }

  /** As much work for what cannot be a code as for what can. */
  private hashesOf({ tenantId }: RequestContext, typed: string): readonly string[] {
    try {
      return this.ports.secrets.hashesOfCode(tenantId, readLinkCode(typed) ?? '');
    } catch (error) {
      if (error instanceof Refusal) return []; // without a key nobody was given a code
      throw error;
    }
  }

  private proofOf(binding: Binding, { secretAllowed }: DeviceRules): { proof: DeviceProof; secret: string | null } {
    if (binding.by === 'nothing') throw binding.refusal;
    if (binding.by === 'dpop') return { proof: binding, secret: null };
    if (!secretAllowed) throw new Refusal<DeviceRefusal>('device_secret_not_allowed');
    const { text, hash } = this.ports.secrets.newSecret();
    return { proof: { by: 'secret', hash }, secret: text };
  }
}

function isSameDevice({ status, proof, serial }: Device, command: ActivateCommand): boolean {
  const { binding } = command;
  const isSameKey = proof.by === 'dpop' && binding.by === 'dpop' && proof.thumbprint === binding.thumbprint;
  return status === 'active' && isSameKey && serial === command.serial;
}
