import { createHash } from 'node:crypto';
import type { Refusal } from '../../kernel/refusal.js';

/** Rows that a transaction adds to one table. The set of columns is fixed, so that the statement can be prepared once. */
export interface InsertShape<Row extends object> {
  readonly table: string;
  readonly columns: readonly (keyof Row & string)[];
  /** What a violated unique constraint means in the module's words; a constraint not named here is a defect. */
  readonly onDuplicate?: Readonly<Record<string, (row: Row) => Refusal>>;
}

interface Pending {
  readonly shape: InsertShape<object>;
  readonly rows: object[];
}

/** One statement, ready to be prepared under its name. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * A statement that leaves with the commit, before the rows that are added: it costs no round trip, and nothing of what it
 * answers is seen. What must hold it has to enforce itself, by raising an exception.
 */
export interface CommitStatement extends PreparedStatement {
  /** What an exception that names a constraint means in the module's words; one not named here is a defect. */
  readonly refusals?: Readonly<Record<string, () => Refusal>>;
}

const IDENTIFIER = /^[a-z_][a-z0-9_]*$/;
const statements = new Map<string, { name: string; text: string }>();
const STATEMENTS_MAX = 500;

/**
 * Inserts gathered while a transaction's work runs and sent as one statement at its end, together with the commit: a sale
 * then costs two round trips however many tables it touches. Foreign keys between the rows hold, because PostgreSQL
 * checks them at the end of the statement.
 */
export class DeferredInserts {
  private pending: Pending[] = [];
  private first: CommitStatement[] = [];

  /** Runs a statement before the rows are added. */
  addStatement(statement: CommitStatement): void {
    this.first.push(statement);
  }

  add<Row extends object>(shape: InsertShape<Row>, rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const same = this.pending.find((entry) => entry.shape === (shape as unknown));
    if (same === undefined) this.pending.push({ shape: shape as unknown as InsertShape<object>, rows: [...rows] });
    else same.rows.push(...rows);
  }

  /** The statements that write all that is pending, in turn; it is then pending no longer. */
  take(): readonly PreparedStatement[] {
    this.takenFirst = this.first;
    this.taken = this.pending;
    this.first = [];
    this.pending = [];
    if (this.taken.length === 0) return this.takenFirst;
    const shapes = this.taken.map(({ shape }) => shape);
    const values = this.taken.map(({ rows }) => JSON.stringify(rows));
    return [...this.takenFirst, { ...statementOf(shapes), values }];
  }

  private taken: Pending[] = [];
  private takenFirst: CommitStatement[] = [];

  /** The module's refusal for a constraint violated by what was taken last, if the module foresaw it. */
  refusalFor(constraint: string): Refusal | undefined {
    for (const { refusals } of this.takenFirst) {
      const meaning = refusals?.[constraint];
      if (meaning !== undefined) return meaning();
    }
    for (const { shape, rows } of this.taken) {
      const meaning = shape.onDuplicate?.[constraint];
      if (meaning !== undefined) return meaning(rows[0] as object);
    }
    return undefined;
  }
}

function statementOf(shapes: readonly InsertShape<object>[]): { name: string; text: string } {
  const key = shapes.map((shape) => `${shape.table}(${shape.columns.join()})`).join(';');
  const known = statements.get(key);
  if (known !== undefined) return known;
  // PostgreSQL runs inserts that nothing reads from last to first; reversed, they run as they were added, so that of several
  // violated constraints the one of the aggregate itself is told of.
  const inserts = shapes.map(insertOf).reverse();
  const text = `with ${inserts.map((insert, index) => `w${index} as (${insert})`).join(',\n')}\nselect`;
  const made = { name: `insert_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`, text };
  if (statements.size >= STATEMENTS_MAX) throw new Error('insert shapes must be constants, they are made without end');
  statements.set(key, made);
  return made;
}

function insertOf({ table, columns }: InsertShape<object>, index: number): string {
  for (const name of [table, ...columns]) if (!IDENTIFIER.test(name)) throw new Error(`not an identifier: ${name}`);
  const list = (columns as readonly string[]).join(', ');
  return `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $${index + 1}::json)`;
}
