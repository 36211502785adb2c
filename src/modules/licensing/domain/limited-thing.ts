/** Things that a plan counts. */
export const LIMITED_THINGS = ['outlets', 'devices', 'staff', 'integrations'] as const;
export type LimitedThing = (typeof LIMITED_THINGS)[number];

/** True for the name of a thing that is counted. */
export function isLimitedThing(name: string): name is LimitedThing {
  return (LIMITED_THINGS as readonly string[]).includes(name);
}
