import type { Receipt } from '../../../../sdk/src/contract/models.js';
import { EscPosPrinter } from './escpos-printer.js';
import { keptPrints } from './kept-prints.js';
import { PrintDesk, type FailedPrint } from './print-desk.js';
import { FIRST_CHOICE, changeChoice, readChoice } from './printer-choice.js';
import { PrintFailed, type ByteSink, type Printer } from './printer.js';
import { SerialSink, type Serial, type SerialPort } from './serial-sink.js';
import { testReceipt } from './test-receipt.js';
import { UsbSink, type Usb, type UsbDevice } from './usb-sink.js';

const now = new Date('2026-11-21T12:00:00Z');
const base = testReceipt(
  {
    device: { id: 'd1', name: 'Counter' },
    outlet: { id: 'o1', name: 'Main street', currency: 'KES', locale: 'en-KE' },
  } as unknown as Parameters<typeof testReceipt>[0],
  now,
);
const sale = (number: string, but: Partial<Receipt> = {}): Receipt => ({
  ...{ ...base, marks: [], number: '', receiptNumber: number },
  ...{ payments: [{ tender: 'cash', amount: { amount: 500, currency: 'KES' }, reference: null }] },
  ...but,
});

class FakePrinter implements Printer {
  readonly printed: { number: string | null; marks: readonly string[] }[] = [];
  trouble: Error | null = null;
  kicks = 0;

  async print({ receiptNumber, marks }: Receipt): Promise<void> {
    // As slow as a printer is: others come in between.
    await Promise.resolve();
    if (this.trouble !== null) throw this.trouble;
    this.printed.push({ number: receiptNumber, marks });
  }

  async openDrawer(): Promise<void> {
    if (this.trouble !== null) throw this.trouble;
    this.kicks += 1;
  }
}

/** What the device keeps. */
class Kept {
  private readonly values = new Map<string, unknown>();
  isFull = false;
  async get<Value>(key: string): Promise<Value | undefined> {
    return structuredClone(this.values.get(key)) as Value | undefined;
  }
  async change<Value>(key: string, next: (value: Value | undefined) => Value | undefined): Promise<Value | undefined> {
    if (this.isFull) throw new DOMException('no room', 'QuotaExceededError');
    this.values.set(key, next(this.values.get(key) as Value | undefined));
    return this.values.get(key) as Value | undefined;
  }
}

function desk(drawer = true, kept = new Kept()): { printer: FakePrinter; at: PrintDesk; told: FailedPrint[] } {
  const printer = new FakePrinter();
  const told: FailedPrint[] = [];
  const at = new PrintDesk({
    printer: async () => ({ printer, drawer }),
    now: () => now,
    shelf: keptPrints(kept),
    onFailed: (failed) => told.push(failed),
  });
  return { printer, at, told };
}

test('receipts come out in their order, and what fails is a list that nobody waits for', async () => {
  const { printer, at, told } = desk();
  void at.print(sale('T1-1'));
  await at.print(sale('T1-2'));
  printer.trouble = new PrintFailed('no_answer');
  await at.print(sale('T1-3'));
  printer.trouble = new Error('pulled out');
  await at.print(sale('T1-4'));
  expect(printer.printed.map(({ number }) => number)).toEqual(['T1-1', 'T1-2']);
  expect(at.failed.value.map(({ receipt, trouble }) => [receipt.receiptNumber, trouble])).toEqual([
    ['T1-4', 'refused'],
    ['T1-3', 'no_answer'],
  ]);
  expect(told).toHaveLength(2);
});

test('again prints it; where it fails again it is in the list again; what nobody wants goes', async () => {
  const { printer, at } = desk();
  printer.trouble = new PrintFailed('not_found');
  await at.print(sale('T1-1'));
  await at.print(sale('T1-2'));
  const [second, first] = at.failed.value;
  await at.again(second?.id ?? '');
  expect(at.failed.value.map(({ receipt }) => receipt.receiptNumber)).toEqual(['T1-2', 'T1-1']);
  printer.trouble = null;
  await at.again(first?.id ?? '');
  await at.forget(at.failed.value[0]?.id ?? '');
  expect(at.failed.value).toEqual([]);
  expect(printer.printed.map(({ number }) => number)).toEqual(['T1-1']);
});

test('what failed outlives the page, at most twenty of it; without room it lasts as long as the page', async () => {
  const kept = new Kept();
  const before = desk(true, kept);
  before.printer.trouble = new PrintFailed('not_found');
  for (let number = 1; number <= 22; number += 1) await before.at.print(sale(`T1-${number}`));
  const after = desk(true, kept);
  await after.at.ready;
  const numbers = (at: PrintDesk): (string | null)[] => at.failed.value.map(({ receipt }) => receipt.receiptNumber);
  expect(numbers(after.at)).toEqual(Array.from({ length: 20 }, (_, at) => `T1-${22 - at}`));
  await after.at.again(after.at.failed.value[0]?.id ?? '');
  expect(after.printer.printed.map(({ number }) => number)).toEqual(['T1-22']);
  kept.isFull = true;
  after.printer.trouble = new PrintFailed('no_answer');
  await after.at.print(sale('T1-23'));
  expect(numbers(after.at).slice(0, 2)).toEqual(['T1-23', 'T1-21']);
  const later = desk(true, kept);
  await later.at.ready;
  expect(numbers(later.at)[0]).toBe('T1-21');
});

test('training says so on paper, once', async () => {
  const { printer, at } = desk();
  await at.print(sale('TRAINING'));
  await at.print(sale('TRAINING', { marks: ['TRAINING', 'COPY'] }));
  expect(printer.printed.map(({ marks }) => marks)).toEqual([['TRAINING'], ['TRAINING', 'COPY']]);
});

test('a drawer that cannot be opened is told, not thrown', async () => {
  const { printer, at } = desk();
  expect(await at.openDrawer()).toBe('opened');
  expect(await desk(false).at.openDrawer()).toBe('none');
  printer.trouble = new PrintFailed('unsupported');
  expect(await at.openDrawer()).toBe('failed');
  expect(printer.kicks).toBe(1);
});

test('a printer at the end of a cable gets the bytes of ESC/POS', async () => {
  const sent: Uint8Array[] = [];
  const sink: ByteSink = { write: async (bytes) => void sent.push(bytes) };
  const printer = new EscPosPrinter(sink, { paper: 58, codepage: 'pc858', cut: 'full' });
  await printer.print(sale('T1-1'));
  await printer.openDrawer();
  expect(new TextDecoder().decode(sent[0])).toContain('Main street');
  expect(Array.from(sent[1] ?? [])).toEqual([0x1b, 0x70, 0, 25, 250]);
});

/** A printer as WebUSB shows it. */
class FakeUsbDevice implements UsbDevice {
  readonly vendorId = 0x04b8;
  readonly productId = 0x0e15;
  readonly productName = 'TM-T20';
  opened = false;
  configuration: UsbDevice['configuration'] = null;
  readonly taken: number[] = [];
  status = 'ok';

  constructor(readonly serialNumber: string) {}

  async open(): Promise<void> {
    this.opened = true;
  }

  async close(): Promise<void> {
    this.opened = false;
  }

  async selectConfiguration(): Promise<void> {
    const out = { direction: 'out', endpointNumber: 3 } as const;
    const alternate = { interfaceClass: 7, endpoints: [{ direction: 'in', endpointNumber: 2 } as const, out] };
    this.configuration = { interfaces: [{ interfaceNumber: 1, alternate }] };
  }

  async claimInterface(): Promise<void> {
    if (!this.opened) throw new Error('not open');
  }

  async transferOut(endpoint: number, data: Uint8Array): Promise<{ status: string }> {
    if (endpoint !== 3) throw new Error('the other way');
    this.taken.push(...data);
    return { status: this.status };
  }
}

const usbOf = (...devices: readonly UsbDevice[]): Usb => ({
  getDevices: async () => devices,
  requestDevice: () => Promise.reject(new Error('nobody is asked')),
});
const mark = { vendorId: 0x04b8, productId: 0x0e15, serialNumber: 'B', name: 'TM-T20' };

test('USB: the very printer that was chosen gets all bytes, in parts, and is given free again', async () => {
  const [first, second] = [new FakeUsbDevice('A'), new FakeUsbDevice('B')];
  const bytes = Uint8Array.from({ length: 9_000 }, (_, at) => at % 251);
  await new UsbSink(usbOf(first, second), mark).write(bytes);
  expect(second.taken).toEqual(Array.from(bytes));
  expect(first.taken).toEqual([]);
  expect(second.opened).toBe(false);
  await new UsbSink(usbOf(first), mark).write(bytes.slice(0, 5));
  expect(first.taken).toHaveLength(5);
});

test.each([
  { title: 'a browser without USB', usb: undefined, chosen: mark, trouble: 'unsupported' },
  { title: 'nothing chosen', usb: usbOf(new FakeUsbDevice('A')), chosen: null, trouble: 'not_chosen' },
  { title: 'unplugged', usb: usbOf(), chosen: mark, trouble: 'not_found' },
  {
    title: 'broken off',
    usb: usbOf(Object.assign(new FakeUsbDevice('B'), { status: 'stall' })),
    chosen: mark,
    trouble: 'refused',
  },
])('USB: $title is $trouble', async ({ usb, chosen, trouble }) => {
  await expect(new UsbSink(usb, chosen).write(Uint8Array.of(1))).rejects.toMatchObject({ trouble });
});

/** A serial port; one without paper takes nothing. */
class FakePort implements SerialPort {
  readonly taken: number[] = [];
  aborted = false;
  isOpen = false;
  private said: () => void = () => undefined;
  readonly closed = new Promise<void>((resolve) => (this.said = resolve));
  writable: WritableStream<Uint8Array> | null = null;

  constructor(private readonly hasPaper: boolean) {}

  async open({ baudRate }: { readonly baudRate: number }): Promise<void> {
    if (this.isOpen || baudRate !== 19_200) throw new Error('not so');
    this.isOpen = true;
    this.writable = new WritableStream({
      write: (bytes) => (this.hasPaper ? void this.taken.push(...bytes) : this.never()),
      abort: () => void (this.aborted = true),
    });
  }

  async close(): Promise<void> {
    this.isOpen = false;
    this.said();
  }

  private stop: () => void = () => undefined;

  private never(): Promise<void> {
    return new Promise((resolve) => (this.stop = resolve));
  }

  release(): void {
    this.stop();
  }
}

const serialOf = (...ports: readonly SerialPort[]): Serial => ({
  getPorts: async () => ports,
  requestPort: () => Promise.reject(new Error('nobody is asked')),
});

test('serial: the port gets the bytes and is closed', async () => {
  const port = new FakePort(true);
  const sink = new SerialSink(serialOf(port), 19_200);
  await sink.write(Uint8Array.of(1, 2, 3));
  await sink.write(Uint8Array.of(4));
  expect([port.taken, port.isOpen]).toEqual([[1, 2, 3, 4], false]);
});

test('serial: without paper nobody waits for ever', async () => {
  const port = new FakePort(false);
  const done = new SerialSink(serialOf(port), 19_200, 5).write(Uint8Array.of(1));
  await expect(done).rejects.toMatchObject({ trouble: 'no_answer' });
  port.release();
  await port.closed;
  expect([port.isOpen, port.aborted]).toEqual([false, true]);
});

test.each([
  { title: 'a browser without it', serial: undefined, trouble: 'unsupported' },
  { title: 'no port allowed', serial: serialOf(), trouble: 'not_chosen' },
  {
    title: 'a port that does not open',
    serial: serialOf(Object.assign(new FakePort(true), { isOpen: true })),
    trouble: 'not_found',
  },
])('serial: $title is $trouble', async ({ serial, trouble }) => {
  await expect(new SerialSink(serial, 19_200).write(Uint8Array.of(1))).rejects.toMatchObject({ trouble });
});

test('the choice is kept, and what a newer till may choose besides has a first value', async () => {
  const kept = new Kept();
  expect(await readChoice(kept)).toEqual(FIRST_CHOICE);
  await changeChoice(kept, { way: 'usb', usb: mark });
  await changeChoice(kept, { paper: 58 });
  expect(await readChoice(kept)).toEqual({ ...FIRST_CHOICE, way: 'usb', usb: mark, paper: 58 });
});
