import { createHash } from 'node:crypto';
import { EmailClient } from '@azure/communication-email';
import { DefaultAzureCredential } from '@azure/identity';
import { createTransport } from 'nodemailer';
import type { Probe } from '../../shared/pending/progress';

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every attempt, so that a mail program shows a mail that was sent twice once. */
  readonly messageId: string;
};

/** Hands a mail to a server that will deliver it. Throws when it has not, or may not have, taken it. */
export type Mailer = (mail: Mail) => Promise<void>;

const DEADLINE_MS = 10_000;

export function smtpMailer(url: string, from: string): Mailer {
  const transport = smtpTransport(url);
  return async (mail) => {
    // An address as an object is not taken apart: what looks like two is still one.
    await transport.sendMail({ from, ...mail, to: { name: '', address: mail.to } });
  };
}

/** Whether the mail server greets us. It sends nothing. */
export function smtpProbe(url: string): Probe {
  const transport = smtpTransport(url);
  return () => transport.verify();
}

function smtpTransport(url: string) {
  const server = new URL(url);
  return createTransport({
    host: server.hostname,
    port: Number(server.port || 25),
    secure: server.protocol === 'smtps:',
    ...(server.username
      ? { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }
      : {}),
    connectionTimeout: DEADLINE_MS,
    greetingTimeout: DEADLINE_MS,
    socketTimeout: DEADLINE_MS,
  });
}

/** Whether Azure Communication Services answers at all. It has no call that says how it is, so any answer will do. */
export const communicationServicesProbe =
  (endpoint: string): Probe =>
  () =>
    fetch(endpoint, { method: 'HEAD', signal: AbortSignal.timeout(DEADLINE_MS) });

/**
 * Azure Communication Services, reached with the app's own identity. The operation's id follows from the mail's, so an
 * attempt that is repeated because its answer was lost is the same operation. Resolves when the service has taken it.
 */
export function communicationServicesMailer(endpoint: string, from: string): Mailer {
  const client = new EmailClient(endpoint, new DefaultAzureCredential());
  return async ({ to, subject, text, messageId }) => {
    const message = {
      senderAddress: from,
      content: { subject, plainText: text },
      recipients: { to: [{ address: to }] },
    };
    await client.beginSend(message, {
      operationId: uuidOf(messageId),
      abortSignal: AbortSignal.timeout(DEADLINE_MS),
    });
  };
}

/** A UUID (version 8, RFC 9562) that is the same for the same text. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
