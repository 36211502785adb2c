/** A version of a pricebook, as the service shows it. */
export interface VersionShown {
  readonly number: number;
  readonly status: string;
  readonly entryCount: number;
  readonly rules: readonly unknown[];
  readonly publishAt: string | null;
}

/** A pricebook, as the service shows it. */
export interface PricebookShown {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly currency: string;
  readonly status: string;
  readonly draft: VersionShown | null;
  readonly inForce: VersionShown | null;
  readonly scheduled: readonly VersionShown[];
}

/** Where a pricebook is. */
export function pricebookPath(id: string): string {
  return `/pricebooks/${encodeURIComponent(id)}`;
}
