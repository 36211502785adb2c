import type { SeededPin } from '../app/seed/fill-staff.js';

/** PINs that people were given, a line each. */
export function pinLines(pins: readonly SeededPin[]): string[] {
  return pins.map(({ name, role, pin }) => `# PIN ${pin} of ${name}, ${role}`);
}
