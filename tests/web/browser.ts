import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core';

/** Where the tests' browser comes from, in this order: `CHROME_PATH`, one that is installed, the one from npm. */
export type BrowserChoice =
  | { readonly kind: 'installed'; readonly executable: string }
  | { readonly kind: 'from-npm' }
  | { readonly kind: 'none'; readonly why: string };

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** Not the args of `@sparticuz/chromium`: they turn web security off, and so would hide CORS faults. */
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

export function chooseBrowser(env: NodeJS.ProcessEnv = process.env): BrowserChoice {
  const asked = env.CHROME_PATH;
  if (asked !== undefined && asked !== '') {
    if (existsSync(asked)) return { kind: 'installed', executable: asked };
    return { kind: 'none', why: `CHROME_PATH is ${asked}, and no file is there.` };
  }
  const executable = env.MARQUEE_BROWSER === 'npm' ? undefined : INSTALLED.find((file) => existsSync(file));
  if (executable !== undefined) return { kind: 'installed', executable };
  if (process.platform === 'linux' && process.arch === 'x64') return { kind: 'from-npm' };
  return {
    kind: 'none',
    why: `npm has a browser for linux-x64 alone, this is ${process.platform}-${process.arch}. Install Chrome or set CHROME_PATH.`,
  };
}

export const launch = async (choice: BrowserChoice, more: readonly string[] = []): Promise<Browser> => {
  const { args = [], ...how } = await howToLaunch(choice);
  return chromium.launch({ ...how, args: [...args, ...more] });
};

/** A browser that keeps what it knows in a folder: closed and begun again it is the same one. */
export const launchIn = async (
  choice: BrowserChoice,
  profile: string,
  looks: object,
  more: readonly string[] = [],
): Promise<BrowserContext> => {
  const { args = [], ...how } = await howToLaunch(choice);
  return chromium.launchPersistentContext(profile, { ...how, ...looks, args: [...args, ...more] });
};

async function howToLaunch(choice: BrowserChoice): Promise<LaunchOptions> {
  switch (choice.kind) {
    case 'installed':
      return { executablePath: choice.executable, args: ARGS };
    case 'from-npm':
      return fromNpm();
    case 'none':
      throw new Error(choice.why);
    default:
      return choice satisfies never;
  }
}

/** Without a Korean font axe sees no contrast fault in Korean. */
async function fromNpm(): Promise<LaunchOptions> {
  const unpacked = await unpack();
  const env = {
    ...process.env,
    FONTCONFIG_PATH: fontFolder(unpacked),
    LD_LIBRARY_PATH: path.join(unpacked, 'al2023', 'lib'),
  };
  return { executablePath: path.join(unpacked, 'chromium'), args: [...ARGS, '--headless=shell'], env };
}

/**
 * Unpacks the browser and answers with its folder. It is whole there or not there at all, since several suites may start
 * at once: each unpacks in a folder of its own, and the first to be done gives its folder the name. The package brings
 * its libraries only when it takes itself for a Lambda.
 */
async function unpack(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(path.join(entry, '../../package.json'), 'utf8'));
  const unpacked = path.join(tmpdir(), `marquee-chromium-${version}`);
  if (existsSync(unpacked)) return unpacked;
  const mine = mkdtempSync(`${unpacked}-`);
  const code = `await (await import('${pathToFileURL(entry).href}')).default.executablePath();`;
  const env = { ...process.env, TMPDIR: mine, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env });
  try {
    renameSync(mine, unpacked);
  } catch (error) {
    if (!existsSync(unpacked)) throw error;
    rmSync(mine, { recursive: true });
  }
  return unpacked;
}

function fontFolder(unpacked: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'marquee-fonts-'));
  const fonts = path.dirname(require.resolve('@expo-google-fonts/gowun-dodum/package.json'));
  const config = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>${path.join(unpacked, 'fonts')}</dir><cachedir>${folder}</cachedir></fontconfig>`;
  writeFileSync(path.join(folder, 'fonts.conf'), config);
  return folder;
}
