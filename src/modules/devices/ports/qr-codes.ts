/** Draws codes that cameras read. */
export interface QrCodes {
  /** @returns an SVG image that scales. */
  svg(text: string): string;
}
