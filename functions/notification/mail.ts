import { createHash } from 'node:crypto';
import { EmailClient, type EmailMessage } from '@azure/communication-email';
import { DefaultAzureCredential } from '@azure/identity';
import { createTransport } from 'nodemailer';
import type { Probe } from '../../shared/pending/progress';

export type Attachment = {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
  /** By which the HTML shows it. */
  readonly contentId?: string;
};

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** The same for every attempt, so that a mail program shows a mail that was sent twice once. */
  readonly messageId: string;
};

/** Hands a mail to a server that will deliver it. Throws when it has not, or may not have, taken it. */
export type Mailer = (mail: Mail) => Promise<void>;

/** So that nobody's machine answers it that somebody is away. Source: RFC 3834, section 5 */
const HEADERS = { 'Auto-Submitted': 'auto-generated' };

const DEADLINE_MS = 10_000;

export function smtpMailer(url: string, from: string): Mailer {
  const transport = smtpTransport(url);
  return async (mail) => {
    await transport.sendMail(mimeOf(mail, from));
  };
}

/** A mail as what writes it takes it. What the HTML shows stands beside it, and other files below both. */
export const mimeOf = ({ to, attachments, ...mail }: Mail, from: string) => ({
  from,
  ...mail,
  // An address as an object is not taken apart: what looks like two is still one.
  to: { name: '', address: to },
  headers: HEADERS,
  attachments: attachments.map(({ name: filename, contentId: cid, contentType, content }) => ({
    ...{ filename, contentType, content },
    ...(cid === undefined ? {} : { cid, contentDisposition: 'inline' as const }),
  })),
});

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
 * It takes 10 MB a mail with all that is attached. A test holds the largest of ours far below. Source:
 * https://learn.microsoft.com/dotnet/api/azure.communication.email.emailmessage.attachments
 */
export const communicationServicesMailer = (endpoint: string, from: string): Mailer =>
  emailClientMailer(new EmailClient(endpoint, new DefaultAzureCredential()), from);

export function emailClientMailer(client: EmailClient, from: string): Mailer {
  return async ({ to, subject, text, html, attachments, messageId }) => {
    const message: EmailMessage = {
      senderAddress: from,
      content: { subject, plainText: text, html },
      recipients: { to: [{ address: to }] },
      headers: HEADERS,
      attachments: attachments.map(({ content, ...file }) => ({
        ...file,
        contentInBase64: content.toString('base64'),
      })),
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
