import type { Environment } from '../settings';

/** One child process of the system. */
export type ServiceSpec = {
  /** Names its pid file and its log. */
  readonly name: string;
  /** For people. */
  readonly label: string;
  readonly script: string;
  readonly args: readonly string[];
  /** All that it listens on. It is ready when the first one answers. */
  readonly ports: readonly number[];
};

export type Layout = {
  /** The checkout, which holds package.json, dist and node_modules. */
  readonly root: string;
  readonly dataDir: string;
  readonly env: Environment;
};
