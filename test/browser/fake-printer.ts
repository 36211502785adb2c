import type { BrowserContext } from 'playwright-core';

/** A receipt printer at the end of a USB cable that is none: what it was sent, and whether it is plugged in. */
export class FakePrinter {
  /** All bytes that it took, in order. */
  readonly taken: number[] = [];
  isPlugged = true;

  /** What was printed since the last time, as text. */
  text(): string {
    return Buffer.from(this.taken.splice(0)).toString('latin1');
  }
}

interface PageWithPrinter {
  readonly printerTakes: (bytes: readonly number[]) => Promise<void>;
  readonly printerIsPlugged: () => Promise<boolean>;
}

/** Gives all pages of a browser a WebUSB with one printer. */
export async function pluggedInto(context: BrowserContext): Promise<FakePrinter> {
  const printer = new FakePrinter();
  await context.exposeFunction('printerTakes', (bytes: readonly number[]) => void printer.taken.push(...bytes));
  await context.exposeFunction('printerIsPlugged', () => printer.isPlugged);
  await context.addInitScript(() => {
    const page = globalThis as unknown as PageWithPrinter;
    const endpoints = [{ direction: 'out', endpointNumber: 1 }];
    const device = {
      ...{ vendorId: 0x04b8, productId: 0x0e15, serialNumber: 'A', productName: 'TM-T20', opened: false },
      configuration: { interfaces: [{ interfaceNumber: 0, alternate: { interfaceClass: 7, endpoints } }] },
      open: async () => void (device.opened = true),
      close: async () => void (device.opened = false),
      selectConfiguration: async () => undefined,
      claimInterface: async () => undefined,
      transferOut: async (_endpoint: number, bytes: Uint8Array) => {
        await page.printerTakes([...bytes]);
        return { status: 'ok' };
      },
    };
    const usb = {
      getDevices: async () => ((await page.printerIsPlugged()) ? [device] : []),
      requestDevice: async () => device,
    };
    Object.defineProperty(navigator, 'usb', { value: usb, configurable: true });
  });
  return printer;
}
