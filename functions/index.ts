import type { Database } from '@azure/cosmos';
import { openDatabase } from '../shared/cosmos/cosmos';
import { cosmosSettings, readSettings } from '../shared/kernel/config';
import { startTelemetry } from '../shared/telemetry/telemetry';
import { registerAdmission } from './admission/register';
import { apiDocument } from './api';
import { registerLending } from './lending/register';
import { registerMembership } from './membership/register';
import { registerMusical } from './musical/register';
import { registerMypage } from './mypage/register';
import { registerNotification } from './notification/register';
import { registerOperations } from './operations/register';
import { registerReservation } from './reservation/register';

/** The app's table of contents. `CONTEXTS` names those to register, so one build serves as one Function App a context. */
const contexts: Readonly<Record<string, (database: Database) => void>> = {
  musical: registerMusical,
  reservation: registerReservation,
  notification: registerNotification,
  mypage: registerMypage,
  admission: registerAdmission,
  lending: registerLending,
  membership: registerMembership,
  operations: (database) => registerOperations(database, apiDocument),
};

startTelemetry({
  serviceName: process.env.WEBSITE_SITE_NAME ?? 'marquee',
  otlpEndpoint: process.env.OTEL_EXPORTER_OTLP_ENDPOINT,
  connectionString: process.env.APPLICATIONINSIGHTS_CONNECTION_STRING,
});

const database = openDatabase(readSettings(cosmosSettings));
const chosen = process.env.CONTEXTS ?? 'all';
for (const name of chosen === 'all' ? Object.keys(contexts) : chosen.split(',')) {
  const context = name.trim();
  const register = Object.hasOwn(contexts, context) ? contexts[context] : undefined;
  if (register === undefined) {
    throw new Error(
      `CONTEXTS names "${name}"; it takes all, or some of ${Object.keys(contexts).join(', ')}.`,
    );
  }
  register(database);
}
