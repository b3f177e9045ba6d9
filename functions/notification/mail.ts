import { createTransport } from 'nodemailer';

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
  const server = new URL(url);
  const transport = createTransport({
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
  return async (mail) => {
    await transport.sendMail({ from, ...mail });
  };
}
