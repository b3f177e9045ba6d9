export type FaultCode =
  | 'entity-not-found'
  | 'lock-lost'
  | 'message-not-found'
  | 'message-too-large'
  | 'bad-request';

/** A refusal the broker explains to its client. Anything else that is thrown is a defect. */
export class ServiceBusFault extends Error {
  override readonly name = 'ServiceBusFault';
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
  }
}

export const lockLost = (): ServiceBusFault =>
  new ServiceBusFault(
    'lock-lost',
    'The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue.',
  );

export const entityNotFound = (path: string): ServiceBusFault =>
  new ServiceBusFault('entity-not-found', `The messaging entity '${path}' could not be found.`);
