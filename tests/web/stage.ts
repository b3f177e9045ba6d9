import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newPerformance, openTheatre, type Theatre } from '../marquee';
import { chooseBrowser, launch, launchIn } from './browser';

/** A theatre and a browser in which people buy its tickets. */
export type Stage = {
  readonly theatre: Theatre;
  /** Another visitor, with nothing kept from the one before. */
  readonly visitor: (looks?: Looks) => Promise<Page>;
  /** A browser of their own, which keeps in this folder what it knows. */
  readonly visitorIn: (profile: string) => Promise<Page>;
  /** Closes the pages of every visitor there was. */
  readonly leaveAll: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Looks = {
  readonly width?: number;
  readonly locale?: 'en-GB' | 'ko-KR';
  /** Pixels of the screen for one of CSS. */
  readonly scale?: number;
  /** Where they are. */
  readonly timeZone?: string;
  /** How far the visitor's own clock is ahead of everybody else's. */
  readonly clockAheadMs?: number;
};

/** The first answer on a busy machine may take this long. */
const STEP_MS = 60_000;

/** `browserArgs` are of every browser there is on it. */
export async function openStage(
  env: Readonly<Record<string, string>> = {},
  browserArgs: readonly string[] = [],
): Promise<Stage> {
  const theatre = await openTheatre({ env: { PAYMENT_TIMEOUT_MS: '1000', ...env } });
  const browser: Browser = await launch(chooseBrowser(), browserArgs).catch(async (error) => {
    await theatre.close();
    throw error;
  });
  const contexts: BrowserContext[] = [];
  const leaveAll = async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  };
  return {
    theatre,
    leaveAll,
    visitor: async (looks = {}) => {
      const context = await browser.newContext({ baseURL: theatre.urls.web, ...optionsOf(looks) });
      contexts.push(context);
      return firstPage(context, looks);
    },
    visitorIn: async (profile) => {
      const looks = { baseURL: theatre.urls.web, ...optionsOf({}) };
      const context = await launchIn(chooseBrowser(), profile, looks, browserArgs);
      contexts.push(context);
      return firstPage(context, {});
    },
    close: async () => {
      await leaveAll();
      await browser.close();
      await theatre.close();
    },
  };
}

export const optionsOf = ({ width = 390, locale = 'en-GB', timeZone = 'Asia/Seoul', scale = 1 }: Looks) =>
  ({
    viewport: { width, height: width < 800 ? 844 : 900 },
    deviceScaleFactor: scale,
    hasTouch: width < 800,
    locale,
    timezoneId: timeZone,
    reducedMotion: 'reduce',
  }) as const;

async function firstPage(context: BrowserContext, { clockAheadMs = 0 }: Looks): Promise<Page> {
  context.setDefaultTimeout(STEP_MS);
  if (clockAheadMs !== 0) await context.addInitScript(shiftClock, clockAheadMs);
  return context.newPage();
}

/** Runs in the page before anything else does. */
function shiftClock(aheadMs: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...when: []) {
      if (when.length === 0) super(Real.now() + aheadMs);
      else super(...when);
    }
    static override now = () => Real.now() + aheadMs;
  } as typeof Date;
}

/** A show of its own for one test: a row of ten seats at 100,000 won. */
export async function newShow(
  theatre: Theatre,
  title: string,
): Promise<{ title: string; performanceId: string }> {
  return { title, performanceId: await newPerformance(theatre, {}, { title }) };
}
