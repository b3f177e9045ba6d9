import { useEffect, useRef } from 'preact/hooks';
import { type Key, typedScans } from '../scanner/wedge';

/** Hears a scanner that types as a keyboard does, wherever the focus is. */
export function useTyped(onText: (text: string, atMs: number) => void): void {
  const told = useRef(onText);
  told.current = onText;
  useEffect(() => {
    const hear = typedScans();
    const onKey = (event: KeyboardEvent) => {
      const typed = hear(event satisfies Key, event.timeStamp);
      if (typed === undefined) return;
      // Its Enter presses nothing.
      event.preventDefault();
      event.stopPropagation();
      told.current(typed, event.timeStamp);
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
}
