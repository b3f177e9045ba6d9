import { shiftClock } from './shiftClock';

/** Loaded into each child by `--require`, whoever wrote it. */
shiftClock();
