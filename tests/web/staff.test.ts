import { chooseBrowser } from './browser';
import { counter } from './counter';
import { liveSales } from './liveSales';
import { operations } from './operations';
import { programme } from './programme';
import { staffFrame } from './staffFrame';
import { staffLending } from './staffLending';
import { staffMembers } from './staffMembers';
import { openStage, type Stage } from './stage';

/** One system and one browser for the staff's and the door's apps. */

const choice = chooseBrowser();
if (choice.kind === 'none') console.warn(`The staff's web is not tested in a browser: ${choice.why}`);
const inBrowser = choice.kind === 'none' ? describe.skip : describe;

inBrowser('in a browser, of the staff', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 200_000);
  afterEach(() => stage?.leaveAll());
  afterAll(() => stage?.close(), 120_000);

  describe('the frame', () => staffFrame(() => stage));
  describe('the programme', () => programme(() => stage));
  describe('operations', () => operations(() => stage));
  describe('the counter', () => counter(() => stage));
  describe('live sales', () => liveSales(() => stage));
  describe('lending', () => staffLending(() => stage));
  describe('members', () => staffMembers(() => stage));
});
