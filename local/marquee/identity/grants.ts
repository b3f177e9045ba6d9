import { createHash, randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { person } from './people';

/** A code must be exchanged within a minute. */
const CODE_LIFETIME_MS = 60_000;
/** A login ends after a day, however often it is renewed, as Entra's do for pages. Source: learn.microsoft.com/entra/identity-platform/refresh-tokens */
const LOGIN_LIFETIME_MS = 24 * 3_600_000;

const login = z.object({
  clientId: z.string(),
  redirectUri: z.string(),
  codeChallenge: z.string(),
  scope: z.string(),
  nonce: z.string().optional(),
  person,
  /** Seconds since the epoch. */
  authTime: z.number(),
});

/** What a person has agreed to on the page. */
export type Login = z.infer<typeof login>;

export type Grants = ReturnType<typeof openGrants>;

/** Logins in `<dataDir>/identity.sqlite`. Secrets are kept as hashes. What was answered survives the process. */
export function openGrants(dataDir: string) {
  const database = new DatabaseSync(path.join(dataDir, 'identity.sqlite'));
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS logins (sid TEXT PRIMARY KEY, login TEXT NOT NULL, endsAt INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS secrets (
      hash TEXT PRIMARY KEY, sid TEXT NOT NULL REFERENCES logins ON DELETE CASCADE,
      kind TEXT NOT NULL, endsAt INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX IF NOT EXISTS secretsBySid ON secrets (sid)`);
  const addLogin = database.prepare('INSERT INTO logins VALUES (?, ?, ?)');
  const getLogin = database.prepare('SELECT login FROM logins WHERE sid = ? AND endsAt > ?');
  const endLogin = database.prepare('DELETE FROM logins WHERE sid = ?');
  const endOldLogins = database.prepare('DELETE FROM logins WHERE endsAt <= ?');
  const addSecret = database.prepare('INSERT INTO secrets (hash, sid, kind, endsAt) VALUES (?, ?, ?, ?)');
  const getSecret = database.prepare('SELECT sid, endsAt, used FROM secrets WHERE hash = ? AND kind = ?');
  const useSecret = database.prepare('UPDATE secrets SET used = 1 WHERE hash = ?');
  const secretRow = z.object({ sid: z.string(), endsAt: z.number(), used: z.number() });

  const newSecret = (sid: string, kind: SecretKind, endsAt: number): string => {
    const secret = randomBytes(32).toString('base64url');
    addSecret.run(hash(secret), sid, kind, endsAt);
    return secret;
  };

  return {
    /** Begins a login and gives its code. */
    begin(granted: Login, now: number): string {
      endOldLogins.run(now);
      const sid = randomUUID();
      addLogin.run(sid, JSON.stringify(granted), now + LOGIN_LIFETIME_MS);
      return newSecret(sid, 'code', now + CODE_LIFETIME_MS);
    },
    /**
     * Uses up a code or a refresh token, and gives its login if `accepts` it. A second use ends the whole login,
     * because one of the two users is a thief. Source: RFC 6749, section 4.1.2, and RFC 9700, section 4.14.2
     */
    use(
      kind: SecretKind,
      secret: string,
      now: number,
      accepts: (login: Login) => boolean,
    ): { readonly sid: string; readonly login: Login } | undefined {
      const row = secretRow.safeParse(getSecret.get(hash(secret), kind));
      if (!row.success) return undefined;
      const { sid, endsAt, used } = row.data;
      if (used) endLogin.run(sid);
      const found = getLogin.get(sid, now);
      if (!found || endsAt <= now) return undefined;
      const granted = login.parse(JSON.parse(String(found.login)));
      if (!accepts(granted)) return undefined;
      useSecret.run(hash(secret));
      return { sid, login: granted };
    },
    newRefreshToken: (sid: string, now: number): string => newSecret(sid, 'refresh', now + LOGIN_LIFETIME_MS),
    end: (sid: string): void => void endLogin.run(sid),
    close: (): void => database.close(),
  };
}

type SecretKind = 'code' | 'refresh';

const hash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
