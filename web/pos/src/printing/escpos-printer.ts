import type { Receipt } from '../../../../sdk/src/contract/models.js';
import { drawerKick, renderEscPos, type EscPosOptions } from '../../../../sdk/src/escpos.js';
import type { ByteSink, Printer } from './printer.js';

/** A thermal printer that speaks ESC/POS, at the end of a cable. */
export class EscPosPrinter implements Printer {
  constructor(
    private readonly sink: ByteSink,
    private readonly options: Omit<EscPosOptions, 'drawerKick'>,
  ) {}

  print(receipt: Receipt): Promise<void> {
    return this.sink.write(renderEscPos(receipt, { ...this.options, drawerKick: false }));
  }

  openDrawer(): Promise<void> {
    return this.sink.write(drawerKick());
  }
}
