/** Where text goes: the standard streams, or an array in tests. */
export interface TextSink {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** How the caller wants to be answered. */
export interface PrinterSettings {
  readonly json: boolean;
  readonly jsonl: boolean;
  readonly quiet: boolean;
  readonly colour: boolean;
}

const COLOURS = { red: 31, green: 32, yellow: 33 } as const;

/** The only place of posctl that writes to the terminal: data goes to stdout, everything else to stderr (UX.md §2). */
export class Printer {
  constructor(
    private readonly out: TextSink,
    readonly err: TextSink,
    readonly settings: PrinterSettings,
  ) {}

  /** The answer: a JSON document with `--json`, else the lines for people. */
  result(document: unknown, lines: () => readonly string[]): void {
    if (this.settings.json || this.settings.jsonl) this.out.write(`${JSON.stringify(document)}\n`);
    else for (const line of lines()) this.out.write(`${line}\n`);
  }

  /** A list: one array with `--json`, one object a line with `--jsonl`, else a table. */
  list<Row extends object>(rows: readonly Row[], columns: readonly Column<Row>[]): void {
    if (this.settings.jsonl) for (const row of rows) this.out.write(`${JSON.stringify(row)}\n`);
    else if (this.settings.json) this.out.write(`${JSON.stringify(rows)}\n`);
    else for (const line of table(rows, columns)) this.out.write(`${line}\n`);
  }

  /** Plain text as the answer itself: help pages, CSV. */
  text(text: string): void {
    this.out.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Something good to know; silent with `--quiet`. */
  note(text: string): void {
    if (!this.settings.quiet) this.err.write(`${text}\n`);
  }

  /** Something that should be looked at, but stops nothing. */
  warn(text: string): void {
    this.err.write(`${this.paint('yellow', 'warning:')} ${text}\n`);
  }

  /** Why the command ends, and what to do. */
  failure(message: string, advice: string | undefined): void {
    this.err.write(`${this.paint('red', 'posctl:')} ${message}\n`);
    if (advice !== undefined) this.err.write(`        ${advice}\n`);
  }

  /** A word in colour, where the terminal shows colours. */
  paint(colour: keyof typeof COLOURS, text: string): string {
    return this.settings.colour ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
  }
}

/** One column of a printed list. */
export interface Column<Row> {
  readonly title: string;
  readonly alignRight?: boolean;
  value(row: Row): string;
}

/** Rows under their titles, in columns as wide as they need to be. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => columns.map((column) => column.value(row)))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => (line[index] ?? '').length)));
  return cells.map((line) =>
    line
      .map((cell, index) =>
        columns[index]?.alignRight === true ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
