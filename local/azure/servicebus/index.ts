export type { ServiceBusEngine } from './engine/engine';
export { openServiceBus } from './engine/engine';
export { ServiceBusFault } from './engine/fault';
export type { LockedMessage, QueueDefinition } from './engine/model';
export type { RunningServiceBus, ServiceBusOptions } from './server';
export { startServiceBus } from './server';
