/** Chance that nobody can foresee, which the application takes from outside. */
export interface CodeChance {
  random(size: number): Uint8Array;
}
