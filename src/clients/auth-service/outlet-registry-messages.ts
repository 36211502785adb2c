/** What is asked. */
export interface OutletQuestion {
  readonly outletId: string;
  /** The same however often it is asked. */
  readonly requestId: string;
  /** ISO 8601. */
  readonly askedAt: string;
}

export interface RegisteredTax {
  readonly code: string;
  readonly name: string;
  /** A percentage, as text. */
  readonly rate: string;
  readonly compound: boolean;
}

/** The taxes of a kind of goods. */
export interface RegisteredTaxGroup {
  readonly code: string;
  readonly name: string;
  readonly mode: 'inclusive' | 'exclusive';
  readonly taxes: readonly RegisteredTax[];
}

/** An outlet as the registry has it. What is left out gets its default. */
export interface RegisteredOutlet {
  readonly id: string;
  readonly name: string;
  readonly currency?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly receiptPrefix?: string;
  readonly taxGroups?: readonly RegisteredTaxGroup[];
  readonly active?: boolean;
}

/** What the registry says, or why what came is not believed to be what it says. */
export type RegistryAnswer =
  | { readonly said: 'outlet'; readonly outlet: RegisteredOutlet; readonly at: Date }
  | { readonly said: 'unknown'; readonly at: Date }
  /** `why` is a word: `signature_wrong`, `other_outlet`, `not_json`, `status_401`. */
  | { readonly said: 'nothing_believable'; readonly why: string };
