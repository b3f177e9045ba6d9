import { signal } from '@preact/signals';

export const isOnline = signal(navigator.onLine);

for (const event of ['online', 'offline'] as const)
  addEventListener(event, () => {
    isOnline.value = event === 'online';
  });
