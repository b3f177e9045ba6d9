/**
 * The queue of events whose type no subscription names. Nobody listens to it, so they stay until a person has looked.
 * Without it Event Grid would take such an event and drop it.
 */
export const UNCLAIMED_QUEUE = 'unclaimed';
