import { withPatience } from './patience.js';
import { PrintFailed, type ByteSink } from './printer.js';

/** What is used of Web Serial (WICG): browsers have it, TypeScript does not know it. */
export interface SerialPort {
  readonly writable: WritableStream<Uint8Array> | null;
  open(options: { readonly baudRate: number }): Promise<void>;
  close(): Promise<void>;
}

export interface Serial {
  /** The ports that were allowed once. */
  getPorts(): Promise<readonly SerialPort[]>;
  requestPort(): Promise<SerialPort>;
}

/** Web Serial of this browser, where it has it. */
export function browserSerial(): Serial | undefined {
  return (navigator as { readonly serial?: Serial }).serial;
}

/** Lets the user choose a port; needs a press of a button. @returns false where they chose none. */
export async function askForSerialPort(serial: Serial): Promise<boolean> {
  try {
    await serial.requestPort();
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return false;
    throw error;
  }
}

/** Sends bytes to the serial port that was allowed last. */
export class SerialSink implements ByteSink {
  constructor(
    private readonly serial: Serial | undefined,
    private readonly baudRate: number,
    private readonly patienceMs?: number,
  ) {}

  async write(bytes: Uint8Array): Promise<void> {
    if (this.serial === undefined) throw new PrintFailed('unsupported');
    const port = (await this.serial.getPorts()).at(-1);
    if (port === undefined) throw new PrintFailed('not_chosen');
    await this.send(port, bytes);
  }

  private async send(port: SerialPort, bytes: Uint8Array): Promise<void> {
    try {
      await port.open({ baudRate: this.baudRate });
    } catch (error) {
      throw new PrintFailed('not_found', error);
    }
    const writer = port.writable?.getWriter();
    if (writer === undefined) throw new PrintFailed('refused');
    try {
      await withPatience(writer.write(bytes), this.patienceMs);
    } catch (error) {
      void giveUp(port, writer, error);
      throw error;
    }
    writer.releaseLock();
    await port.close();
  }
}

/** Throws away what waits in the port: it would come out in front of the next receipt. A port that is stuck ends when it can. */
async function giveUp(port: SerialPort, writer: WritableStreamDefaultWriter, reason: unknown): Promise<void> {
  await Promise.allSettled([writer.abort(reason)]);
  writer.releaseLock();
  await Promise.allSettled([port.close()]);
}
