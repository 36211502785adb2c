import type { Tx } from '../../../kernel/transaction.js';
import type { OwnRole } from '../domain/role.js';

/** Keeps the roles that businesses make for themselves. */
export interface RoleRepository {
  /** Locks the role until the transaction ends. @throws Refusal `role_not_found`. */
  get(tx: Tx, code: string): Promise<OwnRole>;
  /** Of these codes, those that there are. */
  find(tx: Tx, codes: readonly string[]): Promise<readonly OwnRole[]>;
  /** Keeps the roles of these codes from being removed until the transaction ends. @returns the codes that there are. */
  hold(tx: Tx, codes: readonly string[]): Promise<ReadonlySet<string>>;
  /** Keeps others from adding until the transaction ends. @returns how many there are. */
  countForAdding(tx: Tx): Promise<number>;
  /** @throws Refusal `role_already_exists`. */
  add(tx: Tx, role: OwnRole): Promise<void>;
  save(tx: Tx, role: OwnRole): Promise<void>;
  remove(tx: Tx, role: OwnRole): Promise<void>;
}
