import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { OperationResult } from './batch';
import { executeBatch, executeBulk } from './batch';
import type { FeedStart } from './changeFeed';
import { readChangeFeed } from './changeFeed';
import { CosmosEngine } from './engine';
import { readItem } from './items';
import {
  IDS,
  ItemsModel,
  type Kept,
  keyOf,
  type Operation,
  type Outcome,
  PARTITIONS,
  type Partition,
  type Step,
  step,
  wireForm,
} from './itemsModel';

/** The engine and the model side by side. Every step goes to both, and both must agree. */
class SideBySide {
  readonly model = new ItemsModel();
  private readonly opened: CosmosEngine[] = [];
  private readonly readers = [
    { scope: undefined, size: 1, lsn: 0, change: 0 },
    { scope: undefined, size: 3, lsn: 0, change: 0 },
    { scope: 'p', size: 2, lsn: 0, change: 0 },
    { scope: 'q', size: 100, lsn: 0, change: 0 },
  ];

  constructor(private readonly file: string) {
    const { catalog } = this.open();
    catalog.createDatabase('db');
    catalog.createContainer('db', { id: 'c', partitionKey: { paths: ['/pk'] }, defaultTtl: -1 });
  }

  private open(): CosmosEngine {
    const engine = new CosmosEngine({ file: this.file, clock: { now: () => this.model.nowMs } });
    this.opened.push(engine);
    return engine;
  }

  private get engine(): CosmosEngine {
    return this.opened.at(-1) as CosmosEngine;
  }

  private get container() {
    return this.engine.catalog.container('db', 'c');
  }

  take(given: Step): void {
    switch (given.step) {
      case 'one':
        this.one(given.partition, given.operation);
        break;
      case 'batch':
        this.batch(given.partition, given.operations);
        break;
      case 'feed':
        this.feed(given.reader);
        break;
      case 'feedSince':
        this.feedSince(this.model.nowMs - given.secondsAgo * 1000);
        break;
      case 'wait':
        this.model.nowMs += given.ms;
        this.model.forgetExpired();
        break;
      case 'defaultTtl':
        this.engine.catalog.replaceContainer('db', 'c', {
          ...this.container.definition,
          defaultTtl: given.seconds,
        });
        this.model.defaultTtl = given.seconds;
        this.model.forgetExpired();
        break;
      case 'purge':
        this.engine.purgeExpired();
        break;
      case 'reopen':
        if (!given.isKilled) this.opened.pop()?.close();
        this.open();
        break;
      default:
        given satisfies never;
    }
  }

  private one(name: string, operation: Operation): void {
    const wire = wireForm(this.model, name, operation);
    const { after, outcomes } = this.model.plan(name, [operation]);
    const { results } = executeBulk(this.container, this.model.nowMs, [wire], true);
    expect(results.map(({ statusCode }) => statusCode)).toEqual(outcomes.map(({ status }) => status));
    this.settle(name, after, outcomes, results);
  }

  private batch(name: string, operations: readonly Operation[]): void {
    const wire = operations.map((each) => wireForm(this.model, name, each));
    const { after, outcomes } = this.model.plan(name, operations);
    const { ok, results } = executeBatch(this.container, this.model.nowMs, keyOf(name), wire);
    const refused = outcomes.findIndex(({ status }) => status >= 400);
    const expected = operations.map((_, i) => (refused === -1 || i === refused ? outcomes[i]?.status : 424));
    expect(results.map(({ statusCode }) => statusCode)).toEqual(expected);
    expect(ok).toBe(refused === -1);
    this.settle(name, after, outcomes, results);
  }

  /** When nothing was refused, each write has an ETag nobody had before, and each answer shows the item. */
  private settle(name: string, after: Partition, outcomes: Outcome[], results: OperationResult[]): void {
    if (outcomes.some(({ status }) => status >= 400)) return;
    outcomes.forEach(({ kept }, i) => {
      const { eTag = '', resourceBody = '' } = results[i] ?? {};
      if (kept === undefined) return;
      if (kept.etag === '') {
        expect(this.model.etagsGiven).not.toContain(eTag);
        this.model.etagsGiven.add(eTag);
        kept.etag = eTag;
      }
      expectItem(resourceBody, kept);
    });
    this.model.adopt(name, after);
  }

  /** A page ends between two changes. What the reader has not seen yet comes in the order of the changes. */
  private feed(index: number): void {
    const reader = this.readers[index] as (typeof this.readers)[number];
    const unseen = this.model.changed(reader.scope, ({ change }) => change > reader.change);
    const last = unseen[reader.size - 1]?.change;
    const expected = unseen.filter(({ change }) => last === undefined || change <= last);
    reader.lsn = this.readFeed({ afterLsn: reader.lsn }, reader.scope, reader.size, expected);
    reader.change = last ?? this.model.change;
  }

  private feedSince(sinceMs: number): void {
    const expected = this.model.changed(undefined, ({ modifiedMs }) => modifiedMs >= sinceMs);
    this.readFeed({ sinceMs }, undefined, 100, expected);
  }

  private readFeed(start: FeedStart, scope: string | undefined, size: number, expected: Kept[]): number {
    const key = scope === undefined ? undefined : { key: keyOf(scope), prefix: false };
    const page = readChangeFeed(this.container, this.model.nowMs, start, key, size);
    const shown = page.items.map((text) => ({ text, ...(JSON.parse(text) as { id: string; _lsn: number }) }));
    const inOrder = shown.toSorted((a, b) => a._lsn - b._lsn || (a.id < b.id ? -1 : 1));
    expect(shown.map(({ _lsn }) => _lsn)).toEqual(inOrder.map(({ _lsn }) => _lsn));
    expect(shown).toHaveLength(expected.length);
    for (const [i, kept] of expected.entries()) expectItem(inOrder[i]?.text ?? '', kept);
    return page.lsn;
  }

  /** The container holds what the model holds, and nothing else. */
  look(): void {
    for (const name of PARTITIONS) {
      for (const id of IDS) {
        const kept = this.model.of(name).get(id);
        const read = () => readItem(this.container, this.model.nowMs, keyOf(name), id);
        if (kept === undefined) expect(read).toThrow(expect.objectContaining({ status: 404 }));
        else expectItem(read().body ?? '', kept);
      }
    }
  }

  /** Closes also what was left open as by a kill. */
  close(): void {
    for (const engine of this.opened) engine.close();
  }
}

function expectItem(text: string, { item, etag, modifiedMs }: Kept): void {
  const { _rid, _self, _attachments, _lsn, ...shown } = JSON.parse(text);
  expect(shown).toEqual({ ...item, _etag: etag, _ts: Math.floor(modifiedMs / 1000) });
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'engine-model-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('whatever is done in whatever order, the engine answers, keeps and feeds what the model says', () => {
  let run = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      const both = new SideBySide(path.join(folder, `${++run}.db`));
      try {
        for (const each of steps) {
          both.take(each);
          both.look();
        }
      } finally {
        both.close();
      }
    }),
    { numRuns: 200 },
  );
});
