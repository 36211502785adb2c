import { withPatience } from './patience.js';
import type { UsbMark } from './printer-choice.js';
import { PrintFailed, type ByteSink } from './printer.js';

/** What is used of WebUSB (WICG): browsers have it, TypeScript does not know it. */
export interface UsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | undefined;
  readonly productName?: string | undefined;
  readonly opened: boolean;
  readonly configuration: { readonly interfaces: readonly UsbInterface[] } | null;
  open(): Promise<void>;
  close(): Promise<void>;
  selectConfiguration(value: number): Promise<void>;
  claimInterface(interfaceNumber: number): Promise<void>;
  transferOut(endpointNumber: number, data: Uint8Array): Promise<{ readonly status?: string }>;
}

interface UsbInterface {
  readonly interfaceNumber: number;
  readonly alternate: {
    readonly interfaceClass: number;
    readonly endpoints: readonly { readonly direction: 'in' | 'out'; readonly endpointNumber: number }[];
  };
}

export interface Usb {
  getDevices(): Promise<readonly UsbDevice[]>;
  requestDevice(options: { readonly filters: readonly { readonly classCode?: number }[] }): Promise<UsbDevice>;
}

const PRINTER_CLASS = 7;
/** Small printers hold few bytes: each part is taken before the next is sent. */
const PART = 4_096;

/** WebUSB of this browser, where it has it. */
export function browserUsb(): Usb | undefined {
  return (navigator as { readonly usb?: Usb }).usb;
}

/** Lets the user choose a printer; needs a press of a button. @returns null where they chose none. */
export async function askForUsbPrinter(usb: Usb): Promise<UsbMark | null> {
  try {
    const device = await usb.requestDevice({ filters: [{ classCode: PRINTER_CLASS }] });
    const { vendorId, productId, serialNumber, productName } = device;
    return { vendorId, productId, serialNumber: serialNumber ?? null, name: productName ?? 'USB' };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

/** Sends bytes to the printer that was chosen. */
export class UsbSink implements ByteSink {
  constructor(
    private readonly usb: Usb | undefined,
    private readonly mark: UsbMark | null,
  ) {}

  async write(bytes: Uint8Array): Promise<void> {
    const device = await this.find();
    try {
      await withPatience(sendAll(device, bytes));
    } finally {
      // Other programs may want it, too; one that was pulled out is closed already.
      if (device.opened) await device.close();
    }
  }

  private async find(): Promise<UsbDevice> {
    if (this.usb === undefined) throw new PrintFailed('unsupported');
    const { mark } = this;
    if (mark === null) throw new PrintFailed('not_chosen');
    const same = (await this.usb.getDevices()).filter(
      ({ vendorId, productId }) => vendorId === mark.vendorId && productId === mark.productId,
    );
    // The very one, or its like from the same maker that was allowed: printers are swapped.
    const found = same.find(({ serialNumber }) => (serialNumber ?? null) === mark.serialNumber) ?? same[0];
    if (found === undefined) throw new PrintFailed('not_found');
    return found;
  }
}

async function sendAll(device: UsbDevice, bytes: Uint8Array): Promise<void> {
  if (!device.opened) await device.open();
  if (device.configuration === null) await device.selectConfiguration(1);
  const { interfaceNumber, endpointNumber } = wayOut(device);
  await device.claimInterface(interfaceNumber);
  for (let at = 0; at < bytes.length; at += PART) {
    const { status } = await device.transferOut(endpointNumber, bytes.slice(at, at + PART));
    if (status !== 'ok') throw new PrintFailed('refused', status);
  }
}

function wayOut({ configuration }: UsbDevice): { interfaceNumber: number; endpointNumber: number } {
  const all = configuration?.interfaces ?? [];
  const printers = all.filter(({ alternate }) => alternate.interfaceClass === PRINTER_CLASS);
  for (const { interfaceNumber, alternate } of [...printers, ...all]) {
    const out = alternate.endpoints.find(({ direction }) => direction === 'out');
    if (out !== undefined) return { interfaceNumber, endpointNumber: out.endpointNumber };
  }
  throw new PrintFailed('refused');
}
