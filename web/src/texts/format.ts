import { type Language, language } from './index';
import { minorUnitDigits } from './minorUnits';

const LOCALE: Record<Language, string> = { ko: 'ko-KR', en: 'en-GB' };

/** To make a format takes a phone longer than to use it a hundred times. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(spoken: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = spoken + JSON.stringify(options);
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(LOCALE[spoken], options);
  dateFormats.set(key, known);
  return known;
}

function numberFormat(spoken: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = spoken + JSON.stringify(options);
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(LOCALE[spoken], options);
  numberFormats.set(key, known);
  return known;
}

/** An amount in minor units, as people write it: 170,000원, ₩170,000, €12.50. */
export function money(amount: number, currency: string, spoken: Language = language.value): string {
  if (currency === 'KRW' && spoken === 'ko') return `${count(amount, spoken)}원`;
  const digits = minorUnitDigits(currency);
  const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(spoken, { style: 'currency', currency, ...exact }).format(amount / 10 ** digits);
}

/** From one amount to another, with the currency once where a language does so. */
export function moneyRange(
  from: number,
  to: number,
  currency: string,
  spoken: Language = language.value,
): string {
  if (from === to) return money(to, currency, spoken);
  const isKorean = currency === 'KRW' && spoken === 'ko';
  return `${isKorean ? count(from, spoken) : money(from, currency, spoken)} – ${money(to, currency, spoken)}`;
}

export const count = (value: number, spoken: Language = language.value): string =>
  numberFormat(spoken).format(value);

export const percent = (value: number, spoken: Language = language.value): string =>
  numberFormat(spoken, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100);

/** What is said at a place: its instants are on the venue's clock, days without a time are the same everywhere. */
const DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const SHORT_DAY = { month: 'short', day: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Korean puts the day of the week behind the date, in brackets, whatever the length. */
function withWeekday(
  instant: string | number,
  options: Intl.DateTimeFormatOptions,
  spoken: Language,
): string {
  const at = new Date(instant);
  if (spoken === 'en') return dateFormat(spoken, { ...options, weekday: 'short' }).format(at);
  const { timeZone = 'UTC' } = options;
  const weekday = dateFormat(spoken, { weekday: 'short', timeZone }).format(at);
  return `${dateFormat(spoken, options).format(at)} (${weekday})`;
}

/** 2026년 12월 11일 (금) · Fri, 11 December 2026 */
export const day = (instant: string | number, timeZone: string, spoken: Language = language.value): string =>
  withWeekday(instant, { ...DAY, timeZone }, spoken);

/** 12월 11일 (금) · Fri, 11 Dec */
export const shortDay = (
  instant: string | number,
  timeZone: string,
  spoken: Language = language.value,
): string => withWeekday(instant, { ...SHORT_DAY, timeZone }, spoken);

/** 19:30 */
export const time = (instant: string | number, timeZone: string, spoken: Language = language.value): string =>
  dateFormat(spoken, { ...TIME, timeZone }).format(new Date(instant));

const ownZone = (): string => dateFormat('en', {}).resolvedOptions().timeZone;

const onWalls = (instant: string | number, timeZone: string, spoken: Language): string =>
  `${day(instant, timeZone, spoken)} ${time(instant, timeZone, spoken)}`;

/** 2026년 12월 11일 (금) 19:30, and the zone to who lives in another. */
export const dayAndTime = (
  instant: string | number,
  timeZone: string,
  spoken: Language = language.value,
  here: string = ownZone(),
): string => onWalls(instant, timeZone, spoken) + inBrackets(foreignZone(instant, timeZone, here, spoken));

/** 12월 11일 (금) 19:30, and the zone to who lives in another. */
export const shortDayAndTime = (
  instant: string | number,
  timeZone: string,
  spoken: Language = language.value,
  here: string = ownZone(),
): string =>
  `${shortDay(instant, timeZone, spoken)} ${time(instant, timeZone, spoken)}` +
  inBrackets(foreignZone(instant, timeZone, here, spoken));

const inBrackets = (zone: string | undefined): string => (zone === undefined ? '' : ` (${zone})`);

/** 2026년 12월 · December 2026 */
export const month = (date: string, spoken: Language = language.value): string =>
  dateFormat(spoken, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(date));

/** From one calendar day to another, as posters write it: 2026.12.11 – 2027.2.14, 11 Dec 2026 – 14 Feb 2027. */
export function run(from: string, to: string, spoken: Language = language.value): string {
  if (spoken === 'ko') return koreanRun(from, to);
  const options = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return dateFormat(spoken, options).formatRange(new Date(from), new Date(to));
}

function koreanRun(from: string, to: string): string {
  const [first = '', last = ''] = [from, to].map((date) => date.split('-').map(Number).join('.'));
  if (first === last) return first;
  const year = `${from.slice(0, 4)}.`;
  return `${first} – ${last.startsWith(year) ? last.slice(year.length) : last}`;
}

/** The zone's name, when its clock differs from this device's at that time; else undefined. */
export function foreignZone(
  instant: string | number,
  timeZone: string,
  here: string = ownZone(),
  spoken: Language = language.value,
): string | undefined {
  if (timeZone === here || onWalls(instant, timeZone, spoken) === onWalls(instant, here, spoken))
    return undefined;
  return dateFormat(spoken, { timeZone, timeZoneName: 'long' })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName')?.value;
}

const HANGUL = /\p{Script=Hangul}/u;

/** The language that a text from outside is written in, for voices and hyphens. */
export const languageOf = (text: string): Language => (HANGUL.test(text) ? 'ko' : 'en');

/**
 * The half in the reader's language of a text that has two, as a theatre writes them: "달의 지붕 · Rooftops of the
 * Moon". Any other text stays whole.
 */
export function inLanguage(text: string, spoken: Language = language.value): string {
  const halves = text.split(/ [·—] /);
  const [first = '', second = ''] = halves;
  if (halves.length !== 2 || HANGUL.test(first) === HANGUL.test(second)) return text;
  const korean = HANGUL.test(first) ? first : second;
  return spoken === 'ko' ? korean : korean === first ? second : first;
}
