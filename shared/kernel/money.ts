/** Whole minor units of a currency (KRW has none: 1 is one won). Never a fraction. */
export type Amount = number;

/**
 * `percent` of an amount, rounded down to a whole minor unit. 0.57 % of 10,000 is 57: what only the machine's fractions
 * lack (56.99999999999999) is given back before rounding.
 */
export const percentOf = (amount: Amount, percent: number): Amount =>
  Math.floor(Number(((amount * percent) / 100).toPrecision(15)));
