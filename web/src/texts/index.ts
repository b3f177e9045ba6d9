import { signal } from '@preact/signals';
import type { ProblemCode } from '../api/problem';
import type ko from './ko';
import type own from './ko/own';
import type problems from './ko/problems';

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every text of the app. Korean is written first; the compiler holds the other languages to its keys. */
export type Texts = CommonTexts & OwnTexts;
/** What everybody's screens say. */
export type CommonTexts = typeof ko;
/** What only a customer's own screens say. */
export type OwnTexts = typeof own;
/** What the API's problems are called. */
export type ProblemTexts = typeof problems;

const load: Record<Language, () => Promise<{ default: CommonTexts }>> = {
  ko: () => import('./ko'),
  en: () => import('./en'),
};
const loadOwn: Record<Language, () => Promise<{ default: OwnTexts }>> = {
  ko: () => import('./ko/own'),
  en: () => import('./en/own'),
};
const loadProblems: Record<Language, () => Promise<{ default: ProblemTexts }>> = {
  ko: () => import('./ko/problems'),
  en: () => import('./en/problems'),
};

const KEPT = 'language';
/** As in `?lang=en`: each language has an address of its own, for those who list pages and for links. */
const ASKED = 'lang';

export const language = signal<Language>('ko');
const texts = signal<CommonTexts | undefined>(undefined);
const ownTexts = signal<OwnTexts | undefined>(undefined);
const problemTexts = signal<Partial<ProblemTexts> | undefined>(undefined);
let areOwnSpoken = false;
let areProblemsSpoken = false;

/** Changes the language of the whole page; only the texts of that language are loaded. */
export async function speak(next: Language): Promise<void> {
  const [common, own, problems] = await Promise.all([
    load[next](),
    areOwnSpoken ? loadOwn[next]() : undefined,
    areProblemsSpoken ? loadProblems[next]() : undefined,
  ]);
  texts.value = common.default;
  ownTexts.value = own?.default;
  problemTexts.value = problems?.default;
  language.value = next;
  document.documentElement.lang = next;
}

/** Loads what a customer's own screens say: their script comes with it. */
export async function speakOwn(): Promise<void> {
  if (areOwnSpoken) return;
  areOwnSpoken = true;
  ownTexts.value = (await loadOwn[language.value]()).default;
}

/** Speaks it from now on, also on the next visit. An address that asks for another language no longer does. */
export async function choose(next: Language): Promise<void> {
  localStorage.setItem(KEPT, next);
  const address = new URL(location.href);
  if (address.searchParams.has(ASKED)) {
    address.searchParams.delete(ASKED);
    history.replaceState(history.state, '', address);
  }
  await speak(next);
}

/**
 * The language that the address asks for, else the one chosen before, else the first of the browser's that we have. A browser of another language gets English, and
 * one of none Korean.
 */
export function preferredLanguage(
  kept: string | null = new URLSearchParams(location.search).get(ASKED) ?? localStorage.getItem(KEPT),
  offered: readonly string[] = navigator.languages,
): Language {
  const known = [kept ?? '', ...offered].map((tag) => LANGUAGES.find((own) => isOf(own, tag)));
  return known.find((own) => own !== undefined) ?? (offered.length > 0 ? 'en' : 'ko');
}

/** `ko-KR` is Korean, and Konkani (`kok`) is not. */
const isOf = (language: Language, tag: string): boolean => tag.toLowerCase().split(/[-_]/)[0] === language;

/** The texts in the language of now. A component that asks is drawn again when it changes. */
export function useTexts(): CommonTexts {
  if (texts.value === undefined) throw new Error('No language is loaded yet: call speak() first.');
  return texts.value;
}

/** As `useTexts`, in a customer's own screens. */
export function useOwnTexts(): Texts {
  const common = useTexts();
  if (ownTexts.value === undefined)
    throw new Error('Only a customer’s own screens have these: see speakOwn().');
  return { ...common, ...ownTexts.value };
}

/** What a problem is called, once that is loaded: no page needs it before something went wrong. */
export function useProblemText(code: ProblemCode | undefined): string {
  const t = useTexts().app;
  if (code === undefined) return '';
  if (code === 'offline') return t.noConnection;
  if (code === 'unreadable') return t.unreadable;
  speakProblems();
  const known = problemTexts.value;
  return known === undefined ? '' : (known[code] ?? t.unreadable);
}

/** Without them a problem is an answer that cannot be read. They are asked for again with the next one. */
async function speakProblems(): Promise<void> {
  if (areProblemsSpoken) return;
  areProblemsSpoken = true;
  const spoken = language.value;
  const loaded = await loadProblems[spoken]().catch(() => undefined);
  areProblemsSpoken = loaded !== undefined;
  if (language.value === spoken) problemTexts.value = loaded?.default ?? {};
}
