import type { Aggregate } from './ast';
import type { Value } from './values';
import { compareValues, typeOf } from './values';

/** Takes values one by one and tells the aggregate of those so far. Undefined values are passed over. */
export type Accumulator = { readonly add: (value: Value) => void; readonly result: () => Value };

const count = (): Accumulator => {
  let n = 0;
  return {
    add: (value) => {
      if (value !== undefined) n += 1;
    },
    result: () => n,
  };
};

/** A value that is no number makes the sum, and so the average, undefined. */
const sum = (average: boolean): Accumulator => {
  let total: number | undefined = 0;
  let n = 0;
  return {
    add: (value) => {
      if (value === undefined) return;
      n += 1;
      total = typeof value === 'number' && total !== undefined ? total + value : undefined;
    },
    result: () => {
      if (!average) return total;
      return n === 0 || total === undefined ? undefined : total / n;
    },
  };
};

/** Arrays and objects have no place in the order and make the result undefined. */
const extreme = (sign: 1 | -1): Accumulator => {
  let best: Value;
  let spoilt = false;
  return {
    add: (value) => {
      if (value === undefined) return;
      if (typeOf(value) === 'array' || typeOf(value) === 'object') spoilt = true;
      else if (best === undefined || compareValues(value, best) * sign > 0) best = value;
    },
    result: () => (spoilt ? undefined : best),
  };
};

export function accumulator(aggregate: Aggregate): Accumulator {
  switch (aggregate) {
    case 'COUNT':
      return count();
    case 'SUM':
      return sum(false);
    case 'AVG':
      return sum(true);
    case 'MIN':
      return extreme(-1);
    case 'MAX':
      return extreme(1);
    default:
      return aggregate satisfies never;
  }
}
