const Sequencer = require('@jest/test-sequencer').default;

/** They take minutes each: begun last, they would run alone at the end while the other workers have nothing to do. */
const LONG =
  /tests.(web.(buyers|staff)|simulation.simulation|faults.(moves|outages)|chaos.crowd)\.test|mistakes\.test/;

/** Jest goes by the size of a file where it has not run it before, and these are small and call others. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONG.test(path);
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
