import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newPerformance, openTheatre, type Theatre } from '../marquee';
import { chooseBrowser, launch } from './browser';

/** A theatre and a browser in which people buy its tickets. */
export type Stage = {
  readonly theatre: Theatre;
  /** Another visitor, with nothing kept from the one before. */
  readonly visitor: (looks?: Looks) => Promise<Page>;
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
const STEP_MS = 20_000;

export async function openStage(env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const theatre = await openTheatre({ env: { PAYMENT_TIMEOUT_MS: '1000', ...env } });
  const browser: Browser = await launch(chooseBrowser()).catch(async (error) => {
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
    visitor: async ({
      width = 390,
      locale = 'en-GB',
      timeZone = 'Asia/Seoul',
      scale = 1,
      clockAheadMs = 0,
    } = {}) => {
      const context = await browser.newContext({
        baseURL: theatre.urls.web,
        viewport: { width, height: width < 800 ? 844 : 900 },
        deviceScaleFactor: scale,
        hasTouch: width < 800,
        locale,
        timezoneId: timeZone,
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(STEP_MS);
      if (clockAheadMs !== 0) await context.addInitScript(shiftClock, clockAheadMs);
      contexts.push(context);
      return context.newPage();
    },
    close: async () => {
      await leaveAll();
      await browser.close();
      await theatre.close();
    },
  };
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
