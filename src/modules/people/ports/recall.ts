/** The door, which remembers callers for a while. */
export interface Recall {
  /** After the commit: what was known by these names is looked up again. */
  recall(...subjects: readonly string[]): void;
}
