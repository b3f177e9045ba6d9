import { createHash } from 'node:crypto';
import type { Clock } from '../../shared/kernel/clock';
import type { Random } from './random';
import { TimerHeap } from './timerHeap';
import { Violation } from './violation';

/** Something that lives and may die: what it had under way then never comes back to it. */
export type Owner = { readonly name: string; life: number };

/** Each call of the hash costs more than a line does. */
const HASHED_AT_ONCE = 16_384;

/** The customers, the cloud's own services: never dies. */
export const OUTSIDE: Owner = { name: 'outside', life: 0 };

type Step = {
  readonly label: string;
  readonly owner: Owner;
  readonly life: number;
  readonly run: () => void;
  /** What has left the owner already and happens also when it dies. */
  readonly lastWords?: () => unknown;
};

/**
 * The one clock and the one order of everything. Each step that could happen next waits here; one is drawn, runs, and all
 * that follows from it without waiting runs too, before the next is drawn. No timer and no I/O of the machine takes
 * part, so a seed gives the same run each time.
 */
export class Scheduler {
  nowMs: number;
  steps = 0;
  readonly clock: Clock = { now: () => this.nowMs };
  readonly lines: string[] = [];
  private readonly ready: Step[] = [];
  private readonly timers = new TimerHeap<Step>();
  private readonly hash = createHash('sha256');
  /** The end of the trace. */
  private unhashed = '';

  constructor(
    private readonly random: Random,
    startMs: number,
    /** The most that one step takes, in milliseconds. */
    private readonly stepMs: number,
    private readonly keepsLines: boolean,
  ) {
    this.nowMs = startMs;
  }

  /** A line of the trace. */
  note(line: string): void {
    const text = `${this.nowMs} ${line}`;
    this.unhashed += text;
    if (this.unhashed.length > HASHED_AT_ONCE) this.hashLines();
    if (this.keepsLines) this.lines.push(text);
  }

  private hashLines(): void {
    this.hash.update(this.unhashed);
    this.unhashed = '';
  }

  traceHash(): string {
    this.hashLines();
    return this.hash.copy().digest('hex').slice(0, 16);
  }

  /** A step that may be drawn from now on, or from `afterMs` on. It is dropped when its owner dies. */
  post(owner: Owner, label: string, run: () => void, afterMs = 0, lastWords?: () => unknown): void {
    const step = { label, owner, life: owner.life, run, ...(lastWords === undefined ? {} : { lastWords }) };
    if (afterMs <= 0) this.ready.push(step);
    else this.timers.push(this.nowMs + afterMs, step);
  }

  /** A call that leaves its owner: `effect` happens when the step is drawn, and then the owner goes on. */
  call<T>(owner: Owner, label: string, effect: () => T, afterMs = 0): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const run = () => {
        try {
          resolve(effect());
        } catch (error) {
          // The code under test must not swallow it.
          if (error instanceof Violation) throw error;
          reject(error);
        }
      };
      this.post(owner, label, run, afterMs, effect);
    });
  }

  sleep(owner: Owner, ms: number): Promise<void> {
    return this.call(owner, `${owner.name} wakes`, () => undefined, Math.max(1, ms));
  }

  /** Ends what an owner had under way. Calls on their way may still arrive: `arrives` decides for each. */
  kill(owner: Owner, arrives: () => boolean): void {
    const dying = this.ready.filter((step) => step.owner === owner && step.life === owner.life);
    owner.life += 1;
    for (const { label, lastWords } of dying) {
      if (lastWords === undefined || !arrives()) continue;
      this.note(`${label} (of the dead)`);
      try {
        lastWords();
      } catch (error) {
        if (error instanceof Violation) throw error;
      }
    }
  }

  /** Runs until nothing is left to be done, `stop` says so, or a step has thrown. Returns false when it was `stop`. */
  async run(stop: () => boolean): Promise<boolean> {
    while (!stop()) {
      this.wakeTimers();
      if (this.ready.length === 0) {
        const next = this.timers.nextAt();
        if (next === undefined) return true;
        this.nowMs = Math.max(this.nowMs, next);
        continue;
      }
      this.runOne(this.draw());
      // Node empties the queue of promises before it goes on to this, and asks the system for nothing.
      await new Promise<void>((resolve) => process.nextTick(resolve));
    }
    return false;
  }

  private wakeTimers(): void {
    for (let step = this.timers.popUntil(this.nowMs); step; step = this.timers.popUntil(this.nowMs))
      this.ready.push(step);
  }

  private draw(): Step {
    const index = this.random.int(this.ready.length);
    const step = this.ready[index] as Step;
    const last = this.ready.pop() as Step;
    if (index < this.ready.length) this.ready[index] = last;
    return step;
  }

  private runOne(step: Step): void {
    if (step.life !== step.owner.life) return;
    this.steps += 1;
    this.nowMs += this.random.int(this.stepMs + 1);
    this.note(step.label);
    step.run();
  }
}
