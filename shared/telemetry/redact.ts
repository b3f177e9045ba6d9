/** Names whose values are nobody's business, like tokens, keys of payments and stores, and addresses of people. */
const PRIVATE_NAME =
  /authorization|token|secret|password|cookie|accountkey|accesskey|paymentkey|e-?mail|^(to|name|phone|body)$/i;

/** Longer than any reason or stack of ours. What a stranger sends is cut here before anybody looks at it. */
const MAX_SHOWN = 4_096;

/**
 * The same wherever they stand in a text, say in the message of an error. A stranger may choose the text, so none may take
 * more steps than a few for each character. Each begins at a word of its own or where a run of its characters begins, and
 * can be read in one way only.
 */
export const PRIVATE_TEXT: readonly RegExp[] = [
  /\beyJ[\w.-]+/g,
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]{6,}/gi,
  /(?<![^\s<>"'()[\],;:@])[^\s<>"'()[\],;:@]+@[\p{L}\p{M}\p{N}_-]+\.[\p{L}\p{M}\p{N}_.-]+/gu,
  /(?:AccountKey|SharedAccessKey|SharedAccessSignature|sig)=[^;&\s]+/gi,
  /(?<=\/v1\/payments\/)(?!confirm\b)[\w%~.-]+/g,
  // The signature of a ticket's code. Without it nobody is let in.
  /\b[0-9A-Z]{103}\b/g,
  /\b(?:test|live)_s?[cg]?k_\w+/g,
];

const HIDDEN = '[hidden]';

export const redactText = (text: string): string =>
  PRIVATE_TEXT.reduce((shown, pattern) => shown.replace(pattern, HIDDEN), cut(text));

const cut = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

/** The fields as they may be kept. What is private by its name or its look is hidden, at every depth that is shown. */
export const redactFields = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redactValue(name, value, 0)]));

const MAX_DEPTH = 4;

function redactValue(name: string, value: unknown, depth: number): unknown {
  if (PRIVATE_NAME.test(name) && value !== undefined) return HIDDEN;
  if (typeof value === 'string') return redactText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((item) => redactValue('', item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, redactValue(key, inner, depth + 1)]),
  );
}
