import type { Tx } from '../../../kernel/transaction.js';
import type { Plan } from '../domain/plan.js';

/** Keeps plans, in a transaction of the vendor's tenant. Built-in plans that nobody changed are there, too. */
export interface PlanRepository {
  find(tx: Tx, code: string): Promise<Plan | undefined>;
  /** Locks the plan until the transaction ends; `undefined` when there is none. */
  lock(tx: Tx, code: string): Promise<Plan | undefined>;
  /** By code. There are few. */
  all(tx: Tx): Promise<readonly Plan[]>;
  /** @returns false when the code is taken. */
  add(tx: Tx, plan: Plan): Promise<boolean>;
  save(tx: Tx, plan: Plan): Promise<void>;
}
