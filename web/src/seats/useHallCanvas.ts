import { useLayoutEffect, useRef } from 'preact/hooks';
import { type HallCanvas, hallCanvas, type Shown } from './hallCanvas';

/** A canvas that shows this hall as long as it is on the page, and what moves it. It is drawn in the frame that first has it. */
export function useHallCanvas(shown: Shown) {
  const element = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<HallCanvas>();
  useLayoutEffect(() => {
    if (element.current !== null) canvas.current = hallCanvas(element.current, shown);
    return () => canvas.current?.stop();
  }, []);
  useLayoutEffect(() => canvas.current?.show(shown));
  return { element, canvas };
}
