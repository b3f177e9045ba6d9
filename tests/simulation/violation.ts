/** A promise of the system is broken. `about` is the reservation or seat concerned. */
export class Violation extends Error {
  constructor(
    /** Which promise, in a word. */
    readonly rule: string,
    readonly about: string,
    detail: string,
  ) {
    super(`${rule}: ${detail}`);
  }
}

export function check(holds: boolean, rule: string, about: string, detail: () => string): void {
  if (!holds) throw new Violation(rule, about, detail());
}
