/** JSON as it travels. */
export type EntryJson = Readonly<Record<string, unknown>>;

/** An entry of a device as it is handed on: not a character of it is changed. */
export interface RelayedEntry {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly kind: string;
  readonly body: EntryJson;
  readonly actor: { readonly personId: string; readonly sessionId: string | null };
  readonly approver: { readonly personId: string; readonly sessionId: string | null } | null;
  readonly dependsOn: readonly string[];
  readonly previousHash: string;
  readonly hash: string;
  readonly signature: string;
}

/** A public key as devices send it. */
export interface DeviceKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string;
}

/** Numbers, both inclusive. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** How far a device's entries have come, in one place. */
export interface DeviceHead {
  readonly deviceId: string;
  readonly highest: number;
  readonly missing: readonly NumberRange[];
}

/** The same in the cloud, for a hub. */
export interface CloudHead extends DeviceHead {
  readonly key: DeviceKey | null;
  /** The oldest that a hub that has none of them is given, and what came before it. */
  readonly first: number;
  readonly firstPreviousHash: string;
}

/** What the cloud has and the hub lacks, in the order of numbers. */
export function rangesToFetch(here: DeviceHead | undefined, cloud: CloudHead): readonly NumberRange[] {
  const mine = here?.highest ?? cloud.first - 1;
  const gaps = (here?.missing ?? []).filter(({ from }) => from <= cloud.highest);
  const news = cloud.highest > mine ? [{ from: mine + 1, to: cloud.highest }] : [];
  return [...gaps, ...news].flatMap((range) => without(range, cloud.missing));
}

/** The range without what is missing there, too. */
function without(range: NumberRange, missing: readonly NumberRange[]): NumberRange[] {
  let rest: NumberRange[] = [range];
  for (const gap of missing)
    rest = rest.flatMap(({ from, to }) => {
      if (gap.to < from || gap.from > to) return [{ from, to }];
      const left = gap.from > from ? [{ from, to: gap.from - 1 }] : [];
      return gap.to < to ? [...left, { from: gap.to + 1, to }] : left;
    });
  return rest;
}
