import { redactFields, redactText } from './redact';
import { attributesOfLog } from './trace';

/** What a log line says beside its message, with `reservationId` wherever there is one. Tokens, addresses and payment keys are hidden. */
export type LogFields = Readonly<Record<string, unknown>>;

export type Log = {
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  readonly error: (message: string, fields?: LogFields) => void;
};

/** What a log may say of something thrown. It is its message, never its stack or request. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Sink = Record<'info' | 'warn' | 'error', (message: string) => void>;

/** One line of JSON a message, into the Functions host's log (or any console). */
export const jsonLog = (sink: Sink): Log => {
  const line =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) =>
      sink[level](
        JSON.stringify({
          message: redactText(message),
          ...redactFields({ ...attributesOfLog(), ...fields }),
        }),
      );
  return { info: line('info'), warn: line('warn'), error: line('error') };
};

export const consoleLog: Log = jsonLog(console);
