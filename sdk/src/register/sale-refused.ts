import { Refusal, type RefusalFacts, type RefusedField } from '../../../src/kernel/refusal.js';

/** The register says no, by the rules and with the codes of the service. */
export class SaleRefused extends Error {
  readonly code: string;
  /** JSON Pointer to the place in the draft; empty where it is none of its places. */
  readonly pointer: string;
  /** What is wrong there, in English, for logs; screens have words of their own for each code. */
  readonly detail: string;
  readonly facts: RefusalFacts;
  /** All bad places. */
  readonly fields: readonly RefusedField[];

  constructor({ code, facts, fields }: Pick<Refusal, 'code' | 'facts' | 'fields'>) {
    super(code);
    this.name = 'SaleRefused';
    this.code = code;
    this.pointer = fields[0]?.pointer ?? '';
    this.detail = fields[0]?.message ?? code;
    this.facts = facts;
    this.fields = fields;
  }
}

/** Does something and tells refusals as `SaleRefused`. */
export async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? new SaleRefused(error) : error;
  }
}
