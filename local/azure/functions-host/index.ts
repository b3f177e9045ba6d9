export type { Host, HostOptions } from './host';
export { startHost } from './host';
