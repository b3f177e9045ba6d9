import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { letEverybodyIn } from './doorEvening';
import { counts, doorPage, type Evening, evening, isKept, isOnline, wedge } from './doorSteps';
import type { Stage } from './stage';

/** A door that loses its network. */
export function doorOffline(stage: () => Stage): void {
  test('without a network it goes on by its list, also after a reload and a restart, and tells who came in', async () => {
    const show = await evening(stage().theatre, 'Cellar', 6);
    const [a = '', b = '', c = '', d = '', e = ''] = show.codes;
    const profile = mkdtempSync(path.join(tmpdir(), 'marquee-door-'));
    try {
      const before = await doorPage(stage(), show, { page: await stage().visitorIn(profile) });
      expect((await wedge(before, a)).verdict).toBe('admitted');
      await isKept(before);
      await before.context().setOffline(true);
      expect((await wedge(before, b)).verdict).toBe('admitted');
      await before.getByText(/^Offline since \d\d:\d\d\. Checking by the list\.$/).waitFor();
      expect((await wedge(before, a)).verdict).toBe('already-admitted');
      await before.reload();
      expect((await wedge(before, b)).verdict).toBe('already-admitted');
      expect((await wedge(before, c)).verdict).toBe('admitted');
      expect((await wedge(before, 'XXXX.NOTHING.OF.OURS')).verdict).toBe('unknown');
      await stage().leaveAll();

      const after = await stage().visitorIn(profile);
      await after.context().setOffline(true);
      await after.goto('/door');
      expect((await wedge(after, c)).verdict).toBe('already-admitted');
      expect((await wedge(after, d)).verdict).toBe('admitted');
      await after.getByText('3 to be told when it is back.').waitFor();
      expect(await counts(after)).toEqual(['4', '2']);
      // A worker that starts anew may get a request out before the browser has cut it off, and hears no answer.
      expect(await admittedOf(stage(), show)).toBeLessThan(4);

      await after.context().setOffline(false);
      await after.getByText('The login has ended.', { exact: false }).waitFor();
      expect((await wedge(after, e)).verdict).toBe('admitted');
      await after.getByRole('button', { name: 'Sign in' }).click();
      await after.locator('button[name="person"][value="door"]').click();
      await isOnline(after);
      expect(await admittedOf(stage(), show)).toBe(5);
      expect(await conflictsOf(stage(), show)).toEqual([]);
    } finally {
      await stage().leaveAll();
      rmSync(profile, { recursive: true, force: true });
    }
  }, 240_000);

  test('who came in at a door without a network and at another one is a conflict, with all its scans', async () => {
    const show = await evening(stage().theatre, 'Same Ticket', 2);
    const [code = '', other = ''] = show.codes;
    const [left, right] = [
      await doorPage(stage(), show, { door: 'Left' }),
      await doorPage(stage(), show, { door: 'Right' }),
    ];
    await right.context().setOffline(true);
    expect((await wedge(right, other)).verdict).toBe('admitted');
    expect((await wedge(left, code)).verdict).toBe('admitted');
    expect((await wedge(right, code)).verdict).toBe('admitted');
    await right.getByText('By the list.', { exact: true }).waitFor();
    await right.context().setOffline(false);
    await isOnline(right);
    await right.locator('[data-verdict]').waitFor({ state: 'detached' });
    await right.getByRole('button', { name: '1 conflict' }).click();
    const listed = right.getByRole('listitem').filter({ hasText: 'seat 1' }).first();
    await listed.getByText(/Left · Come in$/).waitFor();
    await listed.getByText(/Right · let in offline$/).waitFor();
    expect(await admittedOf(stage(), show)).toBe(2);
  }, 240_000);

  test('a network that swallows answers holds up nobody, and counts nobody twice', async () => {
    const show = await evening(stage().theatre, 'Swallowed', 2);
    const [code = '', next = ''] = show.codes;
    const page = await doorPage(stage(), show);
    // The first scan arrives, and its answer does not.
    await page.route('**/admissions', async (route) => {
      await route.fetch();
    });
    expect((await wedge(page, code)).verdict).toBe('admitted');
    expect((await wedge(page, next)).verdict).toBe('admitted');
    await page.unroute('**/admissions');
    await page.evaluate("dispatchEvent(new Event('online'))");
    await isOnline(page);
    expect(await admittedOf(stage(), show)).toBe(2);
    expect(await conflictsOf(stage(), show)).toEqual([]);
  }, 240_000);

  test('a full house comes in at two doors, one of them without a network for a while: everybody once, and a copy is listed', async () => {
    const { letIn, letInOffline, refusedAgain } = await letEverybodyIn(stage(), 60, 3_000);
    expect(letIn).toEqual([30, 30]);
    expect(letInOffline).toBe(10);
    expect(refusedAgain).toBeGreaterThan(0);
  }, 240_000);

  test('what a signed-out device has kept is gone', async () => {
    const show = await evening(stage().theatre, 'Left Behind', 1);
    const page = await doorPage(stage(), show);
    await page.getByRole('button', { name: 'Log' }).click();
    await page.getByRole('button', { name: 'Sign out, and remove all' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate(KEPT)).toEqual([0, 0, 0]);
  }, 240_000);
}

async function lookAt({ theatre }: Stage, { performanceId }: Evening) {
  return (await theatre.admin.get(`/admin/performances/${performanceId}/door`)).body;
}
const admittedOf = async (stage: Stage, show: Evening): Promise<number> =>
  (await lookAt(stage, show)).counts.admitted;
const conflictsOf = async (stage: Stage, show: Evening): Promise<unknown> =>
  (await lookAt(stage, show)).conflicts;

/** Runs in the page: how many entries each store has. */
const KEPT = `new Promise((resolve) => {
  const request = indexedDB.open('door');
  request.onsuccess = async () => {
    const transaction = request.result.transaction(['lists', 'letIn', 'place']);
    const counts = ['lists', 'letIn', 'place'].map((name) => transaction.objectStore(name).count());
    transaction.oncomplete = () => resolve(counts.map(({ result }) => result));
  };
})`;
