import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';

export type StoredMail = {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  readonly to: readonly { readonly address: string }[];
  readonly subject: string;
  readonly text: string;
  /** Names of the files in it. */
  readonly files: readonly string[];
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
};

const MAX_MAILS = 50_000;
const SUFFIX = '.eml';

/** The mails that were taken, each a file of a folder; beyond `maxMails` the oldest goes. */
export class MailStore {
  private readonly mails: StoredMail[] = [];
  private last = 0;

  private constructor(
    private readonly folder: string,
    private readonly maxMails: number,
  ) {}

  /** With the mails that an earlier process took. */
  static async open(folder: string, maxMails = MAX_MAILS): Promise<MailStore> {
    mkdirSync(folder, { recursive: true });
    const store = new MailStore(folder, maxMails);
    const names = readdirSync(folder).filter((name) => name.endsWith(SUFFIX));
    for (const name of names.sort()) await store.read(name.slice(0, -SUFFIX.length));
    return store;
  }

  /** Resolves when the mail lies on the disk. Throws for what is no mail, and keeps nothing of it. */
  async add(source: Buffer): Promise<void> {
    const id = this.nextId();
    const mail = await parse(id, source);
    // A name that counts appears only with its whole content, whenever the process is killed.
    writeFileSync(path.join(this.folder, id), source);
    renameSync(path.join(this.folder, id), this.fileOf(id));
    this.keep(mail);
  }

  /** The newest first. */
  list(limit: number): readonly StoredMail[] {
    return this.mails.slice(-limit).reverse();
  }

  /** The mail as it came, or undefined. */
  source(id: string): Buffer | undefined {
    return this.mails.some((mail) => mail.id === id) ? readFileSync(this.fileOf(id)) : undefined;
  }

  /** The mail's HTML with the pictures in it, as a mail program shows it. Undefined when there is none. */
  async html(id: string): Promise<string | undefined> {
    const source = this.source(id);
    if (source === undefined) return undefined;
    const { html, attachments } = await PostalMime.parse(source, { attachmentEncoding: 'base64' });
    const pictures = new Map(
      attachments.map(({ contentId, mimeType, content }) => [
        contentId,
        `data:${mimeType};base64,${content}`,
      ]),
    );
    return html?.replaceAll(/"cid:([^"]+)"/g, (_, cid: string) => `"${pictures.get(`<${cid}>`) ?? ''}"`);
  }

  /** Deletes a mail, as whoever got it may. False when there is none. */
  remove(id: string): boolean {
    const at = this.mails.findIndex((mail) => mail.id === id);
    if (at < 0) return false;
    rmSync(this.fileOf(id));
    this.mails.splice(at, 1);
    return true;
  }

  private async read(id: string): Promise<void> {
    this.last = Math.max(this.last, Number.parseInt(id, 10));
    this.keep(await parse(id, readFileSync(this.fileOf(id))));
  }

  private keep(mail: StoredMail): void {
    this.mails.push(mail);
    const oldest = this.mails.length > this.maxMails ? this.mails.shift() : undefined;
    if (oldest !== undefined) rmSync(this.fileOf(oldest.id));
  }

  /** Ids are in order of arrival: the millisecond, or the next one that is free. */
  private nextId(): string {
    this.last = Math.max(Date.now(), this.last + 1);
    return String(this.last);
  }

  private readonly fileOf = (id: string): string => path.join(this.folder, `${id}${SUFFIX}`);
}

async function parse(id: string, source: Buffer): Promise<StoredMail> {
  const mail = await PostalMime.parse(source);
  return {
    id,
    receivedAt: new Date(Number(id)).toISOString(),
    from: mail.from?.address ?? '',
    to: (mail.to ?? []).map(({ address }) => ({ address: address ?? '' })),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    files: mail.attachments.map(({ filename }) => filename ?? ''),
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
  };
}
