import { formatDecimal } from '../../../../kernel/decimal.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { Outlet, OutletsFacade, Tax, TaxGroup } from '../../../outlets/index.js';
import type {
  DeviceBusiness,
  DeviceOutlet,
  DeviceOutlets,
  DeviceTax,
  DeviceTaxGroup,
} from '../../ports/device-outlets.js';

/** The business and its outlets, open or not. */
export class TenantOutlets implements DeviceOutlets {
  constructor(private readonly outlets: OutletsFacade) {}

  async outlet(tx: Tx, id: OutletId): Promise<DeviceOutlet | undefined> {
    const outlet = await this.outlets.outlet(tx, id);
    return outlet && toDeviceOutlet(outlet);
  }

  async business(tx: Tx): Promise<DeviceBusiness> {
    const { id, slug, name } = await this.outlets.tenant(tx);
    return { id, slug, name };
  }
}

/** Equal outlets give equal text: whether a configuration has changed is told by it. */
function toDeviceOutlet(outlet: Outlet): DeviceOutlet {
  const { id, name, active, currency, timeZone, locale, dayCutMinutes, receiptPrefix, taxRounding, receipt } = outlet;
  const { cashRounding } = outlet;
  const { addressLines, taxNumber, header, footer } = receipt;
  const groups = [...outlet.taxGroups.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    ...{ id, name, active, currency, timeZone, locale, dayCutMinutes, receiptPrefix, tenders: [...outlet.tenders] },
    taxRounding,
    cashRounding: cashRounding && { stepMinor: cashRounding.stepMinor, mode: cashRounding.mode },
    receipt: { addressLines: [...addressLines], taxNumber, header, footer },
    taxGroups: groups.map(toDeviceTaxGroup),
  };
}

function toDeviceTaxGroup({ code, name, mode, taxes, channelSwitch }: TaxGroup): DeviceTaxGroup {
  return {
    ...{ code, name, mode, taxes: taxes.map(toDeviceTax) },
    channelSwitch:
      channelSwitch === undefined
        ? null
        : {
            channels: [...channelSwitch.channels],
            taxes: channelSwitch.taxes.map(toDeviceTax),
            policy: channelSwitch.policy,
          },
  };
}

function toDeviceTax({ code, name, rate, compound, validFrom, validTo }: Tax): DeviceTax {
  return { code, name, rate: formatDecimal(rate), compound, validFrom: validFrom ?? null, validTo: validTo ?? null };
}
