import { everySeconds, feedOf } from './feed';

test.each([
  [1, '*/1 * * * * *'],
  [5, '*/5 * * * * *'],
  [59, '*/59 * * * * *'],
  [60, '0 */1 * * * *'],
  [90, '0 */1 * * * *'],
  [600, '0 */10 * * * *'],
  [3_540, '0 */59 * * * *'],
])('every %i seconds is %s', (seconds, schedule) => {
  expect(everySeconds(seconds)).toBe(schedule);
});

test('a reader of a feed begins at the beginning and never gives a batch up', () => {
  expect(feedOf('things', 'thing-leases', 'projection', 100)).toMatchObject({
    containerName: 'things',
    leaseContainerName: 'thing-leases',
    leaseContainerPrefix: 'projection',
    feedPollDelay: 100,
    startFromBeginning: true,
    retry: { maxRetryCount: -1 },
  });
});
