/** One bad place in what the caller sent: a JSON Pointer into the body and what is wrong there. */
export interface RefusedField {
  readonly pointer: string;
  readonly message: string;
}

/** Facts about a refusal that the answer may show: ids, amounts, states. Never secrets. */
export type RefusalFacts = Readonly<Record<string, unknown>>;

/**
 * The business says no. `code` is stable and is what clients act on; the answer's words and status are decided once, at
 * the edge, from the module's problem table (docs/decisions/0005). Anything else thrown is a defect and answers 500.
 */
export class Refusal<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    readonly facts: RefusalFacts = {},
    readonly fields: readonly RefusedField[] = [],
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
