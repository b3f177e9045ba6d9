import type { Database } from '@azure/cosmos';
import type { z } from 'zod';
import {
  type Admit,
  type Authenticate,
  bearerAuthentication,
  gatewayAdmission,
} from '../../shared/http/auth';
import { authSettings, cosmosSettings, sweepSettings } from '../../shared/kernel/config';
import { type Pacing, systemPacing } from '../../shared/kernel/pacing';
import { consoleLog, type Log } from '../../shared/telemetry/log';
import { type EntryStore, entryStore } from './store';

/** Every setting this context reads. */
export const mypageSettings = cosmosSettings.extend(authSettings.shape).extend(sweepSettings.shape);
export type MypageSettings = z.infer<typeof mypageSettings>;

export type MypageDeps = Pacing & {
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly entries: EntryStore;
};

export const mypageDeps = (settings: MypageSettings, database: Database): MypageDeps => ({
  ...systemPacing,
  log: consoleLog,
  authenticate: bearerAuthentication(settings),
  admit: gatewayAdmission(settings),
  entries: entryStore(database.container('mypage')),
});
