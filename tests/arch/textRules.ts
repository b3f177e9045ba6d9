import type { Rule } from './importRules';
import { codeOf } from './sourceFile';

/** The box office's words; shared/ serves any service and has none of them. */
const TICKETING = new Set(
  'seat seats reservation reservations performance performances musical musicals hold holds ticket tickets venue venues allocation allocations claim payment payments refund refunds notice notices theatre booking'.split(
    ' ',
  ),
);
const EXPORTED = /^export\s+(?:async\s+)?(?:const|let|function|class|type|interface|enum)\s+(\w+)/gm;
/** Two contexts take money by one port, which sells no seats. */
const isItsSubject = (path: string, word: string): boolean =>
  path.startsWith('shared/payment/') && /^(payment|refund)s?$/.test(word);

const wordsOf = (name: string): string[] => name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase());

export const sharedHasNoTicketingNouns: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith('shared/'))
    .flatMap((file) =>
      [...file.text.matchAll(EXPORTED)]
        .map(([, name = '']) => name)
        .filter((name) => wordsOf(name).some((word) => TICKETING.has(word) && !isItsSubject(file.path, word)))
        .map((name) => `${file.path}: exports ${name}`),
    );

const finds =
  (applies: (path: string) => boolean, pattern: RegExp): Rule =>
  (files) =>
    files
      .filter(({ path }) => applies(path))
      .flatMap((file) =>
        [...codeOf(file).matchAll(pattern)].map(([found]) => `${file.path}: ${found.trim()}`),
      );

/** A reader sees every function of a context in its register.ts. */
export const onlyRegisterCallsTheApp: Rule = finds(
  (path) => path.startsWith('functions/') && !path.endsWith('/register.ts'),
  /\bapp\.\w+\(|import \{[^}]*\bapp\b[^}]*\} from '@azure\/functions'/g,
);

/** Time, chance and settings come in with the command or the deps, so that a test can choose them. */
export const rulesReadNoClock: Rule = finds(
  (path) => /^functions\/\w+\/(\w+\/)?(domain|usecases)\//.test(path),
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\(|\bprocess\.env\b|\brandom(UUID|Bytes)\(/g,
);

export const noUtilsNorHelpers: Rule = (files) =>
  files
    .filter(({ path }) => /(util|helper)s?(\/|\.\w+$)/i.test(path))
    .map(({ path }) => `${path}: is called so`);
