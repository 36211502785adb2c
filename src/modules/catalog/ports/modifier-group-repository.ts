import type { Tx } from '../../../kernel/transaction.js';
import type { ModifierGroup, ModifierGroupId } from '../domain/modifier-group.js';
import type { NestingGroup } from '../domain/modifier-nesting.js';

/** A group as it lies there; a deleted one keeps its id and its version. */
export interface StoredGroup {
  readonly group: ModifierGroup;
  readonly deleted: boolean;
}

/**
 * Modifier groups as commands need them. Whoever changes a tenant's groups, attachments or combos first locks them; every
 * write makes the revision of prices one higher.
 */
export interface ModifierGroupRepository {
  /** Keeps every other writer of this tenant's master data out until the transaction ends. */
  lock(tx: Tx): Promise<void>;
  /** The group of the id, deleted or not. */
  find(tx: Tx, id: ModifierGroupId): Promise<StoredGroup | undefined>;
  /** The groups there are among the codes. */
  byCodes(tx: Tx, codes: readonly string[]): Promise<readonly ModifierGroup[]>;
  /** What nesting goes by, of all groups but one. */
  nestingBeside(tx: Tx, id: ModifierGroupId): Promise<readonly NestingGroup[]>;
  /** What refers to the group of the code, in words: the first few groups, items and categories. */
  usersOf(tx: Tx, code: string): Promise<readonly string[]>;
  /** Writes a group, whether it was there, deleted, or not. @throws Refusal `modifier_group_code_taken`. */
  save(tx: Tx, group: ModifierGroup): Promise<void>;
  /** Deletes a group. */
  remove(tx: Tx, group: ModifierGroup): Promise<void>;
}
