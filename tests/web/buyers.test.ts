import { accessibility } from './accessibility';
import { chooseBrowser } from './browser';
import { cancelling } from './cancelling';
import { choosing } from './choosing';
import { fights } from './fights';
import { hall } from './hall';
import { holds } from './holds';
import { lending } from './lending';
import { logins } from './logins';
import { membership } from './membership';
import { network } from './network';
import { offline } from './offline';
import { pages } from './pages';
import { payments } from './payments';
import { prices } from './prices';
import { profile } from './profile';
import { purchases } from './purchases';
import { sales } from './sales';
import { openStage, type Stage } from './stage';
import { tickets } from './tickets';

/** One system and one browser for all of it: both take seconds to start. */

const choice = chooseBrowser();
if (choice.kind === 'none') console.warn(`The web is not tested in a browser: ${choice.why}`);
const inBrowser = choice.kind === 'none' ? describe.skip : describe;

inBrowser('in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 200_000);
  afterEach(() => stage?.leaveAll());
  afterAll(() => stage?.close(), 60_000);

  describe('a purchase', () => purchases(() => stage));
  describe('a choice', () => choosing(() => stage));
  describe('a sale', () => sales(() => stage));
  describe('a login', () => logins(() => stage));
  describe('a price', () => prices(() => stage));
  describe('a payment', () => payments(() => stage));
  describe('a hold', () => holds(() => stage));
  describe('trouble', () => fights(() => stage));
  describe('the network', () => network(() => stage));
  describe('the hall', () => hall(() => stage));
  describe('a cancellation', () => cancelling(() => stage));
  describe('a ticket', () => tickets(() => stage));
  describe('a loan', () => lending(() => stage));
  describe('a membership', () => membership(() => stage));
  describe('a profile', () => profile(() => stage));
  describe('without a network', () => offline(() => stage));
  describe('a page', () => pages(() => stage));
  describe('for everybody', () => accessibility(() => stage));
});
