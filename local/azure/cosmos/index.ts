export { CosmosEngine } from './engine/engine';
export type { InProcessOptions } from './inProcess';
export { inProcessClient } from './inProcess';
export type { CosmosOptions, CosmosServer } from './server/startCosmos';
export { startCosmos } from './server/startCosmos';
