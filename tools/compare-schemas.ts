/** As much of JSON Schema (draft-07, or OpenAPI 3.0's dialect) as contracts here use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** A schema and the document that its references lead into. */
export interface Rooted {
  readonly schema: Schema;
  readonly root: unknown;
}

/** Something that a reader of the old contract would stumble over. */
export interface Break {
  /** The contract, such as an event's type. */
  readonly contract: string;
  /** JSON Pointer to the member. */
  readonly pointer: string;
  readonly what: string;
}

/**
 * `read`: who reads by the old contract is handed what the new one describes. `write`: who writes by the old contract is
 * judged by the new one, which refuses what it does not know.
 */
export type View = 'read' | 'write';

export interface Comparison {
  readonly view: View;
  /** False lets a list of words grow: right where readers are told that it may. */
  readonly strictWords: boolean;
}

/**
 * Compares contracts of data by name, from the view of one who reads by the old one: what is gone, may now be absent, or may
 * be of a kind or a value that was ruled out. More fields, more contracts and narrower values break nobody.
 */
export function compareSchemas(before: ReadonlyMap<string, Schema>, after: ReadonlyMap<string, Schema>): Break[] {
  return [...before].flatMap(([contract, schema]) => {
    const now = after.get(contract);
    if (now === undefined) return [{ contract, pointer: '', what: 'is gone' }];
    const breaks = breaksBetween({ schema, root: schema }, { schema: now, root: now }, READER);
    return breaks.map((found) => ({ contract, ...found }));
  });
}

const READER: Comparison = { view: 'read', strictWords: true };

type Found = Omit<Break, 'contract'>;

/** What the second schema lets through that the first does not, place by place. */
export function breaksBetween(before: Rooted, after: Rooted, comparison: Comparison): Found[] {
  return new Walk(before.root, after.root, comparison).compare(before.schema, after.schema, '');
}

/** One kind of value: what is left of a schema once alternatives and references are resolved. */
type Kind = Schema & { readonly type?: string };

class Walk {
  /** Members that are being compared: a type that contains itself ends here. */
  private readonly open = new Map<object, Set<object>>();

  constructor(
    private readonly beforeRoot: unknown,
    private readonly afterRoot: unknown,
    private readonly comparison: Comparison,
  ) {}

  compare(before: Schema, after: Schema, pointer: string): Found[] {
    const allowed = kindsOf(before, this.beforeRoot);
    return kindsOf(after, this.afterRoot).flatMap((kind) => this.compareKind(allowed, kind, pointer));
  }

  private compareKind(allowed: readonly Kind[], kind: Kind, pointer: string): Found[] {
    const related = allowed.filter(({ type }) => type === undefined || type === kind.type || isWhole(type, kind.type));
    if (related.length === 0) {
      const types = allowed.map(({ type }) => type).join(' or ');
      return [{ pointer, what: this.says(types, kind.type ?? 'anything') }];
    }
    const tries = related.map((candidate) => this.compareLike(candidate, kind, pointer));
    return tries.reduce((best, next) => (next.length < best.length ? next : best));
  }

  private compareLike(before: Kind, after: Kind, pointer: string): Found[] {
    if (before.type === undefined) return [];
    return [
      ...this.compareWords(before, after, pointer),
      ...compareForms(before, after, pointer),
      ...this.compareMembers(before, after, pointer),
      ...this.compareInner(before.items, after.items, `${pointer}/-`),
      ...this.compareInner(asSchema(before.additionalProperties), asSchema(after.additionalProperties), `${pointer}/*`),
    ];
  }

  private compareWords(before: Kind, after: Kind, pointer: string): Found[] {
    const allowed = wordsOf(before);
    if (allowed === undefined || !this.comparison.strictWords) return [];
    const words = wordsOf(after);
    if (words === undefined) return [{ pointer, what: this.says(`one of ${allowed.join(', ')}`, 'anything') }];
    const fresh = words.filter((word) => !allowed.includes(word));
    return fresh.length === 0 ? [] : [{ pointer, what: this.says(`one of ${allowed.join(', ')}`, fresh.join(', ')) }];
  }

  /** A reader is handed more than they knew of; a writer is allowed less than they were. */
  private says(allowed: string, found: string): string {
    return this.comparison.view === 'read'
      ? `was ${allowed} and may be ${found}`
      : `may only be ${allowed}, and could be ${found}`;
  }

  private compareMembers(before: Kind, after: Kind, pointer: string): Found[] {
    const { properties: was = {} } = before;
    const { properties: is = {} } = after;
    if (before.type !== 'object' || this.open.get(was)?.has(is) === true) return [];
    this.open.set(was, new Set(this.open.get(was)).add(is));
    const found =
      this.comparison.view === 'read'
        ? this.compareRead(before, after, pointer)
        : this.compareWritten(before, after, pointer);
    this.open.get(was)?.delete(is);
    return found;
  }

  private compareRead(before: Kind, after: Kind, pointer: string): Found[] {
    return Object.entries(before.properties ?? {}).flatMap(([name, member]): Found[] => {
      const place = `${pointer}/${name}`;
      const now = after.properties?.[name];
      if (now === undefined) return [{ pointer: place, what: 'is gone' }];
      const lost = before.required?.includes(name) === true && after.required?.includes(name) !== true;
      return [
        ...(lost ? [{ pointer: place, what: 'was always there and may be absent' }] : []),
        ...this.compare(member, now, place),
      ];
    });
  }

  /** Here `before` is the judge, the new contract, and `after` what is written by the old one. */
  private compareWritten(judge: Kind, written: Kind, pointer: string): Found[] {
    const required = (judge.required ?? []).filter((name) => written.required?.includes(name) !== true);
    const missing = required.map((name) => ({
      pointer: `${pointer}/${name}`,
      what: 'must be given, and need not be before',
    }));
    const members = Object.entries(written.properties ?? {}).flatMap(([name, member]): Found[] => {
      const place = `${pointer}/${name}`;
      const known = judge.properties?.[name];
      if (known !== undefined) return this.compare(known, member, place);
      return judge.additionalProperties === false ? [{ pointer: place, what: 'is refused, and was not before' }] : [];
    });
    return [...missing, ...members];
  }

  private compareInner(before: Schema | undefined, after: Schema | undefined, pointer: string): Found[] {
    return before === undefined ? [] : this.compare(before, after ?? {}, pointer);
  }
}

function compareForms(before: Kind, after: Kind, pointer: string): Found[] {
  return (['format', 'pattern'] as const).flatMap((word) => {
    const [was, is] = [before[word], after[word]];
    if (was === undefined || was === is) return [];
    return [{ pointer, what: `had the ${word} ${was} and has ${is ?? 'none'}` }];
  });
}

function kindsOf(schema: Schema, root: unknown): Kind[] {
  if (schema.$ref !== undefined) return kindsOf(resolve(schema.$ref, root), root);
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((part) => kindsOf(part, root));
  const { nullable = false, allOf = [], ...own } = schema;
  const merged = allOf.reduce<Schema>((whole, part) => merge(whole, part, root), own);
  const { type, ...rest } = merged;
  const types: readonly (string | undefined)[] = typeof type === 'object' ? type : [type ?? typeOfWords(rest)];
  const kinds = types.map((name): Kind => (name === undefined ? rest : { ...rest, type: name }));
  return nullable ? [...kinds, { type: 'null' }] : kinds;
}

/** What adheres to all parts, as far as objects go: that is what `allOf` is used for here. */
function merge(whole: Schema, part: Schema, root: unknown): Schema {
  const [kind = {}] = kindsOf(part, root);
  return {
    ...kind,
    ...whole,
    properties: { ...kind.properties, ...whole.properties },
    required: [...(kind.required ?? []), ...(whole.required ?? [])],
  };
}

function resolve(reference: string, root: unknown): Schema {
  const keys = reference.split('/').slice(1).map(decodeURIComponent);
  const found = keys.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], root);
  if (found == null) throw new Error(`the reference ${reference} leads nowhere`);
  return found;
}

function typeOfWords(schema: Schema): string | undefined {
  const [word] = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  return word === undefined ? undefined : typeof word;
}

function wordsOf({ const: only, enum: words }: Schema): readonly string[] | undefined {
  const all = words ?? (only === undefined ? undefined : [only]);
  return all?.map((word) => JSON.stringify(word));
}

function isWhole(before: string, after: string | undefined): boolean {
  return before === 'number' && after === 'integer';
}

function asSchema(additional: boolean | Schema | undefined): Schema | undefined {
  return typeof additional === 'object' ? additional : undefined;
}
