/** How many colours there are; each is a pair for light and dark in `selling.css`. */
const HUES = 8;

/**
 * The colour of a category: by its place among the categories, so that neighbours differ. The name always stands beside it: colour
 * alone says nothing.
 */
export function hueOf(category: string, categories: readonly string[]): number {
  return Math.max(0, categories.indexOf(category)) % HUES;
}
