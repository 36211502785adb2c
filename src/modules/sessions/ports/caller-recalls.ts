/** Makes all processes forget callers. To be called when the change has committed. */
export interface CallerRecalls {
  recall(...subjects: readonly string[]): void;
}
