import { signal } from '@preact/signals';

/** What a screen reader is told without the focus moving; the shell holds the live region. */
export const announcement = signal('');

export function announce(text: string): void {
  // The same words again are silent unless the region was empty in between.
  announcement.value = '';
  requestAnimationFrame(() => {
    announcement.value = text;
  });
}

/** A line over the page that concerns the whole app, until the next page. */
export const notice = signal('');
