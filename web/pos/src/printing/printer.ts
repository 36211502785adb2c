import type { Receipt } from '../../../../sdk/src/contract/models.js';

/** Why something was not printed. */
export type PrintTrouble =
  /** Nobody has chosen the printer on this device yet. */
  | 'not_chosen'
  /** The one that was chosen is switched off or unplugged. */
  | 'not_found'
  /** This browser has no way to it. */
  | 'unsupported'
  /** It is there, but would not take it: another program has it, or it broke off. */
  | 'refused'
  /** It took nothing for too long: no paper, or an open cover. */
  | 'no_answer';

/** What could not be printed stays in a list; nobody waits for it. */
export class PrintFailed extends Error {
  constructor(
    readonly trouble: PrintTrouble,
    cause?: unknown,
  ) {
    super(trouble, { cause });
    this.name = 'PrintFailed';
  }
}

/** Something that receipts come out of. */
export interface Printer {
  /** @throws PrintFailed */
  print(receipt: Receipt): Promise<void>;
  /** Opens the cash drawer that is plugged into it. @throws PrintFailed */
  openDrawer(): Promise<void>;
}

/** Somewhere bytes go. */
export interface ByteSink {
  /** @throws PrintFailed */
  write(bytes: Uint8Array): Promise<void>;
}
