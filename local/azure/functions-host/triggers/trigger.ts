import type { HostConfig } from '../app/hostConfig';
import type { Logger } from '../app/logger';
import type { Clients } from '../bindings/clients';
import type { Clock } from '../invocation/clock';
import type { Invoke } from '../invocation/invoke';
import type { LeaseTimes } from './cosmosDBOptions';

/** What every trigger that listens by itself is given. */
export interface TriggerServices {
  readonly invoke: Invoke;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly config: HostConfig;
  readonly clients: Clients;
  readonly leases: LeaseTimes;
}

export interface Listener {
  /** Takes nothing new. Resolves when what runs has ended and what was held (locks, leases) is given back. */
  stop(): Promise<void>;
}
