import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { boundLog, logFile, openLog } from './childLog';
import { removePid, writePid } from './pidFile';
import type { ServiceSpec } from './serviceSpec';

/** Wait before a dead child is started again. It is doubled each time the child dies young, up to the last. */
const FIRST_DELAY_MS = 200;
const LAST_DELAY_MS = 5_000;
/** Having lived this long, a child is no longer thought to die at once. */
const GROWN_UP_MS = 10_000;
const HOPELESS_DEATHS = 3;

/** What `childLines` sends of each error that a child prints. */
const errorLine = z.object({ type: z.literal('error-line'), text: z.string() });

/** The line that says what is wrong. Below it stands where. */
const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

const preloaded = (file: string): string[] => ['--require', path.join(__dirname, file)];

export type ChildOptions = {
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where its lines go besides its log. Undefined for nowhere. */
  readonly echo?: ((line: string) => void) | undefined;
  readonly report: (level: 'WARN' | 'ERROR', line: string) => void;
};

/** A process that is started again whenever it dies, until it is stopped. */
export class Child {
  private process: ChildProcess | undefined;
  private restart: NodeJS.Timeout | undefined;
  private stopped: Promise<void> | undefined;
  private readonly unboundLog: () => void;
  private deaths = 0;
  private lastError: string | undefined;
  onStart: () => void = () => {};
  onExit: () => void = () => {};
  onMessage: (message: unknown) => void = () => {};

  constructor(
    readonly spec: ServiceSpec,
    private readonly options: ChildOptions,
  ) {
    this.unboundLog = boundLog(options.dataDir, spec.name);
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** It has died young again and again, so what is wrong will not pass by itself. */
  get isHopeless(): boolean {
    return this.deaths >= HOPELESS_DEATHS;
  }

  start(): void {
    const { name, script, args } = this.spec;
    const { dataDir, env, echo } = this.options;
    const log = openLog(dataDir, name);
    const output = echo ? 'pipe' : log;
    const startedAt = performance.now();
    // A session of its own: Ctrl-C reaches the supervisor alone, which ends the hosts first.
    const child = spawn(
      process.execPath,
      [...['childClock.js', 'childLines.js', 'dieWithParent.js'].flatMap(preloaded), script, ...args],
      { env, stdio: ['ignore', output, output, 'ipc'], detached: true },
    );
    this.process = child;
    if (child.pid) this.notePid(child.pid);
    this.lastError = undefined;
    child.on('message', (message) => {
      const line = errorLine.safeParse(message).data;
      if (line === undefined) this.onMessage(message);
      else this.lastError = firstLine(line.text);
    });
    child.on('error', (error) => this.options.report('ERROR', `${name} could not be run: ${error.message}`));
    if (echo) for (const stream of [child.stdout, child.stderr]) copyLines(stream, log, echo);
    child.once('close', (code, signal) => {
      closeSync(log);
      this.ended(signal ?? `exit code ${code}`, performance.now() - startedAt);
    });
    this.onStart();
  }

  /** On a full disk it is not noted, and the process runs all the same. */
  private notePid(pid: number): void {
    try {
      writePid(this.options.dataDir, this.spec.name, pid);
    } catch (error) {
      this.options.report(
        'WARN',
        `${this.spec.name}: its process id is not noted: ${(error as Error).message}`,
      );
    }
  }

  send(message: object): void {
    if (this.process?.connected) this.process.send(message, () => {});
  }

  /** Ends it for good by SIGTERM, or by SIGKILL when it takes longer than `graceMs`. */
  stop(graceMs: number): Promise<void> {
    this.stopped ??= this.end(graceMs);
    return this.stopped;
  }

  private async end(graceMs: number): Promise<void> {
    clearTimeout(this.restart);
    const running = this.process;
    if (running?.pid) {
      const ended = new Promise<void>((resolve) => running.once('close', () => resolve()));
      const hardEnd = setTimeout(() => running.kill('SIGKILL'), graceMs);
      running.kill('SIGTERM');
      await ended;
      clearTimeout(hardEnd);
    }
    this.unboundLog();
    removePid(this.options.dataDir, this.spec.name);
  }

  private ended(cause: string, livedMs: number): void {
    this.process = undefined;
    this.onExit();
    if (this.stopped) return;
    this.deaths = livedMs < GROWN_UP_MS ? this.deaths + 1 : 1;
    const delayMs = Math.min(LAST_DELAY_MS, FIRST_DELAY_MS * 2 ** (this.deaths - 1));
    const { name } = this.spec;
    const why = this.lastError === undefined ? cause : `${cause}: ${this.lastError}`;
    this.options.report(
      'WARN',
      `${name} ended (${why}); it is started again in ${delayMs / 1000} s. Its log: ${logFile(this.options.dataDir, name)}`,
    );
    this.restart = setTimeout(() => this.start(), delayMs);
  }
}

function copyLines(stream: Readable | null, log: number, echo: (line: string) => void): void {
  if (!stream) return;
  createInterface({ input: stream }).on('line', (line) => {
    writeSync(log, `${line}\n`);
    echo(line);
  });
}
