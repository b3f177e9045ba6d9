import fc from 'fast-check';

/**
 * Deliveries of a change feed, to be read at the same time: the last state of each document, the others or not, in any
 * order, some of them twice.
 */
export const deliveriesOf = <Document>(
  states: readonly Document[],
  isLast: (document: Document) => boolean,
): fc.Arbitrary<Document[][]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...states]),
      fc.shuffledSubarray([...states]),
      fc.array(fc.nat(), { maxLength: 3 }),
    )
    .chain(([some, again, cuts]) => {
      const missing = states.filter(
        (state) => isLast(state) && !some.includes(state) && !again.includes(state),
      );
      const shown = [...some, ...missing, ...again];
      const bounds = cuts.map((cut) => cut % (shown.length + 1)).toSorted((a, b) => a - b);
      const starts = [0, ...bounds];
      return fc.constant(starts.map((start, i) => shown.slice(start, starts[i + 1])));
    });
