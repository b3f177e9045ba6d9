const OPERATIONS = [
  'send',
  'receive',
  'complete',
  'abandon',
  'deadLetter',
  'defer',
  'renewLock',
  'peek',
  'schedule',
  'cancelScheduled',
] as const;

/** What the broker is asked to do. Azure's Standard tier bills each send and each delivery as one operation. */
export type Operation = (typeof OPERATIONS)[number];
export type OperationCounts = Record<Operation, number>;

export const noOperations = (): OperationCounts =>
  Object.fromEntries(OPERATIONS.map((name) => [name, 0])) as OperationCounts;
