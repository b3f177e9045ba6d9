/** Whole minor units of a currency, never a fraction. KRW has none, so 1 is one won. */
export type Amount = number;

/**
 * `percent` of an amount, rounded down to a whole minor unit. 0.57 % of 10,000 is 57. What only the machine's fractions
 * lack (56.99999999999999) is added before rounding.
 */
export const percentOf = (amount: Amount, percent: number): Amount =>
  Math.floor(Number(((amount * percent) / 100).toPrecision(15)));
