/** A secret that was found: of which kind, and in which line of the text. What it is stays unsaid. */
export type Found = { readonly kind: string; readonly line: number };

/**
 * What secrets look like that somebody might paste into this repository. Short made-up values (`test_sk_local`) do not.
 * Sources: learn.microsoft.com/purview/sit-defn-all-creds (Azure), docs.tosspayments.com/reference/using-api/api-keys,
 * github.blog/engineering/behind-githubs-new-authentication-token-formats, RFC 7468, RFC 7517, RFC 7519
 */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  'private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\s|\\n)+[\w+/=]{32}/g,
  'private JSON web key': /"d" ?: ?"[\w-]{40,}"/g,
  'key of a connection string': /(?:AccountKey|SharedAccessKey) ?= ?[A-Za-z0-9+/]{42,86}={0,2}/gi,
  'shared access signature': /[?&]sig=[A-Za-z0-9%+/]{40,}/g,
  token: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/g,
  'key of the payment provider': /\b(?:live|test)_g?sk_[A-Za-z0-9]{16,}/g,
  'secret of an Entra application': /\b[\w~.-]{3}\dQ~[\w~.-]{31,34}/g,
  'GitHub token': /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60})/g,
  'npm token': /\bnpm_[A-Za-z0-9]{36}\b/g,
  'AWS key': /\bAKIA[0-9A-Z]{16}\b/g,
  'Slack token': /\bxox[abprs]-[\w-]{20,}/g,
  'password in an address': /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"'`<>${}]+:[^\s/:@"'`<>${}]{6,}@/gi,
};

/** Keys that emulators have for everybody. Sources: learn.microsoft.com/azure/storage/common/storage-use-azurite, …/cosmos-db/emulator */
const PUBLIC = [
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
  'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==',
];

export const findSecrets = (text: string): Found[] =>
  Object.entries(PATTERNS).flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => !PUBLIC.some((key) => match.endsWith(key)))
      .map(({ index }) => ({ kind, line: text.slice(0, index).split('\n').length })),
  );
