/** Whole minor units of a currency (KRW has none: 1 is one won). Never a fraction. */
export type Amount = number;

/** `percent` of an amount, rounded down to a whole minor unit. */
export const percentOf = (amount: Amount, percent: number): Amount => Math.floor((amount * percent) / 100);
