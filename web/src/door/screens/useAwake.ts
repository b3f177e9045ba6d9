import { useEffect } from 'preact/hooks';

/** Keeps the screen on as long as the component is there. A browser lets it go whenever the page is hidden. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const stayAwake = async () => {
      if (document.visibilityState !== 'visible') return;
      // Refused with a low battery: the usher sees the screen dim and touches it.
      lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
      if (isOver) void lock?.release();
    };
    void stayAwake();
    document.addEventListener('visibilitychange', stayAwake);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', stayAwake);
      void lock?.release();
    };
  }, []);
}
