export { CosmosEngine } from './engine/engine';
export type { CosmosOptions, CosmosServer } from './server/startCosmos';
export { startCosmos } from './server/startCosmos';
