import type { Database } from '@azure/cosmos';
import type { z } from 'zod';
import { type MarkStore, markStore } from '../../shared/erasure/mark';
import {
  type Admit,
  type Authenticate,
  bearerAuthentication,
  gatewayAdmission,
} from '../../shared/http/auth';
import { type Clock, systemClock } from '../../shared/kernel/clock';
import { authSettings, cosmosSettings, eventGridSettings, sweepSettings } from '../../shared/kernel/config';
import { type Pacing, systemPacing } from '../../shared/kernel/pacing';
import { eventGridPublisher, type Publisher } from '../../shared/messaging/publish';
import { consoleLog, type Log } from '../../shared/telemetry/log';
import { type LoanEntryStore, loanEntryStore } from './loanStore';
import { type MemberEntryStore, memberEntryStore } from './memberStore';
import { type EntryStore, entryStore } from './store';

/** Every setting this context reads. */
export const mypageSettings = cosmosSettings
  .extend(eventGridSettings.shape)
  .extend(authSettings.shape)
  .extend(sweepSettings.shape);
export type MypageSettings = z.infer<typeof mypageSettings>;

export type MypageDeps = Pacing & {
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly clock: Clock;
  readonly entries: EntryStore;
  readonly loans: LoanEntryStore;
  readonly members: MemberEntryStore;
  /** Customers who have asked to be erased. */
  readonly marks: MarkStore;
  readonly publisher: Publisher;
};

export const mypageDeps = (settings: MypageSettings, database: Database): MypageDeps => ({
  ...systemPacing,
  log: consoleLog,
  authenticate: bearerAuthentication(settings),
  admit: gatewayAdmission(settings),
  clock: systemClock,
  entries: entryStore(database.container('mypage')),
  loans: loanEntryStore(database.container('mypage-loans')),
  members: memberEntryStore(database.container('mypage-memberships')),
  marks: markStore(database.container('mypage-erasures'), systemPacing),
  publisher: eventGridPublisher(settings),
});
