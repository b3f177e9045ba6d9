export type { EventGridEngine, EventGridEngineOptions } from './engine/engine';
export { openEventGrid } from './engine/engine';
export type { CloudEvent, DeadLetter, Delivery, DeliveryResult, Subscriptions } from './engine/model';
export type { EventGridOptions, RunningEventGrid } from './server';
export { startEventGrid } from './server';
