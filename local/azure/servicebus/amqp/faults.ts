import { type FaultCode, ServiceBusFault } from '../engine/fault';

export type AmqpFault = {
  readonly condition: string;
  readonly statusCode: number;
  readonly description: string;
};

/** How the SDK learns of each refusal. Source: `@azure/core-amqp` errors.ts, the names it translates. */
const CONDITIONS: Record<FaultCode, readonly [condition: string, statusCode: number]> = {
  'entity-not-found': ['amqp:not-found', 404],
  'lock-lost': ['com.microsoft:message-lock-lost', 410],
  'message-not-found': ['com.microsoft:message-not-found', 404],
  'message-too-large': ['amqp:link:message-size-exceeded', 403],
  'bad-request': ['com.microsoft:argument-error', 400],
};

/** A defect is told to the client as an internal error, which it may try again, and printed here. */
export function amqpFault(error: unknown): AmqpFault {
  if (error instanceof ServiceBusFault) {
    const [condition, statusCode] = CONDITIONS[error.code];
    return { condition, statusCode, description: error.message };
  }
  if (error instanceof RangeError) {
    return { condition: 'amqp:decode-error', statusCode: 400, description: error.message };
  }
  console.error('Service Bus:', error);
  return { condition: 'amqp:internal-error', statusCode: 500, description: String(error) };
}
