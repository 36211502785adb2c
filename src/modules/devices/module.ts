import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import type { Outbox } from '../../kernel/outbox.js';
import { DPOP_PROOFS } from '../../platform/dpop/tokens.js';
import { PROBLEMS, SETTINGS } from '../../platform/http/tokens.js';
import { WORKER_POOL } from '../../platform/postgres/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { LOGGER } from '../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, CLOCK, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { BearerKind, CallerRecall } from '../access/index.js';
import { LicensingFacade, UsageMeter } from '../licensing/index.js';
import { OfflineOrders } from '../orders/index.js';
import { OutletDiscovery, OutletsFacade } from '../outlets/index.js';
import { DoorRecall } from './adapters/access/caller-recall.js';
import { DeviceBearers } from './adapters/access/device-bearers.js';
import { NodeDeviceSecrets } from './adapters/access/node-device-secrets.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { BrandingController } from './adapters/http/branding.controller.js';
import { DeviceActivationsController } from './adapters/http/device-activations.controller.js';
import { DeviceCommandsController } from './adapters/http/device-commands.controller.js';
import { DeviceLinksController } from './adapters/http/device-links.controller.js';
import { DevicePolicyController } from './adapters/http/device-policy.controller.js';
import { deviceProblems } from './adapters/http/device-problems.js';
import { DeviceProvisioningController } from './adapters/http/device-provisioning.controller.js';
import { rulesFrom } from './adapters/http/device-rules.js';
import { DeviceSelfController } from './adapters/http/device-self.controller.js';
import { DevicesController } from './adapters/http/devices.controller.js';
import { FleetController } from './adapters/http/fleet.controller.js';
import { ShowCodes } from './adapters/http/show-codes.js';
import { DeviceMeter, LicensedDevices } from './adapters/licensing/licensed-devices.js';
import { PrintedReceipts } from './adapters/orders/printed-receipts.js';
import { TenantOutlets } from './adapters/outlets/tenant-outlets.js';
import { PostgresDeviceCommands } from './adapters/postgres/device-commands.js';
import { HistoryKeepingOutbox } from './adapters/postgres/device-history.js';
import { PostgresDeviceRepository } from './adapters/postgres/device-repository.js';
import { PostgresDeviceSyncs } from './adapters/postgres/device-syncs.js';
import { PostgresDeviceSettings } from './adapters/postgres/device-settings-repository.js';
import { PostgresDeviceTokens } from './adapters/postgres/device-tokens.js';
import { PostgresDeviceViews } from './adapters/postgres/device-views.js';
import { PostgresLinkCodeRepository } from './adapters/postgres/link-code-repository.js';
import { PostgresSilentDevices } from './adapters/postgres/silent-devices.js';
import { SvgQrCodes } from './adapters/qr/qr-codes.js';
import { ActivateDevice } from './application/activate-device.js';
import { ChangeDevice } from './application/change-device.js';
import { DeviceConfigurations } from './application/device-configurations.js';
import { DeviceCopies } from './application/device-copies.js';
import { DeviceSyncs } from './application/device-syncs.js';
import { DevicesFacade } from './application/devices-facade.js';
import { HoldDevice } from './application/hold-device.js';
import { MakeLinkCode } from './application/make-link-code.js';
import { ProvisionDevices } from './application/provision-devices.js';
import { ReadDevices } from './application/read-devices.js';
import { RecordedDeviceCopies } from './application/recorded-device-copies.js';
import { RecordedDevices } from './application/recorded-devices.js';
import { RecordSignOfLife } from './application/record-sign-of-life.js';
import { SendCommand } from './application/send-command.js';
import { ServeDevice } from './application/serve-device.js';
import { SetDeviceSettings } from './application/set-device-settings.js';
import { SilenceWatch } from './application/silence-watch.js';
import { TellOfSilence } from './application/tell-of-silence.js';

type Bind = ContainerModuleLoadOptions['bind'];

const LOOK_FOR_SILENT_MS = 30_000;
const HISTORY: ServiceIdentifier<Outbox> = Symbol.for('pos:device-history');
const repository = new PostgresDeviceRepository();
const codes = new PostgresLinkCodeRepository();
const commands = new PostgresDeviceCommands();
const settings = new PostgresDeviceSettings();
const views = new PostgresDeviceViews();

/** The wiring of devices. */
export const devices = new ContainerModule(({ bind }) => {
  bind(DevicesFacade).toConstantValue(new RecordedDevices(repository));
  bind(DeviceSyncs).toConstantValue(new PostgresDeviceSyncs());
  bind(DeviceCopies).toResolvedValue(
    (configurations) => new RecordedDeviceCopies(settings, repository, configurations),
    [DeviceConfigurations],
  );
  bind(UsageMeter).toConstantValue(new DeviceMeter(repository));
  bind(BearerKind).toResolvedValue((t) => new DeviceBearers(new PostgresDeviceTokens(t)), [TRANSACTOR]);
  bind(HISTORY).toResolvedValue((outbox) => new HistoryKeepingOutbox(outbox), [OUTBOX]);
  bind(NodeDeviceSecrets).toResolvedValue(({ secretsKey }) => new NodeDeviceSecrets(secretsKey), [SETTINGS]);
  bind(TenantOutlets).toResolvedValue((outlets) => new TenantOutlets(outlets), [OutletsFacade]);
  bind(LicensedDevices).toResolvedValue((licensing) => new LicensedDevices(licensing), [LicensingFacade]);
  bind(DoorRecall).toResolvedValue((door) => new DoorRecall(door), [CallerRecall]);
  bind(DeviceConfigurations).toResolvedValue(
    (outlets, plan, secrets, orders) =>
      new DeviceConfigurations(outlets, plan, settings, secrets, new PrintedReceipts(orders)),
    [TenantOutlets, LicensedDevices, NodeDeviceSecrets, OfflineOrders],
  );
  bindLinking(bind);
  bindFleet(bind);
  bindSelf(bind);
  bindWatch(bind);
  bind(PROBLEMS).toConstantValue(deviceProblems);
});

function bindLinking(bind: Bind): void {
  bind(MakeLinkCode).toResolvedValue(
    (t, outlets, o, ids, secrets, known) =>
      new MakeLinkCode(t, codes, outlets, o, ids, secrets, cardNumberScreen, known),
    [TRANSACTOR, TenantOutlets, OUTBOX, IDS, NodeDeviceSecrets, OutletDiscovery],
  );
  bind(ProvisionDevices).toResolvedValue(
    (t, outlets, o, ids, secrets, known) =>
      new ProvisionDevices(t, codes, outlets, o, ids, secrets, cardNumberScreen, known),
    [TRANSACTOR, TenantOutlets, OUTBOX, IDS, NodeDeviceSecrets, OutletDiscovery],
  );
  bind(ActivateDevice).toResolvedValue(
    (t, outlets, plan, secrets, configurations, o, ids) =>
      new ActivateDevice(t, { devices: repository, codes, outlets, plan, secrets, configurations }, o, ids),
    [TRANSACTOR, TenantOutlets, LicensedDevices, NodeDeviceSecrets, DeviceConfigurations, HISTORY, IDS],
  );
  bind(ShowCodes).toResolvedValue((own) => new ShowCodes(new SvgQrCodes(), rulesFrom(own)), [SETTINGS]);
  bind(DeviceLinksController).toResolvedValue(
    (make, show) => new DeviceLinksController(make, show),
    [MakeLinkCode, ShowCodes],
  );
  bind(DeviceProvisioningController).toResolvedValue(
    (provision, read, show) => new DeviceProvisioningController(provision, read, show),
    [ProvisionDevices, ReadDevices, ShowCodes],
  );
  bind(DeviceActivationsController).toResolvedValue(
    (activate, proofs, own) => new DeviceActivationsController(activate, proofs, rulesFrom(own)),
    [ActivateDevice, DPOP_PROOFS, SETTINGS],
  );
}

function bindFleet(bind: Bind): void {
  bind(ReadDevices).toResolvedValue((t) => new ReadDevices(t, views), [TRANSACTOR]);
  bind(ChangeDevice).toResolvedValue(
    (t, outlets, o, recall) => new ChangeDevice(t, repository, outlets, o, recall, cardNumberScreen),
    [TRANSACTOR, TenantOutlets, HISTORY, DoorRecall],
  );
  bind(HoldDevice).toResolvedValue(
    (t, o, ids, recall) => new HoldDevice(t, repository, commands, o, ids, recall, cardNumberScreen),
    [TRANSACTOR, HISTORY, IDS, DoorRecall],
  );
  bind(SendCommand).toResolvedValue(
    (t, o, ids) => new SendCommand(t, repository, commands, o, ids, cardNumberScreen),
    [TRANSACTOR, HISTORY, IDS],
  );
  bind(SetDeviceSettings).toResolvedValue((t, o) => new SetDeviceSettings(t, settings, o), [TRANSACTOR, OUTBOX]);
  bind(DevicesController).toResolvedValue(
    (change, hold) => new DevicesController(change, hold),
    [ChangeDevice, HoldDevice],
  );
  bind(DeviceCommandsController).toResolvedValue(
    (send, read) => new DeviceCommandsController(send, read),
    [SendCommand, ReadDevices],
  );
  bind(FleetController).toResolvedValue(
    (read, serve, set) => new FleetController(read, serve, set),
    [ReadDevices, ServeDevice, SetDeviceSettings],
  );
  bind(BrandingController).toResolvedValue((set) => new BrandingController(set), [SetDeviceSettings]);
  bind(DevicePolicyController).toResolvedValue((set) => new DevicePolicyController(set), [SetDeviceSettings]);
}

function bindSelf(bind: Bind): void {
  bind(RecordSignOfLife).toResolvedValue(
    (t, configurations, secrets, o) =>
      new RecordSignOfLife(t, { devices: repository, commands, configurations, secrets }, o),
    [TRANSACTOR, DeviceConfigurations, NodeDeviceSecrets, HISTORY],
  );
  bind(ServeDevice).toResolvedValue(
    (t, configurations, secrets, o) => new ServeDevice(t, repository, configurations, secrets, o),
    [TRANSACTOR, DeviceConfigurations, NodeDeviceSecrets, HISTORY],
  );
  bind(DeviceSelfController).toResolvedValue(
    (signs, serve, own) => new DeviceSelfController(signs, serve, rulesFrom(own)),
    [RecordSignOfLife, ServeDevice, SETTINGS],
  );
}

function bindWatch(bind: Bind): void {
  bind(TellOfSilence).toResolvedValue((t, o) => new TellOfSilence(t, repository, o), [TRANSACTOR, HISTORY]);
  bind(SilenceWatch)
    .toResolvedValue(
      (pool, tell, now, logger) =>
        new SilenceWatch(new PostgresSilentDevices(pool), tell, {
          ...{ everyMs: LOOK_FOR_SILENT_MS, now },
          failed: (err) => logger.warn({ err }, 'silent devices could not be told of; the next look is soon'),
        }),
      [WORKER_POOL, TellOfSilence, CLOCK, LOGGER],
    )
    .inSingletonScope();
  bind(BACKGROUND_WORK).toService(SilenceWatch);
  bind(STREAM_TOPIC).toConstantValue({
    ...{ name: 'devices', permission: 'devices:read' },
    types: ['pos.device.*', 'outlet.offline_alert'],
  });
  // What a device listens to for itself: that there is something to fetch with a sign of life, and no more.
  bind(STREAM_TOPIC).toConstantValue({
    ...{ name: 'device_commands', permission: 'devices:self' },
    types: ['pos.device.command_sent', 'pos.device.message_sent'],
  });
}
